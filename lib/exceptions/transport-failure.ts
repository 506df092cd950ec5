/** What a transport's error code means, where it is not plain. */
const MEANINGS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its TLS certificate is self-signed; name its authority in NODE_EXTRA_CA_CERTS',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'no such host; check loginUrl and instanceUrl',
  EPIPE: 'the connection was closed while the request was sent',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another host',
  SELF_SIGNED_CERT_IN_CHAIN: 'its TLS certificate has an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its TLS certificate has an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its TLS certificate has an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  UND_ERR_CLOSED: 'the connection is closed',
  UND_ERR_DESTROYED: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection broke',
};

const TIMEOUTS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped coming',
};

const TRUNCATIONS: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'UND_ERR_ABORTED',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
]);

export interface TransportFailure {
  readonly kind: 'timeout' | 'truncated' | 'network';
  readonly reason: string;
}

/** Judges the error of a transport by its code, or by that of the first cause which has one. */
export function judgeTransportFailure(cause: unknown, phase: 'request' | 'body'): TransportFailure {
  const code = codeOf(cause);
  const late = TIMEOUTS[code];
  if (late !== undefined) return { kind: 'timeout', reason: late };
  if (phase === 'body' && (TRUNCATIONS.has(code) || code.startsWith('HPE_'))) {
    return { kind: 'truncated', reason: 'the answer ends early' };
  }
  const meaning = MEANINGS[code];
  return {
    kind: 'network',
    reason: meaning === undefined ? code || messageOf(cause) : `${meaning} (${code})`,
  };
}

function codeOf(cause: unknown): string {
  for (let error = cause; isObject(error); error = error['cause']) {
    if (typeof error['code'] === 'string') return error['code'];
  }
  return '';
}

function messageOf(cause: unknown): string {
  return isObject(cause) ? String(cause['message']) : 'the transport failed';
}

/** Errors of another realm, such as a test runner's, are no instances of this one's `Error`. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

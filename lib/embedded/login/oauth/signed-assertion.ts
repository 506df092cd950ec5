import { createPublicKey, verify } from 'node:crypto';
import { OrgError } from '../../org-error.js';
import { isObject } from '../../rest/request-body.js';

/** Hosts that every org answers to. */
const LOGIN_HOSTS = ['login.salesforce.com', 'test.salesforce.com'];

/** A JSON Web Token as it came, not yet believed. */
export interface SignedAssertion {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly algorithm: unknown;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** @throws OrgError when it is none */
export function readAssertion(text: string | null): SignedAssertion {
  const [header, payload, signature, ...rest] = (text ?? '').split('.');
  if (!header || !payload || !signature || rest.length > 0) throw invalidAssertion();
  return {
    claims: decode(payload),
    algorithm: decode(header)['alg'],
    signed: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
  };
}

interface Expectation {
  /** PEM text of a public key or a certificate. */
  readonly publicKey: string;
  readonly now: Date;
  readonly origin: string;
}

/** @throws OrgError for a wrong signature, an assertion that is over, or one for elsewhere */
export function verifyAssertion(assertion: SignedAssertion, { publicKey, now, origin }: Expectation): void {
  if (!isSignedFor(publicKey, assertion)) throw invalidAssertion();
  const { aud, exp } = assertion.claims;
  const expires = Number(exp);
  if (exp === undefined || !Number.isFinite(expires)) throw invalidAssertion();
  if (expires * 1000 <= now.getTime()) throw new OrgError('invalid_grant', 'expired authorization code');
  // Some clients name the host alone.
  const audiences = (Array.isArray(aud) ? aud : [aud]).map((one) =>
    String(one).replace(/^https?:\/\/|\/$/g, ''),
  );
  const hosts = [...LOGIN_HOSTS, new URL(origin).host];
  const own = new Set(hosts.flatMap((host) => [host, `${host}/services/oauth2/token`]));
  if (!audiences.some((one) => own.has(one))) throw new OrgError('invalid_grant', 'audience is invalid');
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // Refused below, like a text that is well-formed and no object.
  }
  throw invalidAssertion();
}

function isSignedFor(publicKey: string, { algorithm, signed, signature }: SignedAssertion): boolean {
  if (algorithm !== 'RS256') return false;
  const key = createPublicKey(publicKey);
  return key.asymmetricKeyType === 'rsa' && verify('RSA-SHA256', signed, key, signature);
}

function invalidAssertion(): OrgError {
  return new OrgError('invalid_grant', 'invalid assertion');
}

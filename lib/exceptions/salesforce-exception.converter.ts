import type { ApiError, OAuthError, SaveError } from '../protocol/api-error.interface.js';
import { AmbiguousExternalIdException } from './ambiguous-external-id.exception.js';
import { AuthenticationException } from './authentication.exception.js';
import { type ErrorEnvelope, readErrorEnvelope } from './error-envelope.js';
import { exceptionClassOf, exceptionClassOfStatus } from './exception-families.js';
import { InvalidResponseException } from './invalid-response.exception.js';
import { LimitExceededException } from './limit-exceeded.exception.js';
import { oauthHint } from './oauth-hints.js';
import { SalesforceException } from './salesforce.exception.js';
import { SalesforceNetworkException } from './salesforce-network.exception.js';
import { SalesforceTimeoutException } from './salesforce-timeout.exception.js';
import { SessionExpiredException } from './session-expired.exception.js';
import { judgeTransportFailure } from './transport-failure.js';

/** Where an error happened. */
export interface ConversionContext {
  readonly status?: number;
  readonly connection?: string;
}

/** An answer that is not what was asked for. */
export interface RefusedResponse {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connection?: string;
}

/** The exception for an answer, whatever form its body has: an error of the API, or no answer of the API at all. */
export function exceptionFromResponse({
  status,
  body,
  headers,
  connection,
}: RefusedResponse): SalesforceException {
  const context = { status, connection };
  const envelope = readErrorEnvelope(body);
  switch (envelope.kind) {
    case 'errors':
      return exceptionFromErrors(envelope.errors, context);
    case 'oauth':
      if (envelope.error.error_description !== undefined) return exceptionFromOAuth(envelope.error, context);
      break;
    case 'matches':
      if (status === 300) return ambiguousExternalId(envelope.urls, context);
      break;
    case 'text':
      // The identity service's whole answer to an expired token; every other service sends JSON.
      if (envelope.text === 'Bad_OAuth_Token') {
        return new SessionExpiredException(envelope.text, { ...context, errorCode: envelope.text });
      }
  }
  return unreadableResponse(envelope, status, connection, headers?.['content-type']);
}

/** The exception for Salesforce's own errors: that of the first one, which knows the others. */
export function exceptionFromErrors(
  errors: readonly ApiError[],
  context: ConversionContext = {},
): SalesforceException {
  const [first] = errors;
  if (first === undefined) {
    const Exception = exceptionClassOfStatus(context.status);
    return new Exception('Salesforce refused the request without giving a reason.', context);
  }
  const Exception = exceptionClassOf(first.errorCode, context.status);
  return new Exception(first.message, {
    ...context,
    errorCode: first.errorCode,
    fields: first.fields,
    errors,
  });
}

/** The exception for one record of a write of many; most of its unknown codes are about the record's values. */
export function exceptionFromSaveErrors(
  errors: readonly SaveError[],
  context: ConversionContext = {},
): SalesforceException {
  return exceptionFromErrors(
    errors.map(({ statusCode, message, fields }) => ({ errorCode: statusCode, message, fields })),
    { ...context, status: context.status ?? 400 },
  );
}

/** The exception for a refused login: Salesforce's text, then the fix where it is known. */
export function exceptionFromOAuth(error: OAuthError, context: ConversionContext = {}): SalesforceException {
  const text = error.error_description ?? error.error;
  const hint = oauthHint(error);
  const Exception = text === 'login rate exceeded' ? LimitExceededException : AuthenticationException;
  return new Exception(hint === undefined ? text : `${text}. ${hint}`, {
    status: context.status,
    connection: context.connection,
    errorCode: error.error,
    errors: [{ errorCode: error.error, message: text }],
  });
}

/** The exception for an answer of the token endpoint. */
export function exceptionFromOAuthResponse(response: RefusedResponse): SalesforceException {
  const envelope = readErrorEnvelope(response.body);
  return envelope.kind === 'oauth'
    ? exceptionFromOAuth(envelope.error, response)
    : exceptionFromResponse(response);
}

/** Where a transport failed. */
export interface TransportFailureContext {
  readonly connection?: string;
  /** Only its scheme and host are told. */
  readonly url: string;
  /** Whether the answer had begun. @default 'request' */
  readonly phase?: 'request' | 'body';
}

/** The exception for an answer that did not come, or not to its end. */
export function exceptionFromTransportFailure(
  cause: unknown,
  { connection, url, phase = 'request' }: TransportFailureContext,
): SalesforceException {
  if (cause instanceof SalesforceException) return cause;
  const { kind, reason } = judgeTransportFailure(cause, phase);
  const { origin } = new URL(url);
  const context = { connection, cause };
  if (kind === 'timeout') return new SalesforceTimeoutException(`${origin}: ${reason}`, context);
  if (kind === 'truncated') return new InvalidResponseException(`${origin}: ${reason}`, context);
  const attempt = phase === 'body' ? 'Cannot read the answer of' : 'Cannot reach';
  return new SalesforceNetworkException(`${attempt} ${origin}: ${reason}`, context);
}

function ambiguousExternalId(urls: readonly string[], context: ConversionContext): SalesforceException {
  const ids = urls.map((url) => url.slice(url.lastIndexOf('/') + 1));
  return new AmbiguousExternalIdException(
    `${urls.length} records have this external id, nothing was written: ${ids.slice(0, 10).join(', ')}`,
    context,
  );
}

/** Statuses that mean the same whoever answers: a proxy, the edge, or the API. */
const STATUSES_OF_ANYONE: ReadonlySet<number> = new Set([401, 420, 502, 503, 504]);

/** Nothing the API says of itself: a proxy's or an error page, half a body, or none; or what an Apex class made up. */
function unreadableResponse(
  envelope: ErrorEnvelope,
  status: number,
  connection: string | undefined,
  contentType: string | undefined,
): SalesforceException {
  const failed = status >= 300;
  const unreadable = ['html', 'text', 'broken-json'].includes(envelope.kind);
  const tellsByStatus = STATUSES_OF_ANYONE.has(status) || (status >= 400 && !unreadable);
  const Exception = tellsByStatus ? exceptionClassOfStatus(status) : InvalidResponseException;
  // The body of a success may hold records, of which no message tells.
  const quotable = 'text' in envelope && (failed || envelope.kind === 'html') ? envelope.text : '';
  return new Exception(`HTTP ${status}: ${quotable || describeUnreadable(envelope, contentType)}`, {
    status,
    connection,
  });
}

function describeUnreadable({ kind }: ErrorEnvelope, contentType = 'no content type'): string {
  if (kind === 'empty') return 'the answer has no body';
  if (kind === 'broken-json') return 'the body ends early or is not JSON';
  return `the body is not what the API promises (${contentType})`;
}

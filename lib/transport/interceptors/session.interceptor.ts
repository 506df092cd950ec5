import { Readable } from 'node:stream';
import { SessionExpiredException } from '../../exceptions/session-expired.exception.js';
import { abortable } from '../abortable.js';
import { bufferedResponse } from '../buffered-response.js';
import type { Dispatch, Interceptor, TransportRequest, TransportResponse } from '../transport.interface.js';
import type { SessionCredentials, SessionPort } from './session-port.interface.js';

/** A new session is refused with these just the same: the app's policy or the kind of session is what is wrong. */
const BEYOND_RENEWAL = [
  'Connected app is not attached to Agent',
  'This session is not valid for use with the REST API',
];

/**
 * Authorises calls and completes a server-relative URL with the session's host. When a session is refused, it is renewed
 * once for all concurrent calls and the call is repeated once; whatever the repeated call answers is the answer.
 */
export function sessionInterceptor(sessions: SessionPort): Interceptor {
  return (next) => async (request) => {
    const held = sessions.held;
    const session = held ?? (await abortable(() => sessions.current(), request.signal));
    const response = await send(next, request, session);
    if (response.status !== 401 && response.status !== 403) return response;

    const body = await response.text();
    const answer = bufferedResponse(response, body);
    // A session made for this very call cannot have expired: another login would only be refused again.
    if (held === undefined || !isRenewable(response, body)) return answer;
    const renewed = await abortable(() => sessions.renew(session), request.signal);
    if (renewed === undefined) return answer;
    if (request.body instanceof Readable) {
      throw new SessionExpiredException(
        'The session expired while a stream was sent. It has been renewed, but a stream cannot be read twice: repeat the call.',
        { status: response.status },
      );
    }
    return send(next, request, renewed);
  };
}

function send(
  next: Dispatch,
  request: TransportRequest,
  session: SessionCredentials,
): Promise<TransportResponse> {
  return next({
    ...request,
    url: request.url.startsWith('/') ? session.instanceUrl + request.url : request.url,
    headers: { ...request.headers, authorization: `Bearer ${session.accessToken}` },
  });
}

/** The identity service answers an expired token with 403 and this text. */
function isRenewable({ status }: TransportResponse, body: string): boolean {
  if (status === 403) return body.trim() === 'Bad_OAuth_Token';
  return !BEYOND_RENEWAL.some((text) => body.includes(text));
}

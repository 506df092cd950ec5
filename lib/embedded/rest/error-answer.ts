import { randomInt } from 'node:crypto';
import type { ApiError, SaveError } from '../../protocol/api-error.interface.js';
import { OrgError } from '../org-error.js';
import type { Answer } from './org-exchange.interface.js';

/** The REST error array of a refusal; `fields` is there when the refusal is about a record's fields at all. */
export function refusalAnswer(error: OrgError): Answer {
  const body: ApiError = {
    message: error.message,
    errorCode: error.errorCode,
    ...(error.options.fields && { fields: error.options.fields }),
  };
  return { status: error.status, body: [body] };
}

/** A refusal as an entry of `errors` in the result of one record. */
export function saveError(error: OrgError): SaveError {
  return { statusCode: error.errorCode, message: error.message, fields: error.fields };
}

/** What a client learns about a failure of the org itself: an id to look for, and nothing of what happened. */
export function failureAnswer(): { readonly errorId: string; readonly answer: Answer } {
  const errorId = `${randomInt(1e8, 2 ** 31)}-${randomInt(1e4, 1e6)} (${-randomInt(1e8, 2 ** 31)})`;
  const message = `An unexpected error occurred. Please include this ErrorId if you contact support: ${errorId}`;
  return { errorId, answer: refusalAnswer(new OrgError('UNKNOWN_EXCEPTION', message, { status: 500 })) };
}

export function resourceNotFound(): OrgError {
  return new OrgError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): OrgError {
  return new OrgError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`,
    { status: 405 },
  );
}

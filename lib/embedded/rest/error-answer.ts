import { randomInt } from 'node:crypto';
import type { ApiError, SaveError } from '../../protocol/api-error.interface.js';
import { OrgError } from '../org-error.js';
import type { Answer } from './org-exchange.interface.js';

/** The REST error array of a refusal; `fields` is there when the refusal is about a record's fields at all. */
export function refusalAnswer(error: OrgError): Answer {
  const { headers, others = [] } = error.options;
  return { status: error.status, ...(headers && { headers }), body: [error, ...others].map(apiError) };
}

function apiError({ errorCode, message, options: { fields, details } }: OrgError): ApiError {
  return { ...details, message, errorCode, ...(fields && { fields }) };
}

/** A refusal as an entry of `errors` in the result of one record. */
export function saveError(error: OrgError): SaveError {
  return { statusCode: error.errorCode, message: error.message, fields: error.fields };
}

/** A refusal as all the entries of `errors`: most have one reason, validation rules may have several. */
export function saveErrors(error: OrgError): SaveError[] {
  return [error, ...(error.options.others ?? [])].map(saveError);
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

/** What can be read answers to HEAD, too. */
export function methodNotAllowed(method: string, allowed: readonly string[]): OrgError {
  const names = allowed.includes('GET') ? ['HEAD', ...allowed] : allowed;
  return new OrgError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${names.join(',')}`,
    { status: 405, headers: { allow: names.join(', ') } },
  );
}

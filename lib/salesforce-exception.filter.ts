import { type ArgumentsHost, Catch, HttpException, HttpStatus } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { AuthenticationException } from './exceptions/authentication.exception.js';
import { DuplicateRecordException } from './exceptions/duplicate-record.exception.js';
import { InvalidQueryException } from './exceptions/invalid-query.exception.js';
import { InvalidResponseException } from './exceptions/invalid-response.exception.js';
import { InvalidWriteException } from './exceptions/invalid-write.exception.js';
import { LimitExceededException } from './exceptions/limit-exceeded.exception.js';
import { PartialWriteException } from './exceptions/partial-write.exception.js';
import { PermissionDeniedException } from './exceptions/permission-denied.exception.js';
import { RecordNotFoundException } from './exceptions/record-not-found.exception.js';
import { RecordValidationException } from './exceptions/record-validation.exception.js';
import { RowLockedException } from './exceptions/row-locked.exception.js';
import { SalesforceNetworkException } from './exceptions/salesforce-network.exception.js';
import { SalesforceTimeoutException } from './exceptions/salesforce-timeout.exception.js';
import { SalesforceUnavailableException } from './exceptions/salesforce-unavailable.exception.js';
import { SalesforceException } from './exceptions/salesforce.exception.js';
import { SessionExpiredException } from './exceptions/session-expired.exception.js';

/** The first class that fits decides; what fits none is the application's own fault and answers 500. */
const STATUS_OF_CLASS = [
  [RecordNotFoundException, HttpStatus.NOT_FOUND],
  [RecordValidationException, HttpStatus.UNPROCESSABLE_ENTITY],
  [DuplicateRecordException, HttpStatus.CONFLICT],
  [RowLockedException, HttpStatus.CONFLICT],
  [PartialWriteException, HttpStatus.UNPROCESSABLE_ENTITY],
  [InvalidQueryException, HttpStatus.BAD_REQUEST],
  [InvalidWriteException, HttpStatus.BAD_REQUEST],
  [PermissionDeniedException, HttpStatus.FORBIDDEN],
  [LimitExceededException, HttpStatus.SERVICE_UNAVAILABLE],
  [SalesforceUnavailableException, HttpStatus.SERVICE_UNAVAILABLE],
  [SalesforceTimeoutException, HttpStatus.GATEWAY_TIMEOUT],
  [SalesforceNetworkException, HttpStatus.BAD_GATEWAY],
  [InvalidResponseException, HttpStatus.BAD_GATEWAY],
  [AuthenticationException, HttpStatus.BAD_GATEWAY],
  [SessionExpiredException, HttpStatus.BAD_GATEWAY],
] as const;

/** Statuses whose cause is in the request, so that its sender may read Salesforce's own words. */
const TOLD_TO_CALLER: ReadonlySet<number> = new Set([400, 403, 404, 409, 422]);

/**
 * Answers an HTTP request with the status that fits a {@link SalesforceException}: 404 for a record that is not there, 422
 * for refused values, 409 for duplicates and locks, 502 to 504 for trouble between the application and Salesforce. The body
 * holds `statusCode`, `code`, `message` and `fields`; for 5xx the message is a general one, as Salesforce's may tell of
 * credentials and schema.
 *
 * @example
 * ```ts
 * app.useGlobalFilters(new SalesforceExceptionFilter(app.getHttpAdapter()));
 * ```
 * @publicApi
 */
@Catch(SalesforceException)
export class SalesforceExceptionFilter extends BaseExceptionFilter<SalesforceException> {
  override catch(exception: SalesforceException, host: ArgumentsHost): void {
    // oxlint-disable-next-line promise/valid-params -- a filter's catch is not a promise's
    super.catch(toHttpException(exception) as unknown as SalesforceException, host);
  }
}

function toHttpException(exception: SalesforceException): HttpException | SalesforceException {
  const status = STATUS_OF_CLASS.find(([type]) => exception instanceof type)?.[1];
  if (status === undefined) return exception;
  const { code, fields } = exception;
  const message = TOLD_TO_CALLER.has(status) ? exception.message : 'Salesforce cannot serve this request now';
  return new HttpException({ statusCode: status, code, message, fields }, status, { cause: exception });
}

import { describe, expect, it } from '@jest/globals';
import { AmbiguousExternalIdException } from '../../../lib/exceptions/ambiguous-external-id.exception.js';
import { AuthenticationException } from '../../../lib/exceptions/authentication.exception.js';
import { DuplicateRecordException } from '../../../lib/exceptions/duplicate-record.exception.js';
import type { ExceptionClass } from '../../../lib/exceptions/exception-families.js';
import { InvalidReferenceException } from '../../../lib/exceptions/invalid-reference.exception.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { InvalidValueException } from '../../../lib/exceptions/invalid-value.exception.js';
import { LimitExceededException } from '../../../lib/exceptions/limit-exceeded.exception.js';
import { MalformedQueryException } from '../../../lib/exceptions/malformed-query.exception.js';
import { PermissionDeniedException } from '../../../lib/exceptions/permission-denied.exception.js';
import { QueryCursorExpiredException } from '../../../lib/exceptions/query-cursor-expired.exception.js';
import { RecordNotFoundException } from '../../../lib/exceptions/record-not-found.exception.js';
import { RecordValidationException } from '../../../lib/exceptions/record-validation.exception.js';
import { RequiredFieldMissingException } from '../../../lib/exceptions/required-field-missing.exception.js';
import { RowLockedException } from '../../../lib/exceptions/row-locked.exception.js';
import {
  exceptionFromErrors,
  exceptionFromOAuthResponse,
  exceptionFromResponse,
  exceptionFromSaveErrors,
  exceptionFromTransportFailure,
} from '../../../lib/exceptions/salesforce-exception.converter.js';
import { SalesforceException } from '../../../lib/exceptions/salesforce.exception.js';
import { SalesforceNetworkException } from '../../../lib/exceptions/salesforce-network.exception.js';
import { SalesforceTimeoutException } from '../../../lib/exceptions/salesforce-timeout.exception.js';
import { SalesforceUnavailableException } from '../../../lib/exceptions/salesforce-unavailable.exception.js';
import { SchemaMismatchException } from '../../../lib/exceptions/schema-mismatch.exception.js';
import { SessionExpiredException } from '../../../lib/exceptions/session-expired.exception.js';
import { ValidationRuleException } from '../../../lib/exceptions/validation-rule.exception.js';

describe('exceptionFromResponse', () => {
  const RECORDED: readonly (readonly [number, string, string, ExceptionClass])[] = [
    [400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', RequiredFieldMissingException],
    [
      400,
      'DUPLICATE_VALUE',
      'duplicate value found: AffirmId__c duplicates value on record with id: 0018M000003uKqq',
      DuplicateRecordException,
    ],
    [400, 'DUPLICATES_DETECTED', 'Use one of these records?', DuplicateRecordException],
    [
      400,
      'STRING_TOO_LONG',
      'Last Inspection Result: data value too large: Fail - Critical Safety Violation (max length=20)',
      InvalidValueException,
    ],
    [
      400,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Rating: bad value for restricted picklist field: Amazing',
      InvalidValueException,
    ],
    [400, 'INVALID_EMAIL_ADDRESS', 'Email: invalid email address: 123', InvalidValueException],
    [
      400,
      'MALFORMED_ID',
      'Account ID: id value of incorrect type: 001900K0001pPuOAAU',
      InvalidReferenceException,
    ],
    [400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', InvalidReferenceException],
    [400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Wir brauchen eine Postleitzahl.', ValidationRuleException],
    [400, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', RecordValidationException],
    [
      400,
      'UNABLE_TO_LOCK_ROW',
      'unable to obtain exclusive access to this record or 1 records: 001XXXXXXXXXXXXXXX',
      RowLockedException,
    ],
    [
      400,
      'MALFORMED_QUERY',
      "\nSELECT Id FROM Account WHERE\n                            ^\nERROR at Row:1:Column:29\nunexpected token: '<EOF>'",
      MalformedQueryException,
    ],
    [
      400,
      'MALFORMED_SEARCH',
      'No search term found. The search term must be enclosed in braces.',
      MalformedQueryException,
    ],
    [400, 'INVALID_FIELD', "No such column 'foo' on sobject of type Bar", SchemaMismatchException],
    [400, 'INVALID_QUERY_LOCATOR', 'invalid query locator', QueryCursorExpiredException],
    [400, 'QUERY_TIMEOUT', 'Your query request was running for too long.', SalesforceTimeoutException],
    [
      400,
      'EXCEEDED_ID_LIMIT',
      'record limit reached. cannot submit more than 200 records into this call',
      LimitExceededException,
    ],
    [400, 'STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', LimitExceededException],
    [401, 'INVALID_SESSION_ID', 'Session expired or invalid', SessionExpiredException],
    [401, 'INVALID_AUTH_HEADER', 'INVALID_AUTH_HEADER', AuthenticationException],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', LimitExceededException],
    [
      403,
      'API_DISABLED_FOR_ORG',
      'The REST API is not enabled for this Organization.',
      PermissionDeniedException,
    ],
    [
      403,
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'insufficient access rights on object id',
      PermissionDeniedException,
    ],
    [404, 'NOT_FOUND', 'The requested resource does not exist', RecordNotFoundException],
    [404, 'ENTITY_IS_DELETED', 'entity is deleted', RecordNotFoundException],
    [503, 'SERVER_UNAVAILABLE', 'server too busy', SalesforceUnavailableException],
  ];

  it.each(RECORDED)(
    'judges %i %s by its code and keeps its message word for word',
    (status, errorCode, message, type) => {
      const body = JSON.stringify([{ message, errorCode }]);
      const exception = exceptionFromResponse({ status, body, connection: 'emea' });
      expect(exception.constructor).toBe(type);
      expect(exception).toMatchObject({ message, errorCode, status, connection: 'emea' });
    },
  );

  it('keeps every error and the fields of the first', () => {
    const exception = exceptionFromResponse({
      status: 400,
      body: '[{"message":"Name is wrong","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Name"]},{"message":"Phone too","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Phone"]}]',
    });
    expect(exception.fields).toEqual(['Name']);
    expect(exception.errors).toEqual([
      { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Name is wrong', fields: ['Name'] },
      { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Phone too', fields: ['Phone'] },
    ]);
  });

  it.each([
    [400, RecordValidationException],
    [401, SessionExpiredException],
    [403, PermissionDeniedException],
    [404, RecordNotFoundException],
    [500, SalesforceException],
    [503, SalesforceUnavailableException],
  ] as const)('judges an unknown code of status %i by the status and loses nothing of it', (status, type) => {
    const exception = exceptionFromResponse({
      status,
      body: '[{"message":"Zu viel Voodoo","errorCode":"VOODOO_DETECTED","fields":["Hex__c"]}]',
    });
    expect(exception.constructor).toBe(type);
    expect(exception).toMatchObject({
      errorCode: 'VOODOO_DETECTED',
      message: 'Zu viel Voodoo',
      fields: ['Hex__c'],
      status,
    });
  });

  it('does not take a name of Object.prototype for a known code', () => {
    const exception = exceptionFromResponse({
      status: 404,
      body: '[{"message":"m","errorCode":"constructor"}]',
    });
    expect(exception.constructor).toBe(RecordNotFoundException);
  });

  it('reads an error that is not in an array', () => {
    const exception = exceptionFromResponse({
      status: 400,
      body: '{"message":"Folder ID: id value of incorrect type: 005D0000001GiU7","errorCode":"MALFORMED_ID","fields":["FolderId"]}',
    });
    expect(exception).toBeInstanceOf(InvalidReferenceException);
    expect(exception.fields).toEqual(['FolderId']);
  });

  it('tells which records an external id matches', () => {
    const exception = exceptionFromResponse({
      status: 300,
      body: '["/services/data/v23.0/sobjects/Account/001D000000IRFmaIAH","/services/data/v23.0/sobjects/Account/001D000000IRFmbIAH"]',
    });
    expect(exception).toBeInstanceOf(AmbiguousExternalIdException);
    expect(exception.message).toBe(
      '2 records have this external id, nothing was written: 001D000000IRFmaIAH, 001D000000IRFmbIAH',
    );
  });

  it('reads errors in XML', () => {
    const exception = exceptionFromResponse({
      status: 400,
      body: '<?xml version="1.0" encoding="UTF-8"?><Errors><Error><errorCode>INVALID_FIELD</errorCode><message>No such column &apos;a&amp;b&apos;</message></Error></Errors>',
    });
    expect(exception).toBeInstanceOf(SchemaMismatchException);
    expect(exception).toMatchObject({ errorCode: 'INVALID_FIELD', message: "No such column 'a&b'" });
  });

  it('reads the fault of a request without a content type and with a bad token', () => {
    const exception = exceptionFromResponse({
      status: 401,
      body: '<response><faultcode>LOGIN_OAUTH_INVALID_TOKEN</faultcode><faultstring>Invalid token</faultstring></response>',
    });
    expect(exception).toBeInstanceOf(SessionExpiredException);
  });

  it('knows the plain text of the identity service', () => {
    const exception = exceptionFromResponse({ status: 403, body: 'Bad_OAuth_Token' });
    expect(exception).toBeInstanceOf(SessionExpiredException);
    expect(exception).toMatchObject({ errorCode: 'Bad_OAuth_Token', message: 'Bad_OAuth_Token' });
  });

  it.each([420, 502, 503, 504])('takes a page with status %i for an outage', (status) => {
    const exception = exceptionFromResponse({
      status,
      body: '<html><head><title>\n Scheduled\n Maintenance &amp; more </title></head><body>x</body></html>',
    });
    expect(exception).toBeInstanceOf(SalesforceUnavailableException);
    expect(exception.message).toBe(`HTTP ${status}: Scheduled Maintenance & more`);
  });

  it.each([200, 404, 500])('refuses a page with status %i, telling its first text', (status) => {
    const exception = exceptionFromResponse({
      status,
      body: '<!DOCTYPE html><html><head><style>p { color: red }</style><script>var a = "<b>";</script></head><body><h1>URL No Longer Exists</h1></body></html>',
    });
    expect(exception).toBeInstanceOf(InvalidResponseException);
    expect(exception.message).toBe(`HTTP ${status}: URL No Longer Exists`);
  });

  it('bounds what it tells of a page', () => {
    const exception = exceptionFromResponse({ status: 503, body: `<html>${'word '.repeat(10_000)}</html>` });
    expect(exception.message.length).toBeLessThan(250);
  });

  it.each([
    ['[{"message":"Session exp', 'HTTP 500: the body ends early or is not JSON'],
    ['[]', 'HTTP 500: []'],
    ['Not Implemented', 'HTTP 500: Not Implemented'],
    ['"text"', 'HTTP 500: "text"'],
  ])('survives the body %s', (body, message) => {
    expect(exceptionFromResponse({ status: 500, body }).message).toBe(message);
  });

  it('quotes no record of a truncated success', () => {
    const exception = exceptionFromResponse({ status: 200, body: '{"records":[{"Name":"Confidential Ltd' });
    expect(exception).toBeInstanceOf(InvalidResponseException);
    expect(exception.message).toBe('HTTP 200: the body ends early or is not JSON');
  });

  it('judges an answer without a body by its status', () => {
    const exception = exceptionFromResponse({ status: 404, body: '' });
    expect(exception).toBeInstanceOf(RecordNotFoundException);
    expect(exception.message).toBe('HTTP 404: the answer has no body');
  });

  it('keeps the error of an Apex class that has a form of its own', () => {
    const exception = exceptionFromResponse({ status: 404, body: '{"error":"order not found"}' });
    expect(exception).toBeInstanceOf(RecordNotFoundException);
    expect(exception.message).toBe('HTTP 404: {"error":"order not found"}');
  });
});

describe('exceptionFromErrors', () => {
  it('falls back to the status when there is no error', () => {
    expect(exceptionFromErrors([], { status: 403 })).toBeInstanceOf(PermissionDeniedException);
  });
});

describe('exceptionFromSaveErrors', () => {
  it('reads the code from the key that collections use', () => {
    const exception = exceptionFromSaveErrors([
      {
        statusCode: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: [LastName]',
        fields: ['LastName'],
      },
    ]);
    expect(exception).toBeInstanceOf(RequiredFieldMissingException);
    expect(exception).toMatchObject({ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] });
  });

  it('takes an unknown code for a refused value', () => {
    const exception = exceptionFromSaveErrors([{ statusCode: 'VOODOO', message: 'm', fields: [] }]);
    expect(exception.constructor).toBe(RecordValidationException);
  });

  it('does not blame the record that was rolled back with the others', () => {
    const exception = exceptionFromSaveErrors([
      {
        statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        message:
          'Record rolled back because not all records were valid and the request was using AllOrNone header',
        fields: [],
      },
    ]);
    expect(exception.constructor).toBe(SalesforceException);
  });
});

describe('exceptionFromOAuthResponse', () => {
  it.each([
    ['invalid_grant', 'authentication failure', /security token/],
    ['invalid_grant', 'authentication failure - Invalid Password', /security token/],
    ['invalid_grant', 'expired access/refresh token', /approve the app again/],
    ['invalid_grant', "user hasn't approved this consumer", /Pre-authorise/],
    ['invalid_grant', 'ip restricted', /IP/],
    ['invalid_grant', 'inactive user', /Activate/],
    ['invalid_grant', 'Audience validation failed', /test\.salesforce\.com/],
    ['invalid_grant', 'audience is invalid', /test\.salesforce\.com/],
    ['invalid_grant', 'no client credentials user enabled', /Run As/],
    ['invalid_grant', 'request not supported on this domain', /My Domain/],
    ['invalid_client_id', 'client identifier invalid', /ten minutes/],
    ['invalid_client', 'invalid client credentials', /clientSecret/],
    ['invalid_app_access', 'user is not admin approved to access this app', /permission sets/],
  ])('explains %s: %s', (error, error_description, fix) => {
    const exception = exceptionFromOAuthResponse({
      status: 400,
      body: JSON.stringify({ error, error_description }),
      connection: 'emea',
    });
    expect(exception).toBeInstanceOf(AuthenticationException);
    expect(exception.message.startsWith(`${error_description}. `)).toBe(true);
    expect(exception.message).toMatch(fix);
    expect(exception).toMatchObject({ errorCode: error, status: 400, connection: 'emea' });
    expect(exception.errors).toEqual([{ errorCode: error, message: error_description }]);
  });

  it('leaves a description it does not know as it is', () => {
    const exception = exceptionFromOAuthResponse({
      status: 400,
      body: '{"error":"invalid_grant","error_description":"Masked"}',
    });
    expect(exception.message).toBe('Masked');
  });

  it('tells the code when there is no description', () => {
    const exception = exceptionFromOAuthResponse({ status: 400, body: '{"error":"authorization_pending"}' });
    expect(exception).toBeInstanceOf(AuthenticationException);
    expect(exception.message).toBe('authorization_pending');
  });

  it('takes too many logins for a limit', () => {
    const exception = exceptionFromOAuthResponse({
      status: 400,
      body: '{"error":"unknown_error","error_description":"login rate exceeded"}',
    });
    expect(exception).toBeInstanceOf(LimitExceededException);
  });

  it('takes a page for an outage', () => {
    const exception = exceptionFromOAuthResponse({ status: 503, body: '<html><title>Down</title></html>' });
    expect(exception).toBeInstanceOf(SalesforceUnavailableException);
  });
});

const failure = (code: string): Error => Object.assign(new Error('boom'), { code });

describe('exceptionFromTransportFailure', () => {
  const url = 'https://acme.my.salesforce.com/services/data/v67.0/query?q=SECRET';

  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', SalesforceTimeoutException],
    ['UND_ERR_HEADERS_TIMEOUT', SalesforceTimeoutException],
    ['UND_ERR_BODY_TIMEOUT', SalesforceTimeoutException],
    ['ETIMEDOUT', SalesforceTimeoutException],
    ['ECONNREFUSED', SalesforceNetworkException],
    ['ENOTFOUND', SalesforceNetworkException],
    ['ECONNRESET', SalesforceNetworkException],
    ['UND_ERR_SOCKET', SalesforceNetworkException],
    ['CERT_HAS_EXPIRED', SalesforceNetworkException],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', SalesforceNetworkException],
    ['EVERYTHING_ELSE', SalesforceNetworkException],
  ] as const)('judges %s before there was an answer', (code, type) => {
    const cause = failure(code);
    const exception = exceptionFromTransportFailure(cause, { url, connection: 'emea' });
    expect(exception.constructor).toBe(type);
    expect(exception.message).toContain('https://acme.my.salesforce.com:');
    expect(exception.message).not.toContain('SECRET');
    expect(exception.cause).toBe(cause);
    expect(exception.connection).toBe('emea');
  });

  it.each(['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'Z_BUF_ERROR', 'HPE_INVALID_CHUNK_SIZE'])(
    'takes %s within an answer for an answer that ends early',
    (code) => {
      const exception = exceptionFromTransportFailure(failure(code), { url, phase: 'body' });
      expect(exception).toBeInstanceOf(InvalidResponseException);
      expect(exception.message).toBe('https://acme.my.salesforce.com: the answer ends early');
    },
  );

  it('finds the code of a cause', () => {
    const cause = new TypeError('fetch failed', { cause: failure('ECONNREFUSED') });
    expect(exceptionFromTransportFailure(cause, { url }).message).toBe(
      'Cannot reach https://acme.my.salesforce.com: nothing listens there (ECONNREFUSED)',
    );
  });

  it('leaves an exception of ours as it is', () => {
    const exception = new SalesforceTimeoutException('late');
    expect(exceptionFromTransportFailure(exception, { url })).toBe(exception);
  });
});

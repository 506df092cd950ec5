import { AmbiguousExternalIdException } from './ambiguous-external-id.exception.js';
import { AuthenticationException } from './authentication.exception.js';
import { DuplicateRecordException } from './duplicate-record.exception.js';
import { InvalidReferenceException } from './invalid-reference.exception.js';
import { InvalidValueException } from './invalid-value.exception.js';
import { LimitExceededException } from './limit-exceeded.exception.js';
import { MalformedQueryException } from './malformed-query.exception.js';
import { PermissionDeniedException } from './permission-denied.exception.js';
import { QueryCursorExpiredException } from './query-cursor-expired.exception.js';
import { RecordNotFoundException } from './record-not-found.exception.js';
import { RecordValidationException } from './record-validation.exception.js';
import { RequiredFieldMissingException } from './required-field-missing.exception.js';
import { RowLockedException } from './row-locked.exception.js';
import { SalesforceException, type SalesforceExceptionContext } from './salesforce.exception.js';
import { SalesforceTimeoutException } from './salesforce-timeout.exception.js';
import { SalesforceUnavailableException } from './salesforce-unavailable.exception.js';
import { SchemaMismatchException } from './schema-mismatch.exception.js';
import { SessionExpiredException } from './session-expired.exception.js';
import { ValidationRuleException } from './validation-rule.exception.js';

export type ExceptionClass = new (
  message: string,
  context?: SalesforceExceptionContext,
) => SalesforceException;

/** Which exception stands for which of Salesforce's codes; codes that are absent here are judged by the HTTP status. */
const CODES_BY_EXCEPTION: readonly (readonly [ExceptionClass, string])[] = [
  [
    SessionExpiredException,
    'INVALID_SESSION_ID LOGIN_OAUTH_INVALID_TOKEN SESSION_EXPIRED SESSION_INVALIDATED',
  ],
  [
    AuthenticationException,
    `CLIENT_NOT_ACCESSIBLE_FOR_USER CLIENT_REQUIRE_UPDATE_FOR_USER INVALID_AUTH_HEADER INVALID_CLIENT INVALID_LOGIN
     INVALID_OPERATION_WITH_EXPIRED_PASSWORD LOGIN_CHALLENGE_ISSUED LOGIN_CHALLENGE_PENDING
     LOGIN_DURING_RESTRICTED_DOMAIN LOGIN_DURING_RESTRICTED_TIME LOGIN_MUST_USE_SECURITY_TOKEN
     MUTUAL_AUTHENTICATION_FAILED ORG_LOCKED PASSWORD_LOCKOUT SSO_SERVICE_DOWN TRIAL_EXPIRED UNSUPPORTED_CLIENT`,
  ],
  [
    PermissionDeniedException,
    `API_CURRENTLY_DISABLED API_DISABLED_FOR_ORG APEX_DATA_ACCESS_RESTRICTION APEX_REST_SERVICES_DISABLED
     CANNOT_DELETE_MANAGED_OBJECT CANNOT_MODIFY_MANAGED_OBJECT DELETE_NOT_ALLOWED ENTITY_IS_LOCKED FIELD_NOT_UPDATABLE
     FORBIDDEN FORBIDDEN_EXCEPTION FUNCTIONALITY_NOT_ENABLED INSUFFICIENT_ACCESS
     INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY INSUFFICIENT_ACCESS_OR_READONLY INVALID_FIELD_FOR_INSERT_UPDATE
     INVALID_READ_ONLY_USER_DML PORTAL_NO_ACCESS TRANSFER_REQUIRES_READ TXN_SECURITY_END_A_SESSION
     TXN_SECURITY_NO_ACCESS TXN_SECURITY_TWO_FA_REQUIRED`,
  ],
  [RecordNotFoundException, 'ENTITY_IS_ARCHIVED ENTITY_IS_DELETED MISSING_RECORD NOT_FOUND RECORD_NOT_FOUND'],
  [
    SchemaMismatchException,
    'INVALID_EXTERNAL_ID_FIELD_NAME INVALID_FIELD INVALID_TYPE SCHEMA_OBJECT_NOT_FOUND',
  ],
  [
    MalformedQueryException,
    `ENTITY_NOT_QUERYABLE INVALID_FILTER_VALUE INVALID_QUERY_FILTER_OPERATOR INVALID_QUERY_KEY INVALID_QUERY_SCOPE
     INVALID_QUERY_VALUE INVALID_SEARCH INVALID_SEARCH_SCOPE INVALID_SORT_OPTION INVALID_TYPE_FOR_OPERATION
     MALFORMED_QUERY MALFORMED_SEARCH QUERY_TOO_COMPLICATED`,
  ],
  [QueryCursorExpiredException, 'INVALID_LOCATOR INVALID_QUERY_LOCATOR'],
  [RequiredFieldMissingException, 'RECORD_MISSING_REQUIRED_FIELD REQUIRED_FIELD_MISSING'],
  [
    InvalidValueException,
    `DATE_OUT_OF_RANGE INVALID_CURRENCY_ISO INVALID_DATE_FORMAT INVALID_EMAIL_ADDRESS INVALID_INET_ADDRESS
     INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST INVALID_TYPE_ON_FIELD_IN_RECORD JSON_PARSER_ERROR
     NUMBER_OUTSIDE_VALID_RANGE STRING_TOO_LONG TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET`,
  ],
  [
    InvalidReferenceException,
    `FIELD_FILTER_VALIDATION_EXCEPTION FIELD_INTEGRITY_EXCEPTION INACTIVE_OWNER_OR_USER INVALID_CROSS_REFERENCE_KEY
     INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD INVALID_ID_FIELD INVALID_OWNER INVALID_USERID MALFORMED_ID`,
  ],
  [
    // Most of what comes as CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY is the exception of a trigger.
    ValidationRuleException,
    `APEX_FAILED CANNOT_EXECUTE_FLOW_TRIGGER CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY CUSTOM_APEX_ERROR
     FIELD_CUSTOM_VALIDATION_EXCEPTION FLOW_EXCEPTION`,
  ],
  [AmbiguousExternalIdException, 'DUPLICATE_EXTERNAL_ID'],
  [
    DuplicateRecordException,
    `DUPLICATES_DETECTED DUPLICATE_COMM_NICKNAME DUPLICATE_DEVELOPER_NAME DUPLICATE_MASTER_LABEL DUPLICATE_USERNAME
     DUPLICATE_VALUE`,
  ],
  [
    RowLockedException,
    'RECORD_IN_USE_BY_WORKFLOW RECORD_LOCKED UNABLE_TO_LOCK_RECORD UNABLE_TO_LOCK_ROW UNABLE_TO_UPDATE_RECORD_LOCK',
  ],
  [
    LimitExceededException,
    `DELETE_OPERATION_TOO_LARGE MAXIMUM_SIZE_OF_ATTACHMENT MAXIMUM_SIZE_OF_DOCUMENT OPERATION_TOO_LARGE
     PAYLOAD_SIZE_EXCEEDED TOO_MANY_APEX_REQUESTS TOO_MANY_JOBS TOO_MANY_RECORDS`,
  ],
  [SalesforceTimeoutException, 'QUERY_TIMEOUT REQUEST_RUNNING_TOO_LONG'],
  [
    SalesforceUnavailableException,
    `BAD_GATEWAY FUNCTIONALITY_TEMPORARILY_UNAVAILABLE INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE
     ORG_IN_MAINTENANCE PLATFORM_EVENT_PUBLISHING_UNAVAILABLE SERVER_UNAVAILABLE SERVICE_UNAVAILABLE`,
  ],
  [
    // Refusals of the request and not of a record's values, though they come with the status 400.
    SalesforceException,
    `ALL_OR_NONE_OPERATION_ROLLED_BACK BAD_REQUEST BATCH_PROCESSING_HALTED INVALID_BATCH_REQUEST INVALID_BATCH_SIZE
     INVALID_MULTIPART_REQUEST INVALID_OPERATION METHOD_NOT_ALLOWED POST_BODY_PARSE_ERROR PROCESSING_HALTED
     UNKNOWN_EXCEPTION UNSUPPORTED_API_VERSION XML_PARSER_ERROR`,
  ],
];

const EXCEPTION_BY_CODE: ReadonlyMap<string, ExceptionClass> = new Map(
  CODES_BY_EXCEPTION.flatMap(([exception, codes]) => codes.split(/\s+/).map((code) => [code, exception])),
);

/** Nearly a hundred codes name the limit they are about; they need no list. */
const NAMED_LIMIT = /_LIMIT_EXCEEDED$|^LIMIT_EXCEEDED$|^EXCEEDED_/;

const EXCEPTION_BY_STATUS: Readonly<Record<number, ExceptionClass>> = {
  // By far the most codes of this status are about the values of a record.
  400: RecordValidationException,
  401: SessionExpiredException,
  403: PermissionDeniedException,
  404: RecordNotFoundException,
  420: SalesforceUnavailableException,
  502: SalesforceUnavailableException,
  503: SalesforceUnavailableException,
  504: SalesforceUnavailableException,
};

/** The exception for a status alone; the base class where a status says nothing of what to do. */
export function exceptionClassOfStatus(status: number | undefined): ExceptionClass {
  return EXCEPTION_BY_STATUS[status ?? 0] ?? SalesforceException;
}

/** The exception for one of Salesforce's codes. */
export function exceptionClassOf(errorCode: string, status: number | undefined): ExceptionClass {
  const known = EXCEPTION_BY_CODE.get(errorCode);
  if (known) return known;
  return NAMED_LIMIT.test(errorCode) ? LimitExceededException : exceptionClassOfStatus(status);
}

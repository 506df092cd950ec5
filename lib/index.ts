// The module, and what a Nest application injects.
export { SalesforceModule } from './salesforce.module.js';
export { CustomRepository, InjectConnection, InjectRepository } from './salesforce.decorators.js';
export { getConnectionToken, getRepositoryToken } from './salesforce.tokens.js';
export { SalesforceExceptionFilter } from './salesforce-exception.filter.js';
export type { SalesforceFeatureOptions } from './interfaces/salesforce-feature-options.interface.js';
export type { SalesforceModuleAsyncOptions } from './interfaces/salesforce-module-async-options.interface.js';
export type { SalesforceModuleOptions } from './interfaces/salesforce-module-options.interface.js';
export type { SalesforceOptionsFactory } from './interfaces/salesforce-options-factory.interface.js';

// Connections: one org, the registry of orgs, and how an org is reached.
export { SalesforceConnection } from './connection/salesforce-connection.js';
export {
  SalesforceConnections,
  type SalesforceConnectionsOptions,
} from './connection/salesforce-connections.js';
export { encodePathSegment } from './connection/resource-url.js';
export type { ApiUsage, QueryOptions, ResourceRequest } from './connection/resource-request.interface.js';
export type {
  AuthOptions,
  ClientCredentialsAuthOptions,
  EmbeddedConnectionOptions,
  EmbeddedOptions,
  EmbeddedOrgHandle,
  JwtAuthOptions,
  PasswordAuthOptions,
  RefreshTokenAuthOptions,
  RemoteConnectionOptions,
  SalesforceConnectionOptions,
  SalesforceLogLevel,
  SeedData,
  SeedRecord,
  SessionAuthOptions,
  SoapAuthOptions,
  TimeoutOptions,
} from './connection/connection-options.interface.js';
export type { SalesforceLogger } from './common/salesforce-logger.interface.js';

// Entities.
export { Children } from './metadata/decorators/children.decorator.js';
export { Field } from './metadata/decorators/field.decorator.js';
export { Id } from './metadata/decorators/id.decorator.js';
export { Lookup } from './metadata/decorators/lookup.decorator.js';
export { MasterDetail } from './metadata/decorators/master-detail.decorator.js';
export { SObject } from './metadata/decorators/sobject.decorator.js';
export { Related } from './metadata/related.js';
export type { ChildrenOptions } from './metadata/decorators/children-options.interface.js';
export type { FieldOptions } from './metadata/decorators/field-options.interface.js';
export type { ParentOptions } from './metadata/decorators/parent-options.interface.js';
export type { SObjectOptions } from './metadata/decorators/sobject-options.interface.js';
export type {
  ChildrenMetadata,
  EntityClass,
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
} from './metadata/entity-metadata.interface.js';

// Values of fields that JavaScript has no type for.
export { DateString } from './protocol/date-string.js';
export { TimeString } from './protocol/time-string.js';
export { FIELD_TYPES, type FieldType } from './protocol/field-type.type.js';
export type { Address, Geolocation } from './protocol/compound-value.interface.js';

// Repositories: reading and writing records.
export { SalesforceRepository } from './repository/salesforce-repository.js';
export { getRepository } from './repository/repository.factory.js';
export type {
  CountOptions,
  FindByIdOptions,
  FindOneOptions,
} from './repository/find-one-options.interface.js';
export type { Inserted, InsertValues, UpdateRecord, UpdateValues } from './repository/record-values.type.js';
export type { UpsertOptions } from './repository/upsert-options.interface.js';
export type { UpsertOutcome } from './write/single-record.executor.js';
export type { WriteManyOptions, WriteOptions } from './write/write-options.interface.js';

// Queries as data.
export { DateLiteral } from './query/date-literal.js';
export type { FindOptions } from './query/find-options.interface.js';
export type { OrderBy, Sort, SortDirection } from './query/order-by.type.js';
export type { RelativeDate } from './soql/relative-date.js';
export type { Select, SelectChildren, SelectParent } from './query/select.type.js';
export type { Loaded, Selected } from './query/selected.type.js';
export type { ChildrenCondition, FieldCondition, Where } from './query/where.type.js';

// Queries as text.
export { soql, type SoqlTag } from './soql/soql-tag.js';
export { escapeLike } from './soql/soql-string.js';
export type { SoqlText } from './soql/soql-text.js';

// Answers of the REST API, as they travel.
export type { ApiError, SaveError } from './protocol/api-error.interface.js';
export type {
  DescribeChildRelationship,
  DescribeField,
  DescribeGlobalResult,
  DescribeGlobalSObject,
  DescribeSObjectResult,
  PicklistEntry,
} from './protocol/describe.interface.js';
export type { Identity, LimitInfo, Limits } from './protocol/identity.interface.js';
export type { QueryResponse, WireRecord } from './protocol/query-response.interface.js';
export type { SaveResult } from './protocol/save-result.interface.js';

// Exceptions: the base, those of the application's own making, those of the way to the org, those of the org.
export { SalesforceException, type SalesforceExceptionContext } from './exceptions/salesforce.exception.js';
export { InvalidEntityException } from './exceptions/invalid-entity.exception.js';
export { InvalidQueryException } from './exceptions/invalid-query.exception.js';
export { InvalidWriteException } from './exceptions/invalid-write.exception.js';
export { SalesforceConfigurationException } from './exceptions/salesforce-configuration.exception.js';
export { AuthenticationException } from './exceptions/authentication.exception.js';
export { InvalidResponseException } from './exceptions/invalid-response.exception.js';
export { SalesforceNetworkException } from './exceptions/salesforce-network.exception.js';
export { SalesforceTimeoutException } from './exceptions/salesforce-timeout.exception.js';
export { SalesforceUnavailableException } from './exceptions/salesforce-unavailable.exception.js';
export { SessionExpiredException } from './exceptions/session-expired.exception.js';
export { AmbiguousExternalIdException } from './exceptions/ambiguous-external-id.exception.js';
export { DuplicateRecordException } from './exceptions/duplicate-record.exception.js';
export { InvalidReferenceException } from './exceptions/invalid-reference.exception.js';
export { InvalidValueException } from './exceptions/invalid-value.exception.js';
export { LimitExceededException } from './exceptions/limit-exceeded.exception.js';
export { MalformedQueryException } from './exceptions/malformed-query.exception.js';
export { PartialWriteException, type RecordOutcome } from './exceptions/partial-write.exception.js';
export { PermissionDeniedException } from './exceptions/permission-denied.exception.js';
export { QueryCursorExpiredException } from './exceptions/query-cursor-expired.exception.js';
export { RecordNotFoundException } from './exceptions/record-not-found.exception.js';
export { RecordNotSentException } from './exceptions/record-not-sent.exception.js';
export { RecordValidationException } from './exceptions/record-validation.exception.js';
export { RequiredFieldMissingException } from './exceptions/required-field-missing.exception.js';
export { RowLockedException } from './exceptions/row-locked.exception.js';
export { SchemaMismatchException } from './exceptions/schema-mismatch.exception.js';
export { ValidationRuleException } from './exceptions/validation-rule.exception.js';

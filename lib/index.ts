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
export type { QueryCacheStore } from './connection/cache/query-cache-store.interface.js';
export type {
  DriftCode,
  DriftFinding,
  DriftReport,
  DriftSeverity,
} from './schema/drift/drift-report.interface.js';
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
  SeedTables,
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
export { picklistValues } from './metadata/picklist-values.js';
export { Polymorphic, Related } from './metadata/related.js';
export type { ChildrenOptions } from './metadata/decorators/children-options.interface.js';
export type { FieldOptions } from './metadata/decorators/field-options.interface.js';
export type { ParentOptions } from './metadata/decorators/parent-options.interface.js';
export type {
  OpenPicklistValue,
  PicklistOption,
  PicklistValue,
} from './metadata/decorators/picklist-option.type.js';
export type { SObjectOptions } from './metadata/decorators/sobject-options.interface.js';
export type {
  ChildrenMetadata,
  EntityClass,
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
  PicklistOptionMetadata,
} from './metadata/entity-metadata.interface.js';

// Values of fields that JavaScript has no type for.
export { Binary, type BinaryReadOptions } from './protocol/binary.js';
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

// What orgs say of their objects.
export type { EntityDescription, PicklistOptions } from './repository/entity-description.type.js';
export { Picklist, type PicklistChoice } from './schema/picklist/picklist.js';
export type {
  ChildRelationshipDefinition,
  FieldDefinition,
  FilteredLookupDefinition,
  PicklistValueDefinition,
  RecordTypeDefinition,
  SObjectDefinition,
  SObjectSummary,
} from './schema/sobject-definition.interface.js';

// Queries as data.
export { DateLiteral } from './query/where/date-literal.js';
export type { FindClauses, FindOptions } from './query/find/find-options.interface.js';
export type { DataCategorySelection, QueryScope, WithOptions } from './query/find/find-clauses.js';
export type { DistanceSort, OrderBy, Sort, SortDirection } from './query/order-by/order-by.type.js';
export type { NameRecord } from './query/polymorphic/name-record.js';
export type { RelativeDate } from './soql/relative-date.js';
export type { CacheOptions } from './query/cache/cache-options.interface.js';
export type { StreamOptions, StreamProgress } from './query/execution/stream-options.interface.js';
export type { Select, SelectChildren, SelectParent, SelectPolymorphic } from './query/select/select.type.js';
export type { Loaded, Selected } from './query/select/selected.type.js';
export type {
  ChildrenCondition,
  Distance,
  FieldCondition,
  PlaceCondition,
  PolymorphicCondition,
  Where,
} from './query/where/where.type.js';

// Queries put together step by step, and aggregates.
export { Query } from './query/query.js';
export type { QueryVerbs } from './query/query-verbs.interface.js';
export { QueryBuilder } from './query/builder/query-builder.js';
export { AggregateQueryBuilder } from './query/builder/aggregate-query-builder.js';
export {
  avg,
  count,
  countDistinct,
  formatted,
  grouping,
  max,
  min,
  sum,
} from './query/aggregate/aggregate-functions.js';
export {
  calendarMonth,
  calendarQuarter,
  calendarYear,
  type DateFunction,
  dayInMonth,
  dayInWeek,
  dayInYear,
  dayOnly,
  fiscalMonth,
  fiscalQuarter,
  fiscalYear,
  hourInDay,
  weekInMonth,
  weekInYear,
} from './query/aggregate/date-functions.js';
export type { Aggregate } from './query/aggregate/aggregate.js';
export type { FormattedAggregate } from './query/aggregate/formatted-aggregate.js';
export type {
  AggregateColumns,
  AggregateRow,
  GroupingKind,
  GroupTerm,
} from './query/aggregate/aggregate-row.type.js';
export type { DatePart, DatePartOptions } from './query/aggregate/date-part.js';
export type { FieldReference, ParentReference } from './query/aggregate/field-reference.type.js';
export type { Having } from './query/aggregate/having.type.js';
export type { DateFunctionName } from './query/where/date-function.js';

// Searches.
export { searchFor, type Found } from './query/search/search-for.js';
export { returning, type Returning } from './query/search/returning.js';
export type {
  ReturningOptions,
  SearchForOptions,
  SearchGroup,
  SearchMatch,
  SearchOptions,
  SearchScope,
} from './query/search/search-options.interface.js';
export { sosl, type SoslTag } from './soql/sosl/sosl-tag.js';
export type { SearchTerm } from './soql/sosl/search-term.js';
export type { SoslText } from './soql/sosl/sosl-text.js';
export type { EntitySearch } from './connection/entity-search.interface.js';

// Queries as text.
export { soql, type SoqlTag } from './soql/soql-tag.js';
export { escapeLike } from './soql/soql-string.js';
export type { SoqlText } from './soql/soql-text.js';
export type { SoqlRow } from './query/text/soql-row.type.js';

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
export type { QueryPlan, QueryPlanNote } from './protocol/query-plan.interface.js';
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

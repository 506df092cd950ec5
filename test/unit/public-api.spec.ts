import { describe, expect, it } from '@jest/globals';
import * as embedded from '../../lib/embedded/index.js';
import * as main from '../../lib/index.js';

describe('the public API', () => {
  it('of nestjs-salesforce is what is listed here', () => {
    expect(Object.keys(main).sort()).toEqual([
      'AmbiguousExternalIdException',
      'AuthenticationException',
      'Children',
      'CustomRepository',
      'DateLiteral',
      'DateString',
      'DuplicateRecordException',
      'FIELD_TYPES',
      'Field',
      'Id',
      'InjectConnection',
      'InjectRepository',
      'InvalidEntityException',
      'InvalidQueryException',
      'InvalidReferenceException',
      'InvalidResponseException',
      'InvalidValueException',
      'InvalidWriteException',
      'LimitExceededException',
      'Lookup',
      'MalformedQueryException',
      'MasterDetail',
      'PartialWriteException',
      'PermissionDeniedException',
      'QueryCursorExpiredException',
      'RecordNotFoundException',
      'RecordNotSentException',
      'RecordValidationException',
      'Related',
      'RequiredFieldMissingException',
      'RowLockedException',
      'SObject',
      'SalesforceConfigurationException',
      'SalesforceConnection',
      'SalesforceConnections',
      'SalesforceException',
      'SalesforceExceptionFilter',
      'SalesforceModule',
      'SalesforceNetworkException',
      'SalesforceRepository',
      'SalesforceTimeoutException',
      'SalesforceUnavailableException',
      'SchemaMismatchException',
      'SessionExpiredException',
      'TimeString',
      'ValidationRuleException',
      'encodePathSegment',
      'escapeLike',
      'getConnectionToken',
      'getRepository',
      'getRepositoryToken',
      'soql',
    ]);
  });

  it('of nestjs-salesforce/embedded is what is listed here', () => {
    expect(Object.keys(embedded).sort()).toEqual(['EmbeddedOrg']);
  });
});

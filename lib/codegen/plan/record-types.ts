import type { RecordTypeDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';

/** The record types of an object but for the one that every object has, each developer name once. */
export function ownRecordTypes({
  recordTypes = [],
}: Pick<SObjectDefinition, 'recordTypes'>): readonly RecordTypeDefinition[] {
  const own = recordTypes.filter(
    ({ master, developerName }) => master !== true && developerName !== 'Master',
  );
  // With person accounts, a describe can list one of another account beside its own.
  return own.filter(
    ({ developerName }, place) => own.findIndex((type) => type.developerName === developerName) === place,
  );
}

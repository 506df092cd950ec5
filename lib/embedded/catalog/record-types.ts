import type { RecordTypeDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';

/** Of the record type that every object has. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** What records are of where an object has no record types of its own. */
export const MASTER_RECORD_TYPE: RecordTypeDefinition = {
  developerName: 'Master',
  name: 'Master',
  recordTypeId: MASTER_RECORD_TYPE_ID,
  isDefault: true,
  master: true,
};

/** The record types of an object that are records of the org: all but the master. */
export function ownRecordTypes({ recordTypes = [] }: SObjectDefinition): readonly RecordTypeDefinition[] {
  return recordTypes.filter(({ master }) => master !== true);
}

/** The one that new records are of where nothing is said; undefined where that is the master. */
export function defaultRecordType(definition: SObjectDefinition): RecordTypeDefinition | undefined {
  const own = ownRecordTypes(definition);
  return own.find(({ isDefault }) => isDefault === true);
}

/** Those that a describe lists: the own ones and the master, which is the default where they have none. */
export function describedRecordTypes(definition: SObjectDefinition): readonly RecordTypeDefinition[] {
  const { recordTypes, traits } = definition;
  if (recordTypes === undefined) return traits?.includes('layoutable') ? [MASTER_RECORD_TYPE] : [];
  const own = ownRecordTypes(definition);
  if (own.length === 0 || own.length < recordTypes.length) return recordTypes;
  return [...own, { ...MASTER_RECORD_TYPE, isDefault: defaultRecordType(definition) === undefined }];
}

import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';

/**
 * Records of objects that are set up rather than loaded, by object and id: each has the values by which its like is found in
 * another org.
 */
export type KnownRecords = Readonly<Record<string, Readonly<Record<string, KnownRecord>>>>;

export type KnownRecord = Readonly<Record<string, string>>;

interface KnownObject {
  /** Of the ids. */
  readonly prefix: string;
  /** The fields that tell which record of one org is that of another; the first that finds one decides. */
  readonly keys: readonly string[];
  /** What must be equal besides: a developer name is one of a record type only together with its object. */
  readonly qualifier?: string;
}

/** Objects that every org has records of its own of. */
export const KNOWN_OBJECTS: ReadonlyMap<string, KnownObject> = new Map<string, KnownObject>([
  ['User', { prefix: '005', keys: ['Username', 'Email'] }],
  ['Group', { prefix: '00G', keys: ['DeveloperName'] }],
  ['RecordType', { prefix: '012', keys: ['DeveloperName'], qualifier: 'SobjectType' }],
  ['Profile', { prefix: '00e', keys: ['Name'] }],
  ['UserRole', { prefix: '00E', keys: ['DeveloperName'] }],
  ['BusinessHours', { prefix: '01m', keys: ['Name'] }],
]);

/** Which of those objects an id of a field is of. */
export function knownObjectOf({ referenceTo = [] }: FieldDefinition, id: string): string | undefined {
  return referenceTo.find((name) => KNOWN_OBJECTS.get(name)?.prefix === id.slice(0, 3));
}

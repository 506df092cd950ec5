import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { RecordTypeDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import type { Finding } from './field-pair.interface.js';

const WRITES = [
  ['createable', 'created', 'creatable'],
  ['updateable', 'updated', 'updatable'],
  ['deletable', 'deleted', 'deletable'],
] as const;

/** What may be done with the records of an object, and which kinds of them there are. */
export function checkObject(metadata: EntityMetadata, object: SObjectDefinition): readonly Finding[] {
  return [
    ...checkReading(metadata, object),
    ...checkWriting(metadata, object),
    ...checkRecordTypes(metadata, object),
  ];
}

function checkReading(metadata: EntityMetadata, object: SObjectDefinition): readonly Finding[] {
  if (!metadata.queryable || object.queryable) return [];
  return [
    {
      severity: 'error',
      code: 'object-access',
      message: 'cannot be queried by the connected user.',
      fix: 'Give the user read access to the object, or say queryable: false.',
    },
  ];
}

function checkWriting(metadata: EntityMetadata, object: SObjectDefinition): readonly Finding[] {
  const refused = WRITES.filter(([able]) => metadata[able] && !object[able]);
  if (refused.length === 0) return [];
  const verbs = refused.map(([, verb]) => verb).join(', ');
  const options =
    refused.length === WRITES.length
      ? 'readOnly: true'
      : refused.map(([, , option]) => `${option}: false`).join(', ');
  return [
    {
      severity: 'warning',
      code: 'object-access',
      message: `has records that the connected user may not have ${verbs}, where the entity allows it.`,
      fix: `Give the user the object permissions, or say ${options} with @SObject().`,
    },
  ];
}

function checkRecordTypes(
  { recordTypes = {} }: EntityMetadata,
  object: SObjectDefinition,
): readonly Finding[] {
  const actual = new Map((object.recordTypes ?? []).map((one) => [one.developerName, one]));
  return Object.keys(recordTypes).flatMap((name) => checkRecordType(name, actual.get(name)));
}

function checkRecordType(name: string, actual: RecordTypeDefinition | undefined): readonly Finding[] {
  const has = `has the record type ${name}, which`;
  if (!actual) {
    const fix = `Remove ${name} from recordTypes, or create it in the org.`;
    return [{ severity: 'warning', code: 'record-type', message: `${has} is not in the org.`, fix }];
  }
  if (actual.active === false) {
    const fix = `Activate ${name} in the org, or remove it from recordTypes.`;
    return [{ severity: 'warning', code: 'record-type', message: `${has} is not active in the org.`, fix }];
  }
  if (actual.available !== false) return [];
  const message = `${has} the connected user may not choose.`;
  return [{ severity: 'info', code: 'record-type', message, fix: `Assign ${name} to the user's profile.` }];
}

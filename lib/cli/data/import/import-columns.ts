import { didYouMean } from '../../../common/did-you-mean.js';
import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { KNOWN_OBJECTS } from '../known-records.js';
import type { ImportColumn } from './import-column.js';

/** Columns that files of results and of failed rows have before those of the record. */
const OWN_COLUMNS = /^sf__(?:Id|Created|Error)$/;

/** `Account.ErpNumber__c`, or `Lead:Who.Email` where the parent may be of several objects. */
const PATH = /^(?:(?<type>\w+):)?(?<parent>\w+)\.(?<key>\w+)$/;

export interface ReadColumns {
  readonly columns: readonly ImportColumn[];
  /** What is wrong with them, in a line each. */
  readonly complaints: readonly string[];
}

/**
 * What the columns of a file are to an object.
 *
 * @param definitionOf the objects that parents may be of, as far as they are known
 */
export function readColumns(
  header: readonly string[],
  definition: SObjectDefinition,
  definitionOf: (name: string) => SObjectDefinition | undefined,
): ReadColumns {
  const complaints: string[] = [];
  const columns = header.map((name, place): ImportColumn => {
    const column = OWN_COLUMNS.test(name)
      ? ({ kind: 'ignored', place, header: name } as const)
      : (fieldColumn(name, place, definition) ?? parentColumn(name, place, definition, definitionOf));
    if (typeof column !== 'string') return column;
    complaints.push(column);
    return { kind: 'ignored', place, header: name };
  });
  return { columns, complaints };
}

/** The objects that the columns of a file may name parents of, for which they have to be described. */
export function parentObjects(header: readonly string[], definition: SObjectDefinition): readonly string[] {
  return header.flatMap((name) => {
    const reference = referenceOf(name, definition);
    return reference ? reference.targets.filter((target) => !KNOWN_OBJECTS.has(target)) : [];
  });
}

function fieldColumn(header: string, place: number, definition: SObjectDefinition): ImportColumn | undefined {
  const field = fieldOf(definition, header);
  if (!field) return undefined;
  if (field.type === 'id') return { kind: 'id', place, header };
  if (!field.createable || field.type === 'base64') return { kind: 'ignored', place, header, field };
  return { kind: field.type === 'reference' ? 'reference' : 'value', place, header, field };
}

/** The column, or what is wrong with it. */
function parentColumn(
  header: string,
  place: number,
  definition: SObjectDefinition,
  definitionOf: (name: string) => SObjectDefinition | undefined,
): ImportColumn | string {
  const reference = referenceOf(header, definition);
  if (!reference) return unknownField(header, definition);
  const { field, targets, key } = reference;
  if (!field.createable) return { kind: 'ignored', place, header, field };
  for (const object of targets) {
    const known = KNOWN_OBJECTS.get(object)?.keys.find((each) => each.toLowerCase() === key.toLowerCase());
    if (known !== undefined) return { kind: 'known', place, header, field, object, key: known };
  }
  for (const name of targets) {
    const target = definitionOf(name);
    const found = target && fieldOf(target, key);
    if (target && found && (found.externalId || found.idLookup)) {
      return { kind: 'parent', place, header, field, target, key: found };
    }
  }
  return `${definition.name}: '${header}' finds no record, as ${key} is no external id of ${targets.join(', ')}.`;
}

interface NamedReference {
  readonly field: FieldDefinition;
  readonly targets: readonly string[];
  readonly key: string;
}

function referenceOf(header: string, definition: SObjectDefinition): NamedReference | undefined {
  const { type, parent = '', key = '' } = PATH.exec(header)?.groups ?? {};
  const field = definition.fields.find(
    ({ relationshipName }) => parent !== '' && relationshipName?.toLowerCase() === parent.toLowerCase(),
  );
  if (!field) return undefined;
  const targets = (field.referenceTo ?? []).filter(
    (name) => type === undefined || name.toLowerCase() === type.toLowerCase(),
  );
  return { field, targets, key };
}

function fieldOf({ fields }: SObjectDefinition, name: string): FieldDefinition | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
}

function unknownField(header: string, { name, fields }: SObjectDefinition): string {
  const hint = didYouMean(
    header,
    fields.map((field) => field.name),
  );
  return `${name} has no field '${header}', or the user may not see it.${hint}`;
}

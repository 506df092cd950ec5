import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { KnownNames } from '../known-names.interface.js';
import { picklistOptions } from '../plan/picklist-options.js';
import { ownRecordTypes } from '../plan/record-types.js';
import { assignNames, type NameWish } from './name-assignment.js';
import { memberKey } from './property-names.js';
import { isClassName } from './reserved-names.js';
import { capitalise } from './word-case.js';

/** The keys of constants, whatever they are called. */
export const constantKey = {
  picklist: (object: string, field: string): string => `picklist ${object}.${field}`,
  recordTypes: (object: string): string => `record types ${object}`,
};

/** The keys of all constants that some objects need. */
export function constantKeys(definitions: readonly SObjectDefinition[]): readonly string[] {
  return definitions.flatMap((definition) => [
    ...(ownRecordTypes(definition).length > 0 ? [constantKey.recordTypes(definition.name)] : []),
    ...definition.fields
      .filter((field) => picklistOptions(field).length > 0)
      .map((field) => constantKey.picklist(definition.name, field.name)),
  ]);
}

/**
 * The constants of picklists and record types, by their key, each named after the class and the property: `AccountRating`.
 * Where a class has that name, `Value`
 * comes behind it.
 */
export function constantNames(
  definitions: readonly SObjectDefinition[],
  classes: ReadonlyMap<string, string>,
  properties: (object: string) => ReadonlyMap<string, string>,
  known: KnownNames,
): ReadonlyMap<string, string> {
  const classFolds = new Set([...classes.values()].map((name) => name.toLowerCase()));
  const wish = (key: string, className: string, name: string): NameWish => {
    const chosen = known.constantName(key);
    if (chosen !== undefined) return { key, rank: 0, candidates: [chosen] };
    const long = className + name;
    // `AccountSource` of `Account` need not say the class twice.
    const short = name.startsWith(className) && name !== className ? name : long;
    return { key, rank: 1, candidates: [short, long, `${long}Value`] };
  };
  const wishes = definitions.flatMap(({ name, fields, ...definition }) => {
    const className = classes.get(name) ?? name;
    const nameOf = (field: string) => properties(name).get(memberKey.field(field)) ?? field;
    return [
      ...(ownRecordTypes(definition).length > 0
        ? [wish(constantKey.recordTypes(name), className, 'RecordType')]
        : []),
      ...fields
        .filter((field) => picklistOptions(field).length > 0)
        .map((field) =>
          wish(constantKey.picklist(name, field.name), className, capitalise(nameOf(field.name))),
        ),
    ];
  });
  return assignNames(wishes, {
    isFree: (name) => isClassName(name) && !classFolds.has(name.toLowerCase()),
    fold: (name) => name.toLowerCase(),
  });
}

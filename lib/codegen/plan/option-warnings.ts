import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldSelection, InspectOptions } from '../inspect-options.interface.js';
import { isPattern } from '../selection/name-pattern.js';

/**
 * Names in the options that nothing of their object has: most likely they are misspelt. What is said of objects that are not
 * selected may be meant for another selection, and patterns may match nothing.
 */
export function optionWarnings(
  definitions: readonly SObjectDefinition[],
  { names = {}, fields = {} }: Pick<InspectOptions, 'names' | 'fields'>,
): readonly string[] {
  const objects = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]));
  const unknown = (
    object: string,
    wanted: string,
    known: (one: SObjectDefinition) => readonly string[],
  ): boolean => {
    const definition = objects.get(object.toLowerCase());
    return definition !== undefined && !known(definition).some((name) => isSame(name, wanted));
  };
  const misnamed = Object.keys(names).filter((path) => {
    const [, object, member] = /^([^.]+)\.(.+)$/.exec(path) ?? [];
    return object !== undefined && member !== undefined && unknown(object, member, memberNames);
  });
  const missing = Object.entries(fields).flatMap(([object, selection]) =>
    exactNames(selection)
      .filter((field) => unknown(object, field, fieldNames))
      .map((field) => `${object}.${field}`),
  );
  return [
    ...misnamed.map((path) => `${path}, which is given a name, is no field and no relationship.`),
    ...missing.map((path) => `${path}, which is selected or left out, is no field.`),
  ];
}

function exactNames({ include = [], exclude = [] }: FieldSelection): readonly string[] {
  return [...include, ...exclude].filter((name) => !isPattern(name));
}

function fieldNames({ fields }: SObjectDefinition): readonly string[] {
  return fields.map(({ name }) => name);
}

function memberNames(definition: SObjectDefinition): readonly string[] {
  const { fields, childRelationships = [] } = definition;
  const relationships = [...fields, ...childRelationships].map(({ relationshipName }) => relationshipName);
  return [...fieldNames(definition), ...relationships.filter((name) => typeof name === 'string')];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

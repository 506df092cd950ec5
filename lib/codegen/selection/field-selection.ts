import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldSelection, InspectOptions } from '../inspect-options.interface.js';
import { matchesPattern } from './name-pattern.js';

/** The object with those of its fields that become properties: the id, and what passes every selection made for the object. */
export function selectFields(
  definition: SObjectDefinition,
  { fields: selections = {} }: Pick<InspectOptions, 'fields'>,
): SObjectDefinition {
  const matching = Object.entries(selections)
    .filter(([pattern]) => matchesPattern(definition.name, pattern))
    .map(([, selection]) => selection);
  if (matching.length === 0) return definition;
  const fields = definition.fields.filter(
    ({ name }) => name === 'Id' || matching.every((selection) => passes(name, selection)),
  );
  return { ...definition, fields };
}

function passes(name: string, { include, exclude = [] }: FieldSelection): boolean {
  const isMeant = (pattern: string) => matchesPattern(name, pattern);
  return (include === undefined || include.some(isMeant)) && !exclude.some(isMeant);
}

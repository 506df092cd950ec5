import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';

/** Where fields are added; absent, after the standard ones. */
export interface FieldPlace {
  readonly after?: string;
  readonly before?: string;
}

/** A definition with those fields that it does not have yet. */
export function withFields(
  definition: SObjectDefinition,
  fields: readonly FieldDefinition[],
  place: FieldPlace = {},
): SObjectDefinition {
  const known = new Set(definition.fields.map(({ name }) => name));
  const added = fields.filter(({ name }) => !known.has(name));
  if (added.length === 0) return definition;
  const index = indexOf(definition.fields, place);
  return { ...definition, fields: definition.fields.toSpliced(index, 0, ...added) };
}

function indexOf(fields: readonly FieldDefinition[], { after, before }: FieldPlace): number {
  const anchor = fields.findIndex(({ name }) => name === (after ?? before));
  if (anchor >= 0) return after === undefined ? anchor : anchor + 1;
  const custom = fields.findIndex((field) => field.custom);
  return custom < 0 ? fields.length : custom;
}

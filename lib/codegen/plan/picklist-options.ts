import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';

/** A value of a picklist and what users see of it. */
export interface PicklistChoice {
  readonly value: string;
  readonly label: string;
}

const PICKLISTS: ReadonlySet<string> = new Set(['picklist', 'multipicklist', 'combobox']);

/** The values that a picklist offers, each once; those that were retired are not among them. */
export function picklistOptions({ type, picklistValues = [] }: FieldDefinition): readonly PicklistChoice[] {
  if (!PICKLISTS.has(type)) return [];
  const active = picklistValues.filter(({ active }) => active !== false);
  return [
    ...new Map(active.map(({ value, label }) => [value, { value, label: label ?? value }] as const)).values(),
  ];
}

import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { badPicklistValue, tooLong } from './refusals.js';
import { textOf } from './text-value.js';

/** The longest value a picklist can hold, its own entries included. */
const LONGEST_ENTRY = 255;

/** One value: spelt as the picklist spells it, whatever its case; a value of one's own only where the list is open. */
export function toPicklistColumn(field: FieldDefinition, value: unknown): string | null {
  const text = textOf(field, value);
  return text === null ? null : entryOf(field, text);
}

/** Several values, `A;B`: each once, those of the list in the order of the list. */
export function toMultiPicklistColumn(field: FieldDefinition, value: unknown): string | null {
  const entries = (textOf(field, value) ?? '')
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => entryOf(field, entry));
  if (entries.length === 0) return null;
  const order = new Map((field.picklistValues ?? []).map((entry, index) => [entry.value, index]));
  const rank = (entry: string): number => order.get(entry) ?? order.size;
  return [...new Set(entries)].sort((a, b) => rank(a) - rank(b)).join(';');
}

function entryOf(field: FieldDefinition, text: string): string {
  const wanted = text.toLowerCase();
  const entries = field.picklistValues?.filter((entry) => entry.active !== false) ?? [];
  const entry = entries.find(({ value }) => value.toLowerCase() === wanted);
  if (entry) return entry.value;
  if (field.restrictedPicklist && entries.length > 0) throw badPicklistValue(field, text);
  if (text.length > LONGEST_ENTRY) throw tooLong(field, text, LONGEST_ENTRY);
  return text;
}

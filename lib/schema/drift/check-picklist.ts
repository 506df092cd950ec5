import { shortenedList } from '../../common/shortened-list.js';
import type { FieldPair, Finding } from './field-pair.interface.js';

/** How many values a message names. */
const MOST_VALUES = 5;

/** The values of a picklist that lists them. */
export function checkPicklist({ field, actual }: FieldPair): readonly Finding[] {
  const { picklist } = field;
  const isPicklist = ['picklist', 'multipicklist', 'combobox'].includes(actual.type);
  if (!picklist || !isPicklist) return [];
  const values = actual.picklistValues ?? [];
  const active = new Set(values.filter((one) => one.active !== false).map(({ value }) => value));
  const known = new Set(picklist.map(({ value }) => value));
  const gone = [...known].filter((value) => !active.has(value));
  const added = [...active].filter((value) => !known.has(value));
  return [
    ...(gone.length > 0 ? [goneFrom(gone, actual.restrictedPicklist === true)] : []),
    ...(added.length > 0 ? [addedTo(added, field.restricted !== false)] : []),
  ];
}

function goneFrom(values: readonly string[], restricted: boolean): Finding {
  return {
    severity: restricted ? 'warning' : 'info',
    code: 'picklist',
    message: `lists ${list(values)}, which the org has not${restricted ? ' and refuses' : ', though it takes any text'}.`,
    fix: 'Take the values out of the list, or add or reactivate them in the org.',
  };
}

function addedTo(values: readonly string[], closed: boolean): Finding {
  return {
    severity: closed ? 'warning' : 'info',
    code: 'picklist',
    message: `does not list ${list(values)}, which records of the org can have.`,
    fix: 'Add the values to the list.',
  };
}

function list(values: readonly string[]): string {
  return shortenedList(
    values.map((value) => `'${value}'`),
    MOST_VALUES,
  );
}

import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { DateString } from '../../../protocol/date-string.js';
import { TimeString } from '../../../protocol/time-string.js';
import { notDeserializable, refusal } from './refusals.js';

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** Digits that clients write whose language counts microseconds. */
const BEYOND_MILLISECONDS = /(\.\d{3})\d+/;

/** The first and the last year the platform keeps. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;

export function toDateColumn(field: FieldDefinition, value: unknown): string | null {
  if (value === '') return null;
  if (!DateString.is(value)) throw notDeserializable(field, value);
  return withinCalendar(field, value);
}

/** An instant in UTC. The platform keeps whole seconds, and drops what comes behind them. */
export function toDateTimeColumn(field: FieldDefinition, value: unknown): string | null {
  if (value === '') return null;
  const parts = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  const [, date, time, , zone = ''] = parts ?? [];
  if (!DateString.is(date) || !TimeString.is(time)) throw notDeserializable(field, value);
  const instant = new Date(`${date}T${time}${zone.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(instant.getTime())) throw notDeserializable(field, value);
  return withinCalendar(field, toStoredInstant(instant));
}

/** An instant as it is stored, to the second. */
export function toStoredInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}.000Z`;
}

/** A time of day. The platform keeps milliseconds, and drops what comes behind them. */
export function toTimeColumn(field: FieldDefinition, value: unknown): string | null {
  if (value === '') return null;
  const exact = typeof value === 'string' ? value.replace(BEYOND_MILLISECONDS, '$1') : value;
  if (!TimeString.is(exact)) throw notDeserializable(field, value);
  const [clock = '', fraction = ''] = exact.replace('Z', '').split('.');
  return `${clock}.${fraction.padEnd(3, '0')}Z`;
}

function withinCalendar(field: FieldDefinition, text: string): string {
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw refusal('FIELD_INTEGRITY_EXCEPTION', field, `invalid date: ${text}`);
  }
  return text;
}

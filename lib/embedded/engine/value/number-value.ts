import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { notDeserializable, outsideRange } from './refusals.js';

const NUMERAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** Digits of a number field that does not say how many it takes. */
const DEFAULT_PRECISION = 18;

/** A whole number; a text of one is taken too, as many clients send it. */
export function toIntegerColumn(field: FieldDefinition, value: unknown): number | null {
  const number = numberOf(field, value);
  if (number === null) return null;
  if (!Number.isInteger(number)) throw notDeserializable(field, value);
  const limit = field.type === 'int' && field.digits ? 10 ** field.digits : 2 ** 63;
  if (Math.abs(number) >= limit) throw outsideRange(field, number);
  return number;
}

/** A number with decimals. Only amounts of money are rounded to their scale; others keep every decimal they have. */
export function toDecimalColumn(field: FieldDefinition, value: unknown): number | null {
  const number = numberOf(field, value);
  if (number === null) return null;
  const scale = field.scale ?? 0;
  const rounded = field.type === 'currency' ? roundTo(number, scale) : number;
  if (Math.abs(rounded) >= 10 ** ((field.precision ?? DEFAULT_PRECISION) - scale)) {
    throw outsideRange(field, number);
  }
  return rounded;
}

function numberOf(field: FieldDefinition, value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === '') return null;
  if (typeof value === 'string' && NUMERAL.test(value)) return Number(value);
  throw notDeserializable(field, value);
}

/** Rounds half away from zero, on the decimal digits: 1.005 is 1.01, whatever its binary form. */
export function roundTo(number: number, scale: number): number {
  const [digits = '0', exponent = '0'] = String(Math.abs(number)).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + scale}`));
  const [integer = '0', power = '0'] = String(shifted).split('e');
  return Math.sign(number) * Number(`${integer}e${Number(power) - scale}`);
}

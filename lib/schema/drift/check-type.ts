import { FIELD_TYPES } from '../../protocol/field-type.type.js';
import type { FieldPair, Finding } from './field-pair.interface.js';
import { valueKind } from './value-kind.js';

/** Types, and how much of a value there is room for. */
export function checkType(pair: FieldPair): readonly Finding[] {
  const { field, actual } = pair;
  // Who says so takes whatever comes.
  if (field.type === 'anyType') return [];
  if (!FIELD_TYPES.includes(actual.type)) return [unknownType(pair)];
  if (valueKind(field.type) !== valueKind(actual.type)) {
    return [
      {
        severity: 'error',
        code: 'type',
        message: `is ${article(field.type)} here and ${article(actual.type)} in the org: its values are of another type.`,
        fix: `Declare the property with type: '${actual.type}', and the TypeScript type that goes with it.`,
      },
    ];
  }
  return [...checkSameKind(pair), ...checkLength(pair), ...checkPrecision(pair)];
}

/** Orgs have types that this version has not heard of. */
function unknownType({ field, actual }: FieldPair): Finding {
  return {
    severity: 'warning',
    code: 'type',
    message: `is ${article(field.type)} here and of the type ${actual.type} in the org, whose values are not known here.`,
    fix: "Declare the property with type: 'anyType', and as unknown.",
  };
}

function checkSameKind({ field, actual }: FieldPair): readonly Finding[] {
  if (field.type === actual.type) return [];
  const fix = `Declare the property with type: '${actual.type}'.`;
  const message = `is ${article(field.type)} here and ${article(actual.type)} in the org`;
  if (!actual.filterable && (actual.type === 'textarea' || actual.type === 'encryptedstring')) {
    const why = 'queries cannot filter or sort by it.';
    return [{ severity: 'warning', code: 'type', message: `${message}: ${why}`, fix }];
  }
  return [{ severity: 'info', code: 'type', message: `${message}.`, fix }];
}

function checkLength({ field, actual }: FieldPair): readonly Finding[] {
  const { length } = field;
  const room = actual.length ?? 0;
  if (length === undefined || room === 0 || length === room) return [];
  const message = `holds ${length} characters here and ${room} in the org`;
  const fix = `Say length: ${room}, and check the values that are written.`;
  return length > room
    ? [{ severity: 'warning', code: 'length', message: `${message}: longer values are refused.`, fix }]
    : [{ severity: 'info', code: 'length', message: `${message}.`, fix: `Say length: ${room}.` }];
}

function checkPrecision({ field, actual }: FieldPair): readonly Finding[] {
  const { precision, scale } = field;
  const room = { precision: actual.precision ?? 0, scale: actual.scale ?? 0 };
  const isSame = (precision ?? room.precision) === room.precision && (scale ?? room.scale) === room.scale;
  if (isSame || room.precision === 0) return [];
  const here = { precision: precision ?? room.precision, scale: scale ?? room.scale };
  const isNarrower = integerDigits(room) < integerDigits(here);
  return [
    {
      severity: isNarrower || room.scale < here.scale ? 'warning' : 'info',
      code: 'precision',
      message:
        `has ${digits(here)} here and ${digits(room)} in the org` +
        (isNarrower ? ': larger numbers are refused.' : room.scale < here.scale ? ': it rounds.' : '.'),
      fix: `Say precision: ${room.precision} and scale: ${room.scale}.`,
    },
  ];
}

interface Digits {
  readonly precision: number;
  readonly scale: number;
}

function integerDigits({ precision, scale }: Digits): number {
  return precision - scale;
}

function digits({ precision, scale }: Digits): string {
  return `${precision} digits, ${scale} of them of the fraction,`;
}

function article(type: string): string {
  return `${/^[aeiou]/i.test(type) ? 'an' : 'a'} ${type}`;
}

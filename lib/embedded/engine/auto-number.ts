import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import type { Sequence } from './sequence.js';

const DIGITS = 8;

/** Where a new org begins to count. @default 1 */
const FIRST: Readonly<Record<string, number>> = {
  'Case.CaseNumber': 1000,
  'Contract.ContractNumber': 100,
  'Order.OrderNumber': 100,
};

/** The next number of a field that numbers the records of its object, such as `00001000`. */
export function nextAutoNumber(sequence: Sequence, object: ObjectSchema, field: FieldDefinition): string {
  const name = nameOf(object, field);
  return String(sequence.next(name, FIRST[name])).padStart(DIGITS, '0');
}

/** Never gives a number that a record has brought along, nor one before it. */
export function skipAutoNumber(
  sequence: Sequence,
  object: ObjectSchema,
  field: FieldDefinition,
  value: unknown,
): void {
  if (/^\d{1,15}$/.test(String(value))) sequence.skip(nameOf(object, field), Number(value));
}

function nameOf(object: ObjectSchema, field: FieldDefinition): string {
  return `${object.name}.${field.name}`;
}

import type { FieldType } from '../protocol/field-type.type.js';
import type { FieldDefinition } from './sobject-definition.interface.js';

export type FieldMeasures = Pick<FieldDefinition, 'length' | 'precision' | 'scale' | 'digits'>;

const NAME: FieldMeasures = { length: 80 };

const BY_TYPE: Partial<Record<FieldType, FieldMeasures>> = {
  reference: { length: 18 },
  string: { length: 255 },
  textarea: { length: 32_768 },
  picklist: { length: 255 },
  combobox: { length: 255 },
  multipicklist: { length: 4_099 },
  email: { length: 80 },
  phone: { length: 40 },
  url: { length: 255 },
  encryptedstring: { length: 175 },
  int: { digits: 8 },
  double: { precision: 18, scale: 2 },
  currency: { precision: 18, scale: 2 },
  percent: { precision: 18, scale: 2 },
};

/** What an organisation's set-up offers first: the measures of a field whose declaration leaves them open. */
export function defaultMeasures({ name, type }: Pick<FieldDefinition, 'name' | 'type'>): FieldMeasures {
  return name === 'Name' ? NAME : (BY_TYPE[type] ?? {});
}

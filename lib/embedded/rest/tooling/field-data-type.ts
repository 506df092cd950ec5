import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { isMasterDetail } from '../../catalog/master-detail.js';

/** Text areas up to this length are plain ones. */
const LONGEST_TEXT_AREA = 255;

/** The type of a field as the org's pages call it: `Text(255)`, `Lookup(Account)`, `Number(16, 2)`. */
export function fieldDataType(object: ObjectSchema, field: FieldDefinition): string {
  if (field.autoNumber) return 'Auto Number';
  if (field.calculated && field.custom) return `Formula (${plainType(object, field).replace(/\(.*/, '')})`;
  return plainType(object, field);
}

function plainType(object: ObjectSchema, field: FieldDefinition): string {
  const { type, length = 0, precision = 0, scale = 0, digits = 0, referenceTo = [] } = field;
  const number = `(${precision - scale}, ${scale})`;
  switch (type) {
    case 'id':
      return 'Lookup()';
    case 'reference':
      return `${isMasterDetail(field) ? 'Master-Detail' : 'Lookup'}(${referenceTo.join(',')})`;
    case 'string':
      return field.nameField && object.components(field).length > 0 ? 'Name' : `Text(${length})`;
    case 'textarea':
      return textAreaType(field);
    case 'currency':
      return `Currency${number}`;
    case 'double':
      return `Number${number}`;
    case 'percent':
      return `Percent${number}`;
    case 'int':
      return `Number(${digits}, 0)`;
    case 'long':
      return `Number(${digits}, 0)`;
    case 'url':
      return `URL(${length})`;
    case 'encryptedstring':
      return `Text (Encrypted)(${length})`;
    default:
      return NAMES[type] ?? type;
  }
}

const NAMES: Readonly<Partial<Record<FieldDefinition['type'], string>>> = {
  address: 'Address',
  base64: 'Base64',
  boolean: 'Checkbox',
  combobox: 'Picklist',
  date: 'Date',
  datetime: 'Date/Time',
  email: 'Email',
  location: 'Geolocation',
  multipicklist: 'Picklist (Multi-Select)',
  phone: 'Phone',
  picklist: 'Picklist',
  time: 'Time',
};

function textAreaType({ length = 0, htmlFormatted }: FieldDefinition): string {
  if (htmlFormatted) return `Rich Text Area(${length})`;
  return `${length > LONGEST_TEXT_AREA ? 'Long Text Area' : 'Text Area'}(${length})`;
}

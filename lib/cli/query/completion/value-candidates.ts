import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { COUNTED_RANGES, PLAIN_RANGES } from '../../../soql/parser/relative-dates.js';
import { quoteSoqlString } from '../../../soql/soql-string.js';

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='];
const MEMBERSHIPS = ['IN', 'NOT IN'];
const ORDERED = [...COMPARISONS, ...MEMBERSHIPS];
const RANGES = [...PLAIN_RANGES, ...COUNTED_RANGES.map((name) => `${name}:`)];

/** How a field may be compared; of what is no field, such as a function, numbers are made. */
export function operatorCandidates(field: FieldDefinition | undefined): readonly string[] {
  switch (field?.type) {
    case 'boolean':
      return ['=', '!='];
    case 'multipicklist':
      return ['=', '!=', 'INCLUDES', 'EXCLUDES'];
    case 'id':
    case 'reference':
      return ['=', '!=', ...MEMBERSHIPS];
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'combobox':
    case 'email':
    case 'phone':
    case 'url':
    case 'encryptedstring':
      return [...ORDERED, 'LIKE'];
    default:
      return ORDERED;
  }
}

/** What a field may be compared with, where that can be told. */
export function valueCandidates(field: FieldDefinition, operator: string): readonly string[] {
  if (operator === 'LIKE') return [];
  const values = valuesOf(field);
  const mayBeNull = field.nillable && (operator === '=' || operator === '!=' || operator === '<>');
  return mayBeNull ? [...values, 'NULL'] : values;
}

/** The record types of an object, which its queries filter by name. @param name the field of RecordType that is compared */
export function recordTypeCandidates(object: SObjectDefinition, name: string): readonly string[] {
  const key = name.toLowerCase() === 'name' ? 'name' : 'developerName';
  return (object.recordTypes ?? []).filter(({ master }) => !master).map((type) => quoteSoqlString(type[key]));
}

function valuesOf({ type, picklistValues = [] }: FieldDefinition): readonly string[] {
  switch (type) {
    case 'boolean':
      return ['TRUE', 'FALSE'];
    case 'date':
    case 'datetime':
      return RANGES;
    default:
      return picklistValues
        .filter(({ active }) => active !== false)
        .map(({ value }) => quoteSoqlString(value));
  }
}

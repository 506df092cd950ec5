import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';

const MEASURED_TEXTS = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'combobox',
]);
const MEASURED_NUMBERS = new Set(['double', 'currency', 'percent']);

/** The type of a field with what it measures, or leads to: `string(80)`, `currency(18, 2)`, `reference → User`. */
export function fieldTypeText(field: FieldDefinition): string {
  const { type, length = 0, precision = 0, scale = 0, digits = 0, referenceTo = [] } = field;
  if (MEASURED_TEXTS.has(type) && length > 0) return `${type}(${length})`;
  if (MEASURED_NUMBERS.has(type) && precision > 0) return `${type}(${precision}, ${scale})`;
  if (type === 'int' && digits > 0) return `int(${digits})`;
  if (type === 'reference' && referenceTo.length > 0) return `reference → ${referenceTo.join(', ')}`;
  return type;
}

/** What else is to be known of a field. */
export function fieldTraits(field: FieldDefinition): readonly string[] {
  const isRequired = !field.nillable && field.createable && !field.defaultedOnCreate;
  return [
    isRequired ? 'required' : '',
    accessText(field),
    field.autoNumber ? 'auto-number' : '',
    field.relationshipOrder === undefined ? '' : 'master-detail',
    field.externalId ? 'external id' : '',
    field.unique ? 'unique' : '',
    field.caseSensitive ? 'case-sensitive' : '',
    field.picklistValues && field.restrictedPicklist ? 'restricted' : '',
    field.controllerName === undefined ? '' : `depends on ${field.controllerName}`,
    field.calculatedFormula === undefined ? '' : `= ${field.calculatedFormula}`,
    field.defaultValue === undefined || field.defaultValue === null ? '' : `default ${field.defaultValue}`,
    field.deprecatedAndHidden ? 'deprecated' : '',
  ].filter(Boolean);
}

function accessText({ calculated, createable, updateable }: FieldDefinition): string {
  if (calculated) return 'calculated';
  if (!createable && !updateable) return 'read-only';
  if (!updateable) return 'set on create only';
  return createable ? '' : 'changed by updates only';
}

import type { DescribeField, PicklistEntry } from '../../protocol/describe.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { FieldDefinition, PicklistValueDefinition } from '../../schema/sobject-definition.interface.js';

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  anyType: 'xsd:anyType',
  address: 'urn:address',
  location: 'urn:location',
};

/** A character takes up to three bytes of what the platform counts as length in bytes. */
const BYTES_PER_CHARACTER = 3;

/** One entry of `fields`, with every property a describe has. */
export function describeField(field: FieldDefinition): DescribeField {
  const isCompound = field.type === 'address' || field.type === 'location';
  return {
    ...FIXED_PROPERTIES,
    ...flagsOf(field),
    byteLength: byteLength(field),
    compoundFieldName: field.compoundFieldName ?? null,
    defaultValue: field.defaultValue ?? (field.type === 'boolean' ? false : null),
    digits: field.digits ?? 0,
    extraTypeInfo: field.extraTypeInfo ?? null,
    label: field.label,
    length: field.length ?? 0,
    name: field.name,
    permissionable: isPermissionable(field),
    picklistValues: (field.picklistValues ?? []).map((value) => describePicklistValue(value)),
    precision: field.precision ?? 0,
    queryByDistance: isCompound,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.relationshipOrder ?? null,
    scale: field.scale ?? 0,
    searchPrefilterable: isSearchPrefilterable(field),
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    type: field.type,
  };
}

/** What no field of an embedded org has: formulas, encryption, dependent picklists, help texts. */
const FIXED_PROPERTIES = {
  aiPredictionField: false,
  calculatedFormula: null,
  controllerName: null,
  defaultValueFormula: null,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  displayLocationInDecimal: false,
  encrypted: false,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  highScaleNumber: false,
  inlineHelpText: null,
  mask: null,
  maskType: null,
  referenceTargetField: null,
  writeRequiresMasterRead: false,
} as const;

function flagsOf(field: FieldDefinition) {
  return {
    aggregatable: field.aggregatable === true,
    autoNumber: field.autoNumber === true,
    calculated: field.calculated === true,
    cascadeDelete: field.custom === true && field.cascadeDelete === true,
    caseSensitive: field.caseSensitive === true,
    createable: field.createable === true,
    custom: field.custom === true,
    defaultedOnCreate: field.defaultedOnCreate === true,
    externalId: field.externalId === true,
    filterable: field.filterable === true,
    groupable: field.groupable === true,
    htmlFormatted: field.htmlFormatted === true,
    idLookup: field.idLookup === true || field.externalId === true,
    nameField: field.nameField === true,
    namePointing: field.namePointing === true,
    nillable: field.nillable === true,
    polymorphicForeignKey: field.polymorphicForeignKey === true,
    restrictedDelete: field.custom === true && field.restrictedDelete === true,
    restrictedPicklist: field.restrictedPicklist === true,
    sortable: field.sortable === true,
    unique: field.unique === true,
    updateable: field.updateable === true,
  };
}

function byteLength(field: FieldDefinition): number {
  const length = field.length ?? 0;
  return field.type === 'id' || field.type === 'reference' ? length : length * BYTES_PER_CHARACTER;
}

/** Whether an administrator can hide the field or make it read-only: not where the record could not do without it. */
function isPermissionable(field: FieldDefinition): boolean {
  if (field.type === 'address' || field.type === 'location') return true;
  if (field.compoundFieldName === 'Name') return false;
  const writable = field.createable === true || field.updateable === true;
  return writable && (field.nillable === true || field.type === 'boolean');
}

/** References that every record has, or that only merges set: a search cannot be narrowed to one. */
const NOT_SEARCHED = new Set([
  'CreatedById',
  'LastModifiedById',
  'MasterRecordId',
  'OwnerId',
  'RecordTypeId',
]);

function isSearchPrefilterable(field: FieldDefinition): boolean {
  return field.type === 'reference' && field.referenceTo?.length === 1 && !NOT_SEARCHED.has(field.name);
}

function describePicklistValue({ value, label, isDefault, active }: PicklistValueDefinition): PicklistEntry {
  return { active: active !== false, defaultValue: isDefault === true, label, validFor: null, value };
}

import type { FieldType } from '../../../protocol/field-type.type.js';
import type {
  FieldDefinition,
  PicklistValueDefinition,
} from '../../../schema/sobject-definition.interface.js';
import { OrgError } from '../../org-error.js';
import { isObject } from '../request-body.js';

/** What the types of the Metadata API are in a describe. */
const TYPES: Readonly<Record<string, FieldType>> = {
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  Html: 'textarea',
  Location: 'location',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
  AutoNumber: 'string',
};

const LONGEST_TEXT_AREA = 255;

type Metadata = Readonly<Record<string, unknown>>;

/**
 * The field that `Metadata` of a CustomField declares.
 *
 * @throws OrgError for one that no org would make
 */
export function customFieldDefinition(name: string, metadata: unknown): FieldDefinition {
  if (!isObject(metadata)) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Metadata]');
  }
  const written = textOf(metadata, 'type') ?? '';
  const type = TYPES[written];
  if (!type) throw new OrgError('INVALID_FIELD', `Invalid field type: ${written}`);
  const writable = written !== 'AutoNumber';
  return {
    name,
    label: textOf(metadata, 'label') ?? name.replace(/__c$/, '').replaceAll('_', ' '),
    type,
    custom: true,
    createable: writable,
    updateable: writable,
    nillable: metadata['required'] !== true && type !== 'boolean',
    ...measures(metadata, written),
    ...flags(metadata, written),
    ...references(name, metadata, written),
    ...(type === 'boolean' && {
      defaultValue: metadata['defaultValue'] === true || metadata['defaultValue'] === 'true',
    }),
    ...((type === 'picklist' || type === 'multipicklist') && picklist(metadata)),
    ...(textOf(metadata, 'inlineHelpText') !== undefined && {
      inlineHelpText: textOf(metadata, 'inlineHelpText')!,
    }),
  };
}

function measures(metadata: Metadata, written: string): Partial<FieldDefinition> {
  return {
    ...numberMember(metadata, 'length'),
    ...numberMember(metadata, 'precision'),
    ...numberMember(metadata, 'scale'),
    ...(written === 'TextArea' && { length: LONGEST_TEXT_AREA }),
  };
}

function numberMember(metadata: Metadata, name: 'length' | 'precision' | 'scale'): Partial<FieldDefinition> {
  const value = metadata[name];
  return value === undefined || value === null ? {} : { [name]: Number(value) };
}

function flags(metadata: Metadata, written: string): Partial<FieldDefinition> {
  return {
    ...(metadata['externalId'] === true && { externalId: true, idLookup: true }),
    ...(metadata['unique'] === true && { unique: true }),
    ...(metadata['caseSensitive'] === true && { caseSensitive: true }),
    ...(written === 'AutoNumber' && { autoNumber: true }),
    ...(written === 'Html' && { htmlFormatted: true, extraTypeInfo: 'richtextarea' }),
  };
}

function references(name: string, metadata: Metadata, written: string): Partial<FieldDefinition> {
  if (TYPES[written] !== 'reference') return {};
  const to = textOf(metadata, 'referenceTo');
  if (to === undefined)
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [referenceTo]');
  const child = textOf(metadata, 'relationshipName');
  return {
    referenceTo: [to],
    relationshipName: name.replace(/__c$/, '__r'),
    ...(child !== undefined && { childRelationshipName: child.endsWith('__r') ? child : `${child}__r` }),
    ...(written === 'MasterDetail' && { cascadeDelete: true, relationshipOrder: 0 }),
  };
}

function picklist(metadata: Metadata): Partial<FieldDefinition> {
  const { valueSet } = metadata;
  const { restricted, valueSetDefinition } = isObject(valueSet) ? valueSet : {};
  const { value } = isObject(valueSetDefinition) ? valueSetDefinition : {};
  const values = Array.isArray(value) ? value.filter(isObject) : [];
  return {
    ...(restricted === true && { restrictedPicklist: true }),
    picklistValues: values.map(picklistValue),
  };
}

function picklistValue(entry: Metadata): PicklistValueDefinition {
  const value = textOf(entry, 'fullName') ?? textOf(entry, 'valueName') ?? '';
  return {
    value,
    label: textOf(entry, 'label') ?? value,
    ...(entry['default'] === true && { isDefault: true }),
    ...(entry['isActive'] === false && { active: false }),
  };
}

function textOf(metadata: Metadata, name: string): string | undefined {
  const value = metadata[name];
  return typeof value === 'string' ? value : undefined;
}

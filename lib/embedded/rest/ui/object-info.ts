import type { DescribeField, DescribeSObjectResult } from '../../../protocol/describe.interface.js';
import type { DataCall } from '../resource.interface.js';
import { describeFor, recordTypesOf } from '../sobjects/sobject-description.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { iconUrl, themeColor } from './object-theme.js';

/** What the types of fields are called where they are not called after themselves. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  id: 'String',
  textarea: 'TextArea',
  datetime: 'DateTime',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  encryptedstring: 'EncryptedString',
  anyType: 'AnyType',
  complexvalue: 'ComplexValue',
  base64: 'Base64',
};

/** An object as the user interface API describes it. */
export function objectInfo(call: DataCall, object: ObjectSchema) {
  const description = describeFor(call, object);
  const recordTypes = recordTypesOf(description);
  const byDefault = recordTypes.find(({ defaultRecordTypeMapping }) => defaultRecordTypeMapping);
  return {
    apiName: description.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(description),
    compactLayoutable: description['compactLayoutable'],
    createable: description['createable'],
    custom: description.custom,
    defaultRecordTypeId: byDefault?.recordTypeId ?? null,
    deletable: description['deletable'],
    dependentFields: {},
    feedEnabled: description['feedEnabled'],
    fields: Object.fromEntries(
      description.fields
        .map((field) => [field.name, fieldInfo(call, description, field)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    keyPrefix: description.keyPrefix,
    label: description.label,
    labelPlural: description.labelPlural,
    layoutable: description['layoutable'],
    mruEnabled: description['mruEnabled'],
    nameFields: nameFieldsOf(object),
    queryable: description['queryable'],
    recordTypeInfos: Object.fromEntries(
      recordTypes.map(({ available, defaultRecordTypeMapping, master, name, recordTypeId }) => [
        recordTypeId,
        { available, defaultRecordTypeMapping, master, name, recordTypeId },
      ]),
    ),
    searchLayoutable: description['searchLayoutable'],
    searchable: description['searchable'],
    themeInfo: { color: themeColor(object), iconUrl: iconUrl(call.origin, object) },
    updateable: description['updateable'],
  };
}

function childRelationships({ childRelationships }: DescribeSObjectResult) {
  return childRelationships
    .filter(({ relationshipName }) => relationshipName !== null)
    .map((child) => ({
      childObjectApiName: child.childSObject,
      fieldName: child.field,
      junctionIdListNames: child['junctionIdListNames'],
      junctionReferenceTo: child['junctionReferenceTo'],
      relationshipName: child.relationshipName,
    }));
}

function fieldInfo(call: DataCall, { fields }: DescribeSObjectResult, field: DescribeField) {
  const compoundFieldName = textOf(field['compoundFieldName']);
  const isCompound = fields.some((part) => part['compoundFieldName'] === field.name);
  const isPart = compoundFieldName !== null && compoundFieldName !== field.name;
  return {
    apiName: field.name,
    calculated: field['calculated'],
    compound: isCompound || field.type === 'address' || field.type === 'location',
    compoundComponentName: isPart ? componentName(field.name, compoundFieldName) : null,
    compoundFieldName,
    controllerName: field['controllerName'],
    controllingFields: typeof field['controllerName'] === 'string' ? [field['controllerName']] : [],
    createable: field.createable,
    custom: field.custom,
    dataType: DATA_TYPES[field.type] ?? capitalized(field.type),
    extraTypeInfo: extraTypeInfo(textOf(field['extraTypeInfo'])),
    filterable: field['filterable'],
    filteredLookupInfo: field['filteredLookupInfo'],
    highScaleNumber: field['highScaleNumber'],
    htmlFormatted: field['htmlFormatted'],
    inlineHelpText: field['inlineHelpText'],
    label: field.label,
    length: field.length,
    maskType: field['maskType'],
    nameField: field['nameField'],
    polymorphicForeignKey: field['polymorphicForeignKey'],
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: field['referenceTargetField'],
    referenceToInfos: field.referenceTo.map((apiName) => referenceInfo(call, apiName)),
    relationshipName: field.relationshipName,
    required: !field.nillable && field.type !== 'boolean',
    scale: field.scale,
    searchPrefilterable: field['searchPrefilterable'],
    sortable: field['sortable'],
    unique: field.unique,
    updateable: field.updateable,
  };
}

function referenceInfo({ org }: DataCall, apiName: string) {
  const target = org.catalog.get(apiName);
  return { apiName, nameFields: target ? nameFieldsOf(target) : [] };
}

/** The fields that make up the name of a record; of a person they are several. */
function nameFieldsOf(object: ObjectSchema): readonly string[] {
  const { nameField } = object;
  if (!nameField) return [];
  const parts = new Set(object.components(nameField).map(({ name }) => name));
  return [...['FirstName', 'LastName'].filter((name) => parts.has(name)), nameField.name];
}

function componentName(name: string, compound: string): string {
  const stem = compound.replace(/Address$/, '');
  return compound !== 'Name' && name.startsWith(stem) ? name.slice(stem.length) : name;
}

function extraTypeInfo(text: string | null): string | null {
  if (text === 'switchablepersonname') return 'SwitchablePersonName';
  return text === null ? null : capitalized(text);
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

import type { DescribeField, PicklistEntry } from '../../protocol/describe.interface.js';
import { derivedProperties } from '../../schema/derived-properties.js';
import type { FieldDefinition, PicklistValueDefinition } from '../../schema/sobject-definition.interface.js';

/** One entry of `fields`, with every property a describe has, in the order the platform writes them. */
// oxlint-disable-next-line max-lines-per-function -- a list: one line a property, in the platform's order
export function describeField(field: FieldDefinition): DescribeField {
  const derived = derivedProperties(field);
  return {
    aggregatable: field.aggregatable === true,
    aiPredictionField: field.aiPredictionField === true,
    autoNumber: field.autoNumber === true,
    byteLength: field.byteLength ?? derived.byteLength,
    calculated: field.calculated === true,
    calculatedFormula: field.calculatedFormula ?? null,
    cascadeDelete: field.cascadeDelete === true,
    caseSensitive: field.caseSensitive === true,
    compoundFieldName: field.compoundFieldName ?? null,
    controllerName: field.controllerName ?? null,
    createable: field.createable === true,
    custom: field.custom === true,
    defaultValue: describeDefault(field),
    defaultValueFormula: field.defaultValueFormula ?? null,
    defaultedOnCreate: field.defaultedOnCreate === true,
    dependentPicklist: field.dependentPicklist === true,
    deprecatedAndHidden: field.deprecatedAndHidden === true,
    digits: field.digits ?? 0,
    displayLocationInDecimal: field.displayLocationInDecimal === true,
    encrypted: field.encrypted === true,
    externalId: field.externalId === true,
    extraTypeInfo: field.extraTypeInfo ?? null,
    filterable: field.filterable === true,
    filteredLookupInfo: field.filteredLookupInfo ?? null,
    formulaTreatNullNumberAsZero: field.formulaTreatNullNumberAsZero === true,
    groupable: field.groupable === true,
    highScaleNumber: field.highScaleNumber === true,
    htmlFormatted: field.htmlFormatted === true,
    idLookup: field.idLookup === true || field.externalId === true,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length ?? 0,
    mask: field.mask ?? null,
    maskType: field.maskType ?? null,
    name: field.name,
    nameField: field.nameField === true,
    namePointing: field.namePointing === true,
    nillable: field.nillable === true,
    permissionable: field.permissionable ?? derived.permissionable,
    picklistValues: (field.picklistValues ?? []).map((value) => describePicklistValue(value)),
    polymorphicForeignKey: field.polymorphicForeignKey === true,
    precision: field.precision ?? 0,
    queryByDistance: field.queryByDistance ?? derived.queryByDistance,
    referenceTargetField: field.referenceTargetField ?? null,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.relationshipOrder ?? null,
    restrictedDelete: field.restrictedDelete === true,
    restrictedPicklist: field.restrictedPicklist === true,
    scale: field.scale ?? 0,
    searchPrefilterable: field.searchPrefilterable ?? derived.searchPrefilterable,
    soapType: field.soapType ?? derived.soapType,
    sortable: field.sortable === true,
    type: field.type,
    unique: field.unique === true,
    updateable: field.updateable === true,
    writeRequiresMasterRead: field.writeRequiresMasterRead === true,
    ...field.others,
  };
}

function describeDefault({ type, defaultValue }: FieldDefinition): unknown {
  return defaultValue === undefined && type === 'boolean' ? false : (defaultValue ?? null);
}

function describePicklistValue(value: PicklistValueDefinition): PicklistEntry {
  return {
    active: value.active !== false,
    defaultValue: value.isDefault === true,
    label: value.label,
    validFor: value.validFor ?? null,
    value: value.value,
  };
}

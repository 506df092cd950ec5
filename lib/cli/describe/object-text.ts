import { picklistFromDefinition } from '../../schema/picklist/picklist-from-definition.js';
import type { Picklist } from '../../schema/picklist/picklist.js';
import type { RecordTypeDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { printable } from '../output/printable.js';
import { TextTable } from '../output/text-table.js';
import { fieldTraits, fieldTypeText } from './field-text.js';

/** An object for people: what it is, its fields, record types and child records, a table each. */
export function objectText(definition: SObjectDefinition, { values }: { readonly values: boolean }): string {
  const sections = [
    headText(definition),
    fieldsText(definition),
    ...(values ? [valuesText(definition)] : []),
    recordTypesText(definition),
    childrenText(definition),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function headText(definition: SObjectDefinition): string {
  const { name, label, labelPlural, keyPrefix, custom } = definition;
  const abilities = [
    ['queried', definition.queryable],
    ['created', definition.createable],
    ['updated', definition.updateable],
    ['deleted', definition.deletable],
  ] as const;
  const can = abilities.filter(([, able]) => able).map(([verb]) => verb);
  return [
    `${name}: ${printable(label)}, ${printable(labelPlural)}`,
    `${custom ? 'custom' : 'standard'} object${keyPrefix === null ? '' : `, ids begin with ${keyPrefix}`}; ` +
      (can.length > 0 ? `can be ${can.join(', ')}` : 'can only be looked at'),
  ].join('\n');
}

function fieldsText(definition: SObjectDefinition): string {
  const table = new TextTable(['Field', 'Label', 'Type', '']);
  for (const field of definition.fields) {
    table.row(field.name, field.label, fieldTypeText(field), fieldTraits(field).join(', '));
  }
  return `Fields: ${definition.fields.length}\n\n${table}`;
}

function valuesText(definition: SObjectDefinition): string {
  const picklists = definition.fields
    .filter(({ picklistValues }) => picklistValues !== undefined)
    .map((field) => picklistFromDefinition(definition, field));
  if (picklists.length === 0) return '';
  const table = new TextTable(['Picklist', 'Value', 'Label', '']);
  for (const picklist of picklists) addValues(table, picklist);
  return `Values\n\n${table}`;
}

function addValues(table: TextTable, { field, choices, inactive, controlledBy }: Picklist): void {
  for (const { value, label, isDefault, validFor } of choices) {
    const goesWith = validFor && `with ${controlledBy} ${validFor.join(', ') || 'nothing'}`;
    const traits = [isDefault ? 'default' : '', goesWith ?? ''].filter(Boolean);
    table.row(field, value, label === value ? '' : label, traits.join(', '));
  }
  for (const value of inactive) table.row(field, value, '', 'inactive');
}

function recordTypesText({ recordTypes = [] }: SObjectDefinition): string {
  const own = recordTypes.filter(({ master }) => !master);
  if (own.length === 0) return '';
  const table = new TextTable(['Record type', 'Label', 'Id', '']);
  for (const type of own) {
    table.row(type.developerName, type.name, type.recordTypeId, recordTypeTraits(type).join(', '));
  }
  return `Record types: ${own.length}\n\n${table}`;
}

function recordTypeTraits({ active, available, isDefault }: RecordTypeDefinition): readonly string[] {
  return [
    active === false ? 'inactive' : '',
    available === false ? 'not available' : '',
    isDefault ? 'default' : '',
  ].filter(Boolean);
}

function childrenText({ childRelationships = [] }: SObjectDefinition): string {
  const named = childRelationships.filter(({ relationshipName }) => relationshipName !== null);
  if (named.length === 0) return '';
  const table = new TextTable(['Child records', 'Object', 'By', '']);
  for (const { relationshipName, childSObject, field, cascadeDelete } of named) {
    table.row(relationshipName, childSObject, field, cascadeDelete ? 'deleted with it' : '');
  }
  return `Child records: ${named.length}\n\n${table}`;
}

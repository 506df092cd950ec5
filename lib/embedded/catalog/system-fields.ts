import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { defaultQueryFlags, ID_LENGTH, NAME_LENGTH } from './field-defaults.js';
import { isMasterDetail } from './master-detail.js';

const SET_BY_ORG = {
  createable: false,
  updateable: false,
  nillable: false,
  defaultedOnCreate: true,
} as const;
const WATCHED_BY_ORG = { createable: false, updateable: false, nillable: true } as const;

function system(field: FieldDefinition): FieldDefinition {
  return { ...defaultQueryFlags(field), ...field };
}

function userReference(name: string, label: string, relationshipName: string): FieldDefinition {
  return system({
    ...SET_BY_ORG,
    name,
    label,
    type: 'reference',
    length: ID_LENGTH,
    referenceTo: ['User'],
    relationshipName,
  });
}

const ID = system({
  ...SET_BY_ORG,
  name: 'Id',
  label: 'Record ID',
  type: 'id',
  length: ID_LENGTH,
  idLookup: true,
});
const OWNER = system({
  name: 'OwnerId',
  label: 'Owner ID',
  type: 'reference',
  length: ID_LENGTH,
  createable: true,
  updateable: true,
  defaultedOnCreate: true,
  referenceTo: ['Group', 'User'],
  relationshipName: 'Owner',
  namePointing: true,
  polymorphicForeignKey: true,
});
const IS_DELETED = system({ ...SET_BY_ORG, name: 'IsDeleted', label: 'Deleted', type: 'boolean' });
const AUDIT: readonly FieldDefinition[] = [
  system({ ...SET_BY_ORG, name: 'CreatedDate', label: 'Created Date', type: 'datetime' }),
  userReference('CreatedById', 'Created By ID', 'CreatedBy'),
  system({ ...SET_BY_ORG, name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime' }),
  userReference('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy'),
  system({ ...SET_BY_ORG, name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime' }),
  system({ ...WATCHED_BY_ORG, name: 'LastViewedDate', label: 'Last Viewed Date', type: 'datetime' }),
  system({ ...WATCHED_BY_ORG, name: 'LastReferencedDate', label: 'Last Referenced Date', type: 'datetime' }),
];

/** The record name: a text the user may leave out, or a number the org draws when the declaration is read-only. */
function nameField(object: SObjectDefinition, declared: FieldDefinition | undefined): FieldDefinition {
  const autoNumber =
    declared !== undefined && (declared.autoNumber === true || declared.createable === false);
  return system({
    label: `${object.label} Name`,
    length: NAME_LENGTH,
    ...declared,
    name: 'Name',
    type: 'string',
    createable: !autoNumber,
    updateable: !autoNumber,
    nillable: !autoNumber,
    defaultedOnCreate: true,
    autoNumber,
    nameField: true,
    idLookup: true,
  });
}

/**
 * The fields every object has, around the ones declared for it, in the order of a describe. A declaration of one of them is
 * a reminder to the reader of the entity, and changes nothing; that of `Name` may say its label, length and kind.
 */
export function withSystemFields(object: SObjectDefinition): readonly FieldDefinition[] {
  const declaredName = object.fields.find((field) => field.name === 'Name');
  const detail = object.fields.some((field) => isMasterDetail(field));
  const named = object.fields.some((field) => field.nameField && field.name !== 'Name');
  const system = [
    ID,
    ...(detail ? [] : [OWNER]),
    IS_DELETED,
    ...(named ? [] : [nameField(object, declaredName)]),
    ...AUDIT,
  ];
  const names = new Set(system.map((field) => field.name.toLowerCase()));
  return [...system, ...object.fields.filter((field) => !names.has(field.name.toLowerCase()))];
}

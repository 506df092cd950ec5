import type { EntityMetadata, FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';

/**
 * What a query sees of a polymorphic parent whatever its kind: the fields that Salesforce has for all of them. Which of
 * them a record has depends on its kind; a task's `what` has a name and a type alone.
 *
 * @publicApi
 */
export interface NameRecord {
  readonly id: string;
  /** API name of the parent's object. */
  readonly type: string;
  readonly name: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly alias: string | null;
  readonly email: string | null;
  readonly isActive: boolean | null;
  readonly phone: string | null;
  readonly profileId: string | null;
  readonly recordTypeId: string | null;
  readonly title: string | null;
  readonly username: string | null;
  readonly userRoleId: string | null;
}

const FIELDS: readonly (readonly [property: keyof NameRecord, apiName: string, type: FieldType])[] = [
  ['id', 'Id', 'id'],
  ['type', 'Type', 'picklist'],
  ['name', 'Name', 'string'],
  ['firstName', 'FirstName', 'string'],
  ['lastName', 'LastName', 'string'],
  ['alias', 'Alias', 'string'],
  ['email', 'Email', 'email'],
  ['isActive', 'IsActive', 'boolean'],
  ['phone', 'Phone', 'phone'],
  ['profileId', 'ProfileId', 'reference'],
  ['recordTypeId', 'RecordTypeId', 'reference'],
  ['title', 'Title', 'string'],
  ['username', 'Username', 'string'],
  ['userRoleId', 'UserRoleId', 'reference'],
];

function nameField([property, apiName, type]: (typeof FIELDS)[number]): FieldMetadata {
  return Object.freeze<FieldMetadata>({
    property,
    apiName,
    type,
    custom: false,
    createable: false,
    updateable: false,
    nillable: property !== 'id' && property !== 'type',
    defaultedOnCreate: false,
    externalId: false,
    unique: false,
    caseSensitive: false,
    calculated: false,
    autoNumber: false,
    nameField: apiName === 'Name',
  });
}

const fields: ReadonlyMap<string, FieldMetadata> = new Map(
  FIELDS.map((field) => [field[0], nameField(field)]),
);
const API_NAMES: ReadonlySet<string> = new Set(FIELDS.map(([, apiName]) => apiName.toLowerCase()));

/** {@link NameRecord} as an entity; its records are plain objects. */
export const NAME_RECORD: EntityMetadata = Object.freeze<EntityMetadata>({
  target: Object,
  apiName: 'Name',
  custom: false,
  createable: false,
  updateable: false,
  deletable: false,
  queryable: true,
  id: fields.get('id') as FieldMetadata,
  fields,
  parents: new Map(),
  children: new Map(),
});

/** Whether a query reaches the field through a polymorphic parent. */
export function isNameField({ apiName }: FieldMetadata): boolean {
  return API_NAMES.has(apiName.toLowerCase());
}

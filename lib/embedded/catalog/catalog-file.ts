/**
 * The standard objects, one file an object in `objects/`: its fields in the order of the describe, and its `children`, a line
 * a reference that leads to it: `Contact.AccountId Contacts cascadeDelete`, with `-` where no subquery can name it. Objects
 * that are all alike share a file, such as `history.json`; picklists that many fields have are in `picklists.json`.
 *
 * A field leaves out what most fields of its type have in common:
 * - the label is the name in words ({@link labelOf});
 * - what the object allows, its fields allow: they can be created and updated, except ids and compounds, and those with
 *   `"readOnly": true`; all but ids and booleans can be null; ids and booleans are `defaultedOnCreate`, ids `idLookup`;
 * - lengths and digits are the usual ones of the type ({@link MEASURES});
 * - where queries may name a field follows from its type ({@link defaultQueryFlags});
 * - a parent is named by its reference, `Account` by `AccountId`, and references to several objects are polymorphic;
 * - a text area is a `plaintextarea`;
 * - a picklist value is a text where its label is the same and it is not the default one; a text in place of the values is
 *   the name of a shared picklist;
 * - a field of which only the name is written is one of those that many objects have ({@link STOCK}).
 */
import { once } from '../../common/once.js';
import { labelOf } from '../../schema/api-label.js';
import type {
  ChildRelationshipDefinition,
  FieldDefinition,
  PicklistValueDefinition,
  SObjectDefinition,
} from '../../schema/sobject-definition.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { CatalogEntry } from './catalog-index.js';
import { readCatalogJson } from './catalog-json.js';
import { defaultQueryFlags, ID_LENGTH, INT_DIGITS } from './field-defaults.js';

type WrittenPicklistValue = string | (Omit<PicklistValueDefinition, 'label'> & { readonly label?: string });

export interface WrittenField extends Partial<
  Omit<FieldDefinition, 'extraTypeInfo' | 'picklistValues' | 'relationshipName'>
> {
  readonly name: string;
  readonly type: FieldType;
  readonly readOnly?: boolean;
  /** Null where the parent has no name. */
  readonly relationshipName?: string | null;
  /** Null where the text area is of no kind of its own. */
  readonly extraTypeInfo?: string | null;
  readonly picklistValues?: string | readonly WrittenPicklistValue[];
}

interface WrittenObject {
  readonly fields: readonly (string | WrittenField)[];
  readonly children?: readonly string[];
}

const MEASURES: Partial<Record<FieldType, Partial<FieldDefinition>>> = {
  id: { length: ID_LENGTH },
  reference: { length: ID_LENGTH },
  string: { length: 255 },
  picklist: { length: 40 },
  textarea: { length: 255 },
  email: { length: 80 },
  phone: { length: 40 },
  url: { length: 255 },
  combobox: { length: 255 },
  encryptedstring: { length: 175 },
  multipicklist: { length: 4_099 },
  int: { digits: INT_DIGITS },
  long: { digits: ID_LENGTH },
  double: { precision: 18 },
  currency: { precision: 18 },
  percent: { precision: 18 },
};

const SET_BY_ORG = { readOnly: true, nillable: false, defaultedOnCreate: true } as const;
const USER = { ...SET_BY_ORG, type: 'reference', referenceTo: ['User'] } as const;
export const STOCK: Readonly<Record<string, WrittenField>> = {
  IsDeleted: { ...SET_BY_ORG, name: 'IsDeleted', label: 'Deleted', type: 'boolean' },
  CreatedDate: { ...SET_BY_ORG, name: 'CreatedDate', type: 'datetime' },
  CreatedById: { ...USER, name: 'CreatedById' },
  LastModifiedDate: { ...SET_BY_ORG, name: 'LastModifiedDate', type: 'datetime' },
  LastModifiedById: { ...USER, name: 'LastModifiedById' },
  SystemModstamp: { ...SET_BY_ORG, name: 'SystemModstamp', type: 'datetime' },
  LastViewedDate: { name: 'LastViewedDate', type: 'datetime', readOnly: true },
  LastReferencedDate: { name: 'LastReferencedDate', type: 'datetime', readOnly: true },
  OwnerId: {
    name: 'OwnerId',
    type: 'reference',
    nillable: false,
    defaultedOnCreate: true,
    referenceTo: ['Group', 'User'],
  },
};

/** The definition of one standard object of the index. */
export function readCatalogObject({ like, ...entry }: CatalogEntry): SObjectDefinition {
  const words = { object: entry.associateParentEntity ?? entry.name, label: parentLabel(entry.label) };
  const written = readCatalogJson(like ?? entry.name, like === undefined ? {} : words) as WrittenObject;
  const children = once(() => (written.children ?? []).map((child) => expandChild(child)));
  return {
    ...entry,
    fields: written.fields.map((field) =>
      expandField(typeof field === 'string' ? STOCK[field]! : field, entry),
    ),
    // Users have thousands, and few ask for them.
    get childRelationships() {
      return children();
    },
  };
}

function parentLabel(label: string): string {
  return label.replace(/ (?:History|Share)$/, '');
}

/** A field as a describe has it. @param object what can be done with the object whose field it is */
export function expandField(
  { readOnly, picklistValues, relationshipName, extraTypeInfo, ...written }: WrittenField,
  object: Pick<SObjectDefinition, 'createable' | 'updateable'>,
): FieldDefinition {
  const { name, type } = written;
  const isId = type === 'id';
  const writable = !readOnly && !isId && type !== 'address' && type !== 'location';
  const measured = { ...MEASURES[type], ...written };
  const parent = relationshipName === undefined ? parentNameOf(written) : relationshipName;
  const kind = extraTypeInfo === undefined && type === 'textarea' ? 'plaintextarea' : extraTypeInfo;
  const field: FieldDefinition = {
    label: labelOf(name),
    createable: writable && object.createable,
    updateable: writable && object.updateable,
    nillable: !isId && type !== 'boolean',
    ...(isId || type === 'boolean' ? { defaultedOnCreate: true } : {}),
    ...(isId ? { idLookup: true } : {}),
    ...defaultQueryFlags(measured),
    ...((written.referenceTo?.length ?? 0) > 1 ? { namePointing: true, polymorphicForeignKey: true } : {}),
    ...measured,
    ...(parent === null ? {} : { relationshipName: parent }),
    ...(kind == null ? {} : { extraTypeInfo: kind }),
    ...(Array.isArray(picklistValues) ? { picklistValues: picklistValues.map(expandValue) } : {}),
  };
  return typeof picklistValues === 'string' ? withSharedPicklist(field, picklistValues) : field;
}

function parentNameOf({ name, type }: Pick<FieldDefinition, 'name' | 'type'>): string | null {
  return type === 'reference' && name.endsWith('Id') ? name.slice(0, -2) : null;
}

/** The values come with the first question for them: those of time zones and countries are long. */
function withSharedPicklist(field: FieldDefinition, name: string): FieldDefinition {
  const values = once(() => readPicklists()[name]!.map(expandValue));
  return Object.defineProperty(field, 'picklistValues', {
    configurable: true,
    enumerable: true,
    get: values,
  });
}

const readPicklists = once(
  () => readCatalogJson('picklists') as Readonly<Record<string, readonly WrittenPicklistValue[]>>,
);

function expandValue(value: WrittenPicklistValue): PicklistValueDefinition {
  return typeof value === 'string' ? { value, label: value } : { label: value.value, ...value };
}

function expandChild(line: string): ChildRelationshipDefinition {
  const [place = '', name = '-', ...flags] = line.split(' ');
  const dot = place.indexOf('.');
  return {
    childSObject: place.slice(0, dot),
    field: place.slice(dot + 1),
    relationshipName: name === '-' ? null : name,
    ...(flags.includes('cascadeDelete') ? { cascadeDelete: true } : {}),
    ...(flags.includes('restrictedDelete') ? { restrictedDelete: true } : {}),
  };
}

/**
 * The standard objects, one file an object in `objects/`, and `objects/index.json` with the key prefix of each.
 *
 * A file is an {@link SObjectDefinition} whose fields leave out what most fields of their type have in common:
 * - a field can be created, updated and null, except that ids and compounds are read-only, and ids and booleans never null;
 *   `"readOnly": true` stands for neither createable nor updateable;
 * - references and ids are 18 long, `int` has 8 digits, and ids are `defaultedOnCreate` and `idLookup`;
 * - where queries may name a field follows from its type ({@link defaultQueryFlags});
 * - a picklist value is a text where its label is the same and it is not the default one.
 */
import { readFileSync } from 'node:fs';
import type {
  FieldDefinition,
  PicklistValueDefinition,
  SObjectDefinition,
} from '../../schema/sobject-definition.interface.js';
import { defaultQueryFlags, ID_LENGTH, INT_DIGITS } from './field-defaults.js';

type WrittenPicklistValue = string | (Omit<PicklistValueDefinition, 'label'> & { readonly label?: string });

interface WrittenField extends Omit<FieldDefinition, 'picklistValues'> {
  readonly readOnly?: boolean;
  readonly picklistValues?: readonly WrittenPicklistValue[];
}

interface WrittenObject extends Partial<Omit<SObjectDefinition, 'fields'>> {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly fields: readonly WrittenField[];
}

/** Name and key prefix of every standard object, read without reading the objects. */
export function readCatalogIndex(): Readonly<Record<string, string>> {
  return readJson('index') as Record<string, string>;
}

/** The definition of one standard object of the index. */
export function readCatalogObject(name: string): SObjectDefinition {
  const written = readJson(name) as WrittenObject;
  return {
    custom: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    ...written,
    fields: written.fields.map((field) => expandField(field)),
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./objects/${name}.json`, import.meta.url), 'utf8'));
}

function expandField({ readOnly, picklistValues, ...written }: WrittenField): FieldDefinition {
  const { type } = written;
  const isId = type === 'id';
  const writable = !readOnly && !isId && type !== 'address' && type !== 'location';
  return {
    createable: writable,
    updateable: writable,
    nillable: !isId && type !== 'boolean',
    ...(isId ? { defaultedOnCreate: true, idLookup: true } : {}),
    ...(isId || type === 'reference' ? { length: ID_LENGTH } : {}),
    ...(type === 'int' ? { digits: INT_DIGITS } : {}),
    ...defaultQueryFlags(written),
    ...written,
    ...(picklistValues ? { picklistValues: picklistValues.map((value) => expandValue(value)) } : {}),
  };
}

function expandValue(value: WrittenPicklistValue): PicklistValueDefinition {
  return typeof value === 'string' ? { value, label: value } : { label: value.value, ...value };
}

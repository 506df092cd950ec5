import { defaultQueryFlags, ID_LENGTH } from '../../catalog/field-defaults.js';
import { ObjectSchema } from '../../catalog/object-schema.js';
import type { FieldType } from '../../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { AUDITED, EMPTY, METADATA, WRITABLE, type WrittenObject } from './tooling-definitions.js';

/** Every object of the Tooling API, by name. */
export function toolingObjects(): readonly ObjectSchema[] {
  const empty = Object.entries(EMPTY).map(([name, [label, keyPrefix, texts]]) =>
    toSchema(name, {
      label,
      keyPrefix,
      fields: { string: [...texts, 'NamespacePrefix'], datetime: ['CreatedDate', 'LastModifiedDate'] },
      references: AUDITED,
    }),
  );
  const metadata = Object.entries(METADATA).map(([name, object]) => toSchema(name, object));
  const writable = Object.entries(WRITABLE).map(([name, object]) =>
    toWritable(toSchema(name, object), object),
  );
  return [...metadata, ...writable, ...empty].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The object with records of its own, and what the org notes of those. */
function toWritable({ definition }: ObjectSchema, { required = [] }: WrittenObject): ObjectSchema {
  const audit = toSchema('', { ...AUDIT, label: '', keyPrefix: '' }).fields.slice(1);
  return new ObjectSchema({
    ...definition,
    createable: true,
    updateable: true,
    deletable: true,
    fields: [
      ...definition.fields.map((field) =>
        field.type === 'id'
          ? field
          : { ...field, createable: true, updateable: true, nillable: !required.includes(field.name) },
      ),
      ...audit,
    ],
  });
}

const AUDIT = { fields: { datetime: ['CreatedDate', 'LastModifiedDate'] }, references: AUDITED };

function toSchema(name: string, { label, keyPrefix, fields, references = {} }: WrittenObject): ObjectSchema {
  const plain = Object.entries(fields).flatMap(([type, names]) =>
    names.map((field) => toField(field, { type: type as FieldType })),
  );
  const foreign = Object.entries(references).map(([field, [to, relationshipName, childRelationshipName]]) =>
    toField(field, {
      // Names stand where other objects have ids: as ids they could not be compared with.
      type: to === 'User' ? 'reference' : 'string',
      referenceTo: [to],
      relationshipName,
      ...(childRelationshipName !== undefined && { childRelationshipName }),
    }),
  );
  return new ObjectSchema({
    name,
    label,
    labelPlural: `${label}s`,
    keyPrefix,
    custom: false,
    createable: false,
    updateable: false,
    deletable: false,
    queryable: true,
    traits: ['retrieveable'],
    fields: [
      toField('Id', { type: 'id', length: ID_LENGTH, nillable: false, defaultedOnCreate: true }),
      ...[...plain, ...foreign].sort((a, b) => (a.name < b.name ? -1 : 1)),
    ],
  });
}

const TEXT_LENGTH = 255;

function toField(
  name: string,
  field: Partial<FieldDefinition> & Pick<FieldDefinition, 'type'>,
): FieldDefinition {
  const measured: FieldDefinition = {
    name,
    label: name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'),
    nillable: field.type !== 'boolean',
    ...((field.type === 'string' || field.type === 'textarea') && { length: TEXT_LENGTH }),
    ...(field.type === 'reference' && { length: ID_LENGTH }),
    ...field,
    ...(name === 'DurableId' && { unique: true }),
  };
  return { ...defaultQueryFlags(measured), ...measured };
}

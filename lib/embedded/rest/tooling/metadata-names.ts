import type { FieldDefinition, SObjectSummary } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { metadataId } from '../sobjects/metadata-id.js';

const SHORT_ID = 15;

/** Standard objects go by their name, custom ones by an id. */
export function entityId({ name, custom }: Pick<SObjectSummary, 'name' | 'custom'>): string {
  return custom ? metadataId('01I', name).slice(0, SHORT_ID) : name;
}

/** What an object can be named by in a comparison. */
export function entityNames(summary: SObjectSummary): readonly string[] {
  const { name, label, keyPrefix } = summary;
  return [name, entityId(summary), developerName(name), label, ...(keyPrefix === null ? [] : [keyPrefix])];
}

export function customFieldId(object: string, field: string): string {
  return metadataId('00N', `${object}.${field}`);
}

export function fieldId(object: ObjectSchema, field: FieldDefinition): string {
  const own = field.custom
    ? customFieldId(object.name, field.name).slice(0, SHORT_ID)
    : developerName(field.name, field);
  return `${entityId(object.definition)}.${own}`;
}

export function particleId(object: ObjectSchema, field: FieldDefinition): string {
  const own = field.custom ? customFieldId(object.name, field.name).slice(0, SHORT_ID) : field.name;
  return `${entityId(object.definition)}.${own}`;
}

/** A name without its namespace and ending; a reference is called after what it leads to. */
export function developerName(name: string, field?: FieldDefinition): string {
  const own = name.replace(/__\w{1,3}$/, '').replace(/^\w+?__/, '');
  return field?.type === 'reference' ? own.replace(/(?<=\w)Id$/, '') : own;
}

export function namespaceOf(name: string): string | null {
  return /^(\w+?)__\w+?__\w{1,3}$/.exec(name)?.[1] ?? null;
}

import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { defaultMeasures } from '../../schema/default-measures.js';
import { defaultQueryFlags } from './field-defaults.js';
import { isMasterDetail } from './master-detail.js';

/** Degrees, to fifteen decimals. */
const DEGREES = { type: 'double', precision: 18, scale: 15 } as const;

/** The fields an application declares, with what an org would add to them; those the object has already are left out. */
export function declaredFields(
  object: SObjectDefinition,
  known: (name: string) => boolean,
): readonly FieldDefinition[] {
  const relationships = new Set<string>();
  // An application may declare them too, to write them; they are the location's own all the same.
  const coordinates = new Set(
    object.fields
      .filter(({ type }) => type === 'location')
      .flatMap(coordinateNames)
      .map(inLowerCase),
  );
  return object.fields
    .filter((field) => !known(field.name) && !coordinates.has(inLowerCase(field.name)))
    .flatMap((field) => {
      const complete = withMeasures(withChildRelationship(object, field, relationships));
      return complete.type === 'location' ? withCoordinates(complete, known) : [complete];
    });
}

/** A definition whose custom references all have a name at their parents, where the definition gives none. */
export function withChildRelationships(definition: SObjectDefinition): SObjectDefinition {
  const taken = new Set<string>();
  const fields = definition.fields.map((field) => withChildRelationship(definition, field, taken));
  return { ...definition, fields };
}

function withMeasures(field: FieldDefinition): FieldDefinition {
  const measured = { ...defaultMeasures(field), ...field };
  return { ...defaultQueryFlags(measured), ...measured, ...necessities(field) };
}

/** What follows from the kind of a field, however it is declared. */
function necessities(field: FieldDefinition): Partial<FieldDefinition> {
  if (field.type === 'boolean') return { nillable: false, defaultedOnCreate: true };
  if (field.type === 'address' || field.type === 'location') return { createable: false, updateable: false };
  return isMasterDetail(field) ? { nillable: false, updateable: false } : {};
}

/** A custom lookup is listed at its parent under the plural of the child, unless the parent's entity names it otherwise. */
function withChildRelationship(
  object: SObjectDefinition,
  field: FieldDefinition,
  taken: Set<string>,
): FieldDefinition {
  if (field.type !== 'reference' || !field.custom) return field;
  const namespace = /^(\w+?__)\w+__c$/.exec(field.name)?.[1] ?? '';
  const plural = `${namespace}${object.labelPlural.replaceAll(/\W+/g, '_')}__r`;
  const name = field.childRelationshipName ?? plural;
  const places = (field.referenceTo ?? []).map((parent) => `${parent}.${name}`.toLowerCase());
  if (places.some((place) => taken.has(place))) return field;
  for (const place of places) taken.add(place);
  return { ...field, childRelationshipName: name };
}

const AXES = ['Latitude', 'Longitude'];

function coordinateNames({ name }: FieldDefinition): string[] {
  const stem = name.replace(/__c$/, '');
  return AXES.map((axis) => `${stem}__${axis}__s`);
}

/** A location with the two numbers it is written by, where they are not known yet. */
function withCoordinates(location: FieldDefinition, known: (name: string) => boolean): FieldDefinition[] {
  const coordinates = coordinateNames(location).map((name, axis) =>
    withMeasures({
      ...DEGREES,
      name,
      label: `${location.label} (${AXES[axis]})`,
      custom: true,
      createable: true,
      updateable: true,
      nillable: true,
      compoundFieldName: location.name,
    }),
  );
  return [location, ...coordinates.filter(({ name }) => !known(name))];
}

function inLowerCase(name: string): string {
  return name.toLowerCase();
}

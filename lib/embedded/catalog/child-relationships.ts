import type {
  ChildRelationshipDefinition,
  FieldDefinition,
  SObjectDefinition,
} from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from './object-schema.js';

/**
 * What leads to an object: what its definition lists, the references of others that were declared, and, to a custom object,
 * those that lead to every one of them. By the name of the child, as the platform lists them.
 *
 * @param open references that may lead to any custom object
 */
export function childRelationshipsOf(
  parent: ObjectSchema,
  referring: readonly ObjectSchema[],
  open: readonly ChildRelationshipDefinition[],
): readonly ChildRelationshipDefinition[] {
  const listed = parent.definition.childRelationships ?? [];
  const places = new Set(listed.map(placeOf));
  const isNew = (child: ChildRelationshipDefinition): boolean => {
    const isNewPlace = !places.has(placeOf(child));
    places.add(placeOf(child));
    return isNewPlace;
  };
  const opened = parent.definition.custom ? open.filter(isNew) : [];
  const declared = referring.flatMap((child) =>
    child.fields
      .filter((field) => field.referenceTo?.includes(parent.name))
      .map((field) => relationshipOf(child.definition, field))
      .filter(isNew),
  );
  if (opened.length + declared.length === 0) return listed;
  return [...listed, ...opened, ...declared].sort(byChild);
}

function placeOf({ childSObject, field }: ChildRelationshipDefinition): string {
  return `${childSObject}.${field}`;
}

function relationshipOf(child: SObjectDefinition, field: FieldDefinition): ChildRelationshipDefinition {
  return {
    childSObject: child.name,
    field: field.name,
    relationshipName: field.childRelationshipName ?? null,
    ...(field.cascadeDelete ? { cascadeDelete: true } : {}),
    ...(field.restrictedDelete ? { restrictedDelete: true } : {}),
  };
}

function byChild(a: ChildRelationshipDefinition, b: ChildRelationshipDefinition): number {
  if (a.childSObject === b.childSObject) return 0;
  return a.childSObject < b.childSObject ? -1 : 1;
}

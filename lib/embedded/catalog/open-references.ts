import type {
  ChildRelationshipDefinition,
  SObjectDefinition,
} from '../../schema/sobject-definition.interface.js';

/** Standard references that may point at a record of any custom object. */
const OPEN_REFERENCES: readonly ChildRelationshipDefinition[] = [
  { childSObject: 'Attachment', field: 'ParentId', relationshipName: 'Attachments', cascadeDelete: true },
  {
    childSObject: 'ContentDocumentLink',
    field: 'LinkedEntityId',
    relationshipName: 'ContentDocumentLinks',
    cascadeDelete: true,
  },
  { childSObject: 'Event', field: 'WhatId', relationshipName: 'Events', cascadeDelete: true },
  { childSObject: 'Note', field: 'ParentId', relationshipName: 'Notes', cascadeDelete: true },
  { childSObject: 'Task', field: 'WhatId', relationshipName: 'Tasks', cascadeDelete: true },
  {
    childSObject: 'TopicAssignment',
    field: 'EntityId',
    relationshipName: 'TopicAssignments',
    cascadeDelete: true,
  },
];

/** Objects with a reference that leads to custom objects, whichever an org has. */
export const OPEN_OBJECTS: readonly string[] = OPEN_REFERENCES.map(({ childSObject }) => childSObject);

/** What points at a custom object, because it points at all of them. */
export function openChildren(known: (name: string) => boolean): readonly ChildRelationshipDefinition[] {
  return OPEN_REFERENCES.filter(({ childSObject }) => known(childSObject));
}

/** The definition with its open reference leading to these custom objects too. */
export function withOpenReference(
  definition: SObjectDefinition,
  custom: readonly string[],
): SObjectDefinition {
  const open = OPEN_REFERENCES.find(({ childSObject }) => childSObject === definition.name);
  if (open === undefined || custom.length === 0) return definition;
  return {
    ...definition,
    fields: definition.fields.map((field) =>
      field.name === open.field
        ? { ...field, referenceTo: [...new Set([...(field.referenceTo ?? []), ...custom])] }
        : field,
    ),
  };
}

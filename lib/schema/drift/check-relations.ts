import { shortenedList } from '../../common/shortened-list.js';
import type {
  ChildrenMetadata,
  EntityMetadata,
  ParentMetadata,
} from '../../metadata/entity-metadata.interface.js';
import { targetsOf } from '../../metadata/parent-targets.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import type { Finding } from './field-pair.interface.js';

/** A task can be about a hundred kinds of records. */
const MOST_PARENTS = 5;

/** A relation to the parent that a foreign key, which the org has, leads to. */
export function checkParent(
  parent: ParentMetadata,
  actual: FieldDefinition,
  { parents }: EntityMetadata,
): readonly Finding[] {
  const { apiName } = parent.foreignKey;
  if (actual.type !== 'reference') {
    return [
      {
        severity: 'error',
        code: 'reference',
        message: `follows ${apiName}, which is no reference in the org but of the type ${actual.type}.`,
        fix: 'Drop the relation and keep the field, or make the field a lookup in the org.',
      },
    ];
  }
  const siblings = [...parents.values()].filter(({ foreignKey }) => foreignKey === parent.foreignKey);
  const hasOthers = siblings.length > 1;
  return [...checkTargets(parent, actual, hasOthers), ...checkRelationshipName(parent, actual)];
}

function checkTargets(
  parent: ParentMetadata,
  { referenceTo = [] }: FieldDefinition,
  hasOthers: boolean,
): readonly Finding[] {
  const wanted = [...new Set(targetsOf(parent).map(({ apiName }) => apiName))];
  const wrong = wanted.filter((name) => !referenceTo.includes(name));
  if (wrong.length > 0) {
    return [
      {
        severity: 'error',
        code: 'reference',
        message: `leads to ${wrong.join(', ')} here and to ${shortenedList(referenceTo, MOST_PARENTS) || 'nothing that the connected user sees'} in the org.`,
        fix: 'Change the target of the relation to an entity of an object it leads to.',
      },
    ];
  }
  if (hasOthers || wanted.length > 1 || referenceTo.length === 1) return [];
  const others = referenceTo.filter((name) => !wanted.includes(name));
  return [
    {
      severity: 'info',
      code: 'reference',
      message: `leads to ${wanted.join(', ')} alone here and also to ${shortenedList(others, MOST_PARENTS)} in the org.`,
      fix: 'Make the relation polymorphic if parents of the other objects matter.',
    },
  ];
}

function checkRelationshipName(
  { relationshipName }: ParentMetadata,
  actual: FieldDefinition,
): readonly Finding[] {
  if (actual.relationshipName === relationshipName) return [];
  if (actual.relationshipName === undefined) {
    return [
      {
        severity: 'error',
        code: 'relationship',
        message: `is read as ${relationshipName}, but queries of the org cannot follow ${actual.name}.`,
        fix: 'Drop the relation and keep the field.',
      },
    ];
  }
  return [
    {
      severity: 'error',
      code: 'relationship',
      message: `is read as ${relationshipName} and called ${actual.relationshipName} in the org.`,
      fix: `Say relationshipName: '${actual.relationshipName}'.`,
    },
  ];
}

/** The child records of an entity, as the parent's object in the org lists them. */
export function checkChildren(children: ChildrenMetadata, object: SObjectDefinition): readonly Finding[] {
  const child = children.target().apiName;
  const { apiName } = children.inverse().foreignKey;
  const actual = object.childRelationships?.find(
    ({ childSObject, field }) => childSObject === child && field === apiName,
  );
  // A catalog that lists no children says nothing of them.
  if (object.childRelationships === undefined || actual?.relationshipName === children.relationshipName) {
    return [];
  }
  if (!actual || actual.relationshipName === null) {
    const nobody = actual ? 'that queries can name' : 'that the connected user sees';
    return [
      {
        severity: 'error',
        code: 'children',
        message: `reads ${children.relationshipName}, but the org has no records of ${child} at ${object.name} by ${apiName} ${nobody}.`,
        fix: `Drop the property, or see to it that the user may read ${child}.${apiName}.`,
      },
    ];
  }
  return [
    {
      severity: 'error',
      code: 'children',
      message: `is read as ${children.relationshipName} and called ${actual.relationshipName} in the org.`,
      fix: `Say relationshipName: '${actual.relationshipName}'.`,
    },
  ];
}

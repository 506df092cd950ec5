import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { InspectOptions } from '../inspect-options.interface.js';
import type { KnownNames } from '../known-names.interface.js';
import type { ChildRelationship, ParentRelationship } from '../plan/relationships.js';
import { rankOf, splitApiName } from './api-name.js';
import { assertGiven, chosenName } from './chosen-name.js';
import { assignNames, type NameWish } from './name-assignment.js';
import { isPropertyName } from './reserved-names.js';
import { camelCase, capitalise } from './word-case.js';

/** Everything of one object that becomes a property. */
export interface NamedMembers {
  readonly object: string;
  readonly fields: readonly FieldDefinition[];
  readonly parents: readonly ParentRelationship[];
  readonly children: readonly ChildRelationship[];
}

/** The keys of members, whatever they are called. */
export const memberKey = {
  field: (name: string): string => `field ${name}`,
  parent: (foreignKey: string): string => `parent ${foreignKey}`,
  children: ({ childSObject, field }: Pick<ChildRelationship, 'childSObject' | 'field'>): string =>
    `children ${childSObject}.${field}`,
};

/**
 * The property of every member, by its key: the API name without namespace and suffix, its first letter small. A custom
 * reference ends with `Id`, so that the relation can have the name without. Fields choose before parents, those before children;
 * where a name is taken, the namespace comes in front, else the API name stays as it is.
 *
 * @throws SalesforceConfigurationException for a name of the options that no property can have
 */
export function propertyNames(
  { object, fields, parents, children }: NamedMembers,
  options: InspectOptions,
  known: KnownNames,
): ReadonlyMap<string, string> {
  const chosen: { readonly key: string; readonly path: string; readonly name: string }[] = [];
  const wish = (key: string, apiName: string, rank: number, candidates: readonly string[]): NameWish => {
    const inCode = known.propertyName(object, key);
    if (inCode !== undefined) return { key, rank: -1, candidates: [inCode] };
    const path = `${object}.${apiName}`;
    const byOption = chosenName(options, path, isPropertyName);
    if (byOption === undefined) return { key, rank, candidates };
    chosen.push({ key, path, name: byOption });
    return { key, rank: -1, candidates: [byOption] };
  };
  const wishes = [
    ...fields
      .filter(({ name }) => name !== 'Id')
      .map((field) =>
        wish(memberKey.field(field.name), field.name, rankOf(splitApiName(field.name)), fieldNames(field)),
      ),
    ...parents.map(({ field, relationshipName: name }) =>
      wish(memberKey.parent(field.name), name, 10 + rankOf(splitApiName(name)), parentNames(name)),
    ),
    ...children.map((child) => {
      const { relationshipName: name } = child;
      return wish(
        memberKey.children(child),
        name,
        20 + rankOf(splitApiName(name)),
        childrenNames(child, relationNames(name)),
      );
    }),
  ];
  const names = assignNames(wishes, {
    isFree: (name) => name !== 'id' && isPropertyName(name),
    fold: (name) => name,
  });
  for (const { key, path, name } of chosen) assertGiven(path, name, names.get(key));
  return names;
}

function fieldNames({ name, type, custom }: FieldDefinition): readonly string[] {
  const { namespace, stem } = splitApiName(name);
  const isReference = type === 'reference' && custom === true && !/(?:[a-z\d]I|_I|^I)[Dd]$/.test(stem);
  const ending = isReference ? 'Id' : '';
  return [...inNamespace(namespace, camelCase(stem) + ending), name];
}

/** The relation of a custom `PayerId__c` is the payer. */
function parentNames(relationshipName: string): readonly string[] {
  return relationNames(relationshipName.replace(/(?<=[a-z\d])_?Id(?=__r$)/, ''), relationshipName);
}

function relationNames(name: string, relationshipName = name): readonly string[] {
  const { namespace, stem } = splitApiName(name);
  return [...inNamespace(namespace, camelCase(stem)), relationshipName];
}

/** Two relationships may differ in their namespace alone, and one object can have children of that name by two ways. */
function childrenNames({ childSObject }: ChildRelationship, names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  return [...names, first + capitalise(camelCase(splitApiName(childSObject).stem))];
}

function inNamespace(namespace: string, name: string): readonly string[] {
  if (namespace === '') return [name];
  return [name, camelCase(namespace) + capitalise(name.replace(/^_/, ''))];
}

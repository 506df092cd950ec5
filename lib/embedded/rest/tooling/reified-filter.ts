import { OrgError } from '../../org-error.js';
import { queriedObject } from './queried-object.js';

/** What queries of objects have to be narrowed by that are put together for each query. */
const REIFIED: Readonly<Record<string, readonly string[]>> = {
  EntityParticle: ['EntityDefinitionId', 'FieldDefinitionId', 'DurableId'],
  FieldDefinition: ['EntityDefinitionId', 'DurableId'],
  PicklistValueInfo: ['EntityParticleId', 'DurableId'],
  RelationshipDomain: ['FieldId', 'ChildSobjectId', 'ParentSobjectId', 'RelationshipInfoId', 'DurableId'],
  RelationshipInfo: ['ChildSobjectId', 'FieldId', 'DurableId'],
};

/** @throws OrgError for a query of such an object that is not narrowed */
export function requireReifiedFilter(soql: string): void {
  const { name, rest } = queriedObject(soql);
  const known = Object.entries(REIFIED).find(([object]) => object.toLowerCase() === name?.toLowerCase());
  if (!known) return;
  const [object, columns] = known;
  // A column is also narrowed by what it leads to: EntityDefinition.QualifiedApiName.
  const names = columns.map((column) => column.replace(/(?<!Durable)Id$/, '(?:Id|\\.\\w+)'));
  if (new RegExp(`\\bWHERE\\b.*\\b(?:${names.join('|')})\\s*(?:=|IN\\b)`, 'is').test(rest)) return;
  throw new OrgError(
    'MALFORMED_QUERY',
    `${object}: a filter on a reified column is required [${columns.join(',')}]`,
  );
}

import type { Condition } from '../../../soql/ast/condition.js';
import type { Expression } from '../../../soql/ast/expression.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';

interface RequiredFilter {
  /** Of which one has to be compared with an id, or with a list of them. */
  readonly fields: readonly string[];
  readonly refusal: string;
}

/** Objects of which the platform answers no query that could find all their records. */
const REQUIRED: Readonly<Record<string, RequiredFilter>> = {
  ContentDocumentLink: {
    fields: ['ContentDocumentId', 'LinkedEntityId', 'Id'],
    refusal:
      'Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or ' +
      "LinkedEntityId using the equals operator or multiple Id's using the IN operator.",
  },
  ContentFolderItem: {
    fields: ['Id', 'ParentContentFolderId'],
    refusal:
      'Implementation restriction: ContentFolderItem requires a filter by Id or ParentContentFolderId using the equals ' +
      "or 'IN' operator",
  },
  ContentFolderMember: {
    fields: ['Id', 'ChildRecordId', 'ParentContentFolderId'],
    refusal:
      'Implementation restriction: ContentFolderMember requires a filter by a single Id, ChildRecordId or ' +
      'ParentContentFolderId using the equals operator',
  },
  IdeaComment: {
    fields: ['CommunityId', 'Id', 'IdeaId'],
    refusal:
      'Implementation restriction. When querying the Idea Comment object, you must filter using the following syntax: ' +
      'CommunityId = [single ID], Id = [single ID], IdeaId = [single ID], Id IN [list of IDs], or IdeaId IN [list of IDs].',
  },
  Vote: {
    fields: ['ParentId', 'Parent.Type', 'Id'],
    refusal:
      'Implementation restriction: When querying the Vote object, you must filter using the following syntax: ' +
      "ParentId = [single ID], Parent.Type = [single Type], Id = [single ID], or Id IN [list of ID's].",
  },
};

/** @throws OrgError for a query that lacks the filter its object asks for */
export function requireFilter({ where }: SoqlQuery, object: ObjectSchema): void {
  const required = Object.hasOwn(REQUIRED, object.name) ? REQUIRED[object.name] : undefined;
  if (!required || (where && narrows(where, required.fields))) return;
  throw new OrgError('MALFORMED_QUERY', required.refusal);
}

/** Whether one of the fields has to be equal to something. */
function narrows(condition: Condition, fields: readonly string[]): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.some((each) => narrows(each, fields));
    case 'comparison':
      return condition.operator === '=' && names(condition.left, fields);
    case 'membership':
    case 'semi-join':
      return !condition.negated && names(condition.left, fields);
    default:
      return false;
  }
}

function names(expression: Expression, fields: readonly string[]): boolean {
  if (expression.kind !== 'field') return false;
  const name = expression.path.join('.').toLowerCase();
  return fields.some((field) => field.toLowerCase() === name);
}

import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { WithClause } from '../../../soql/ast/with-clause.js';
import type { RecordScope } from './record-scope.js';

/** Refuses clauses of a whole query that only Apex has, and those of objects that this org does not have. */
export function requireSupported(query: SoqlQuery, scope: RecordScope, includeDeleted: boolean): void {
  const refuse = (reason: string): never => {
    throw scope.source.refusal('MALFORMED_QUERY', reason, query.from);
  };
  if (query.allRows && !includeDeleted) refuse('ALL ROWS not allowed in this context');
  if (query.for?.includes('UPDATE')) refuse('FOR UPDATE not allowed in this context');
  const filter = query.with && filterName(query.with);
  if (filter) refuse(`${filter} is not supported on ${scope.object.name}`);
}

/** Refuses what the query of children cannot have. */
export function requireSupportedInChildren(query: SoqlQuery, scope: RecordScope): void {
  const clauses = {
    'USING SCOPE': query.scope,
    'ALL ROWS': query.allRows,
    WITH: query.with,
    FOR: query.for,
    UPDATE: query.update,
  };
  for (const [name, clause] of Object.entries(clauses)) {
    if (clause === undefined) continue;
    throw scope.source.refusal('MALFORMED_QUERY', `${name} is not allowed in a subquery`, query.from);
  }
}

/** A filter that some objects ask for; security modes are none, since the API always holds to the user's permissions. */
function filterName(clause: WithClause): string | undefined {
  switch (clause.kind) {
    case 'security':
      return undefined;
    case 'data-category':
      return 'WITH DATA CATEGORY';
    case 'context':
      return `WITH ${clause.name}`;
    case 'filter':
      return 'A WITH filter';
  }
}

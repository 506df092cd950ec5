import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { scopesOf, type ObjectScope } from '../../catalog/object-scopes.js';
import type { RecordScope } from './record-scope.js';
import { bind, nameLiteral, sql, type SqlFragment } from './sql-fragment.js';

const USER = bind((run) => run.userId);

/** The users whose role is below that of the user who asks. */
const SUBORDINATES = sql`
  WITH RECURSIVE below(id) AS (
    SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = (SELECT "UserRoleId" FROM "User" WHERE "Id" = ${USER})
    UNION SELECT role."Id" FROM "UserRole" AS role JOIN below ON role."ParentRoleId" = below.id
  )
  SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT id FROM below)`;

type ScopeFilter = (table: SqlFragment) => SqlFragment;

const FILTERS: Readonly<Record<Exclude<ObjectScope, 'everything'>, ScopeFilter>> = {
  mine: (table) => sql`${table}."OwnerId" = ${USER}`,
  team: (table) => sql`(${table}."OwnerId" = ${USER} OR ${table}."OwnerId" IN (${SUBORDINATES}))`,
  /** What the user gave to others to do. */
  delegated: (table) => sql`(${table}."CreatedById" = ${USER} AND ${table}."OwnerId" <> ${USER})`,
  queue_owned: ownedBy('00G'),
  user_owned: ownedBy('005'),
};

/** `USING SCOPE mine`: whose records the query is about. */
export function planScope({ scope: name, from }: SoqlQuery, scope: RecordScope): SqlFragment[] {
  if (name === undefined) return [];
  const { object, catalog, source, root } = scope;
  const known = scopesOf(object).find((candidate) => candidate === name.toLowerCase());
  if (!known) {
    throw source.refusal('MALFORMED_QUERY', `Scope '${name}' is not supported on ${object.name}`, from);
  }
  if (known === 'everything') return [];
  if (known === 'team') scope.use(['User', 'UserRole'].flatMap((read) => catalog.get(read) ?? []));
  return [FILTERS[known](root.table)];
}

function ownedBy(keyPrefix: string): ScopeFilter {
  return (table) => sql`substr(${table}."OwnerId", 1, 3) = ${nameLiteral(keyPrefix)}`;
}

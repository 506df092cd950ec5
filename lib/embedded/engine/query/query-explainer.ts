import type { QueryPlan as ExplainedPlan, QueryPlanNote } from '../../../protocol/query-plan.interface.js';
import type { Condition } from '../../../soql/ast/condition.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { isIndexed, quoteIdentifier } from '../table-schema.js';
import type { QueryPlan } from './query-plan.interface.js';
import type { QueryRun } from './query-run.interface.js';
import { parametersFor } from './sql-fragment.js';

/** Up to this share of an object's records, an index counts as worth its while. */
const SELECTIVE_SHARE = 0.3;
const UNINDEXED = 'Not considering filter for optimization because unindexed';

export interface Explanation {
  readonly plans: readonly ExplainedPlan[];
  readonly sourceQuery: string;
}

interface Explained {
  readonly query: SoqlQuery;
  readonly plan: QueryPlan;
  readonly object: ObjectSchema;
  /** How many records the conditions of the query leave. */
  readonly found: number;
  readonly run: QueryRun;
}

/** Tells how a query is run: which of its indexes SQLite takes, in the words of the platform's query plan. */
export class QueryExplainer {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  explain(explained: Explained): readonly ExplainedPlan[] {
    const { query, object, found } = explained;
    const table = quoteIdentifier(object.name);
    const [[all] = []] = this.#database.prepare(`SELECT COUNT(*) FROM ${table} WHERE "IsDeleted" = 0`).rows();
    const total = Number(all);
    const share = total > 0 ? found / total : 0;
    const common = { notes: notesOf(query, object), sobjectCardinality: total, sobjectType: object.name };
    const fields = this.#indexedFields(explained);
    const index: ExplainedPlan = {
      ...common,
      cardinality: found,
      fields,
      leadingOperationType: 'Index',
      relativeCost: share / SELECTIVE_SHARE,
    };
    const scan: ExplainedPlan = {
      ...common,
      cardinality: total,
      fields: [],
      leadingOperationType: 'TableScan',
      // The plan that is taken is the cheapest one, and an index is taken wherever there is one.
      relativeCost: fields.length > 0 ? Math.max(1 + share, index.relativeCost) : 1 + share,
    };
    return fields.length > 0 ? [index, scan] : [scan];
  }

  /** The fields by whose indexes SQLite finds the records; a scan in the order of an index finds none. */
  #indexedFields({ plan, object, run }: Explained): readonly string[] {
    const statement = plan.kind === 'count' ? plan.count : plan.rows;
    const steps = this.#database
      .prepare(`EXPLAIN QUERY PLAN ${statement.text}`)
      .all(...parametersFor(statement, run))
      .map(({ detail }) => String(detail));
    const fields = steps.flatMap((step) => {
      const index = /^SEARCH t0 USING (?:COVERING )?INDEX (\S+)/.exec(step)?.[1];
      if (index === undefined) return [];
      // The index of a primary key has no name that we gave.
      return [index.startsWith(`${object.name}.`) ? index.slice(object.name.length + 1) : 'Id'];
    });
    return [...new Set(fields)];
  }
}

/** Deleted records are told apart by no index, and neither are the fields of the query that have none. */
function notesOf({ where }: SoqlQuery, object: ObjectSchema): QueryPlanNote[] {
  const filtered = where ? filteredFields(where) : [];
  const unindexed = filtered.filter((name) => {
    const field = object.field(name);
    return field !== undefined && field.type !== 'id' && !isIndexed(field);
  });
  const names = new Set([...unindexed.map((name) => object.field(name)!.name), 'IsDeleted']);
  return [...names].map((name) => ({ description: UNINDEXED, fields: [name], tableEnumOrId: object.name }));
}

/** The object's own fields that the conditions name. */
function filteredFields(condition: Condition): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap(filteredFields);
    case 'not':
      return filteredFields(condition.condition);
    default: {
      const { left } = condition;
      return left.kind === 'field' && left.path.length === 1 ? [...left.path] : [];
    }
  }
}

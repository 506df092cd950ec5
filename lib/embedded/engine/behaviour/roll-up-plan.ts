import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { parseSoqlWithPositions } from '../../../soql/parser/soql-parser.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { planExpression } from '../query/expression-planner.js';
import type { QueryCatalog } from '../query/query-catalog.interface.js';
import { RecordScope } from '../query/record-scope.js';
import { planRowFilter } from '../query/row-filter.js';
import { SoqlSource } from '../query/soql-source.js';
import { bind, identifier, sql, type SqlFragment } from '../query/sql-fragment.js';

/**
 * A roll-up summary field: what a parent holds of its children.
 *
 * @publicApi
 */
export interface EmbeddedRollUp {
  /** The object of the children. */
  readonly of: string;
  /** The field by which they refer to the parent. */
  readonly by: string;
  readonly summarize: 'COUNT' | 'SUM' | 'MIN' | 'MAX';
  /** The field that is summed or compared; none for `COUNT`. */
  readonly field?: string;
  /** Which children count, as the WHERE clause of a query says it: `Status__c = 'Paid'`. @default all of them */
  readonly where?: string;
}

/** A statement that summarizes the children of one parent. */
export interface RollUpPlan {
  readonly statement: SqlFragment;
  readonly objects: readonly ObjectSchema[];
}

/** @throws SalesforceConfigurationException for a roll-up of what is not there */
export function planRollUp(name: string, rollUp: EmbeddedRollUp, catalog: QueryCatalog): RollUpPlan {
  const { of, by, summarize, field = 'Id', where } = rollUp;
  const soql = `SELECT ${summarize}(${field}) FROM ${of}${where === undefined ? '' : ` WHERE ${where}`}`;
  try {
    const { query, positionOf } = parseSoqlWithPositions(soql);
    const [item] = query.select;
    const child = catalog.get(of);
    const reference = child?.field(by);
    if (!child || !reference || item?.kind !== 'expression') throw new TypeError(`there is no ${of}.${by}`);
    const scope = new RecordScope(catalog, new SoqlSource(soql, positionOf), child, query.from);
    const column = sql`${scope.root.table}.${identifier(reference.name)}`;
    const link = sql`${column} = ${bind((run) => run.parentId ?? null)}`;
    const filter = planRowFilter(query, scope, false, [link]);
    const value = planExpression(scope, item.expression).sql;
    return { statement: sql`SELECT ${value} FROM ${scope.from} WHERE ${filter}`, objects: scope.objects };
  } catch (cause) {
    throw new SalesforceConfigurationException(
      `The roll-up summary ${name} cannot be computed: ${(cause as Error).message}`,
      { cause },
    );
  }
}

import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { findField } from '../../../schema/source/find-field.js';
import { fieldPathOf } from '../../../soql/ast/factories/expression.factory.js';
import { selected } from '../../../soql/ast/factories/select-item.factory.js';
import type { FieldPath } from '../../../soql/ast/expression.js';
import type { SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { parseSoql } from '../../../soql/parser/soql-parser.js';
import { type ExportColumn, fieldColumn } from './export-column.js';
import { exportedColumns } from './exported-columns.js';

/** Records of one object that an export begins with. */
export interface ExportSelection {
  readonly definition: SObjectDefinition;
  readonly columns: readonly ExportColumn[];
  /** Which records: every clause but what is selected. */
  readonly query: SoqlQuery;
  /** Whether they are all records of the object. */
  readonly whole: boolean;
}

/** All records of an object, or those that a condition of SOQL holds for. */
export function objectSelection(
  definition: SObjectDefinition,
  condition: string | undefined,
  createable: boolean,
): ExportSelection {
  const where = condition === undefined ? '' : ` WHERE ${condition}`;
  const { columns } = exportedColumns(definition, createable);
  const query = parseSoql(`SELECT Id FROM ${definition.name}${where}`);
  return { definition, columns, query, whole: where === '' };
}

/**
 * The records and fields of a query. The id is read too where the query leaves it out, for other records may refer to it.
 *
 * @throws SalesforceConfigurationException for a query whose rows are no records, or a field the object does not have
 */
export function querySelection(
  query: SoqlQuery,
  definition: SObjectDefinition,
  createable: boolean,
): ExportSelection {
  if (query.groupBy) throw noRecords('GROUP BY');
  const columns = query.select.flatMap((item) => columnsOf(item, query, definition, createable));
  const id = definition.fields.find(({ type }) => type === 'id');
  const named = new Map(
    [...(id ? [fieldColumn(id)] : []), ...columns].map((column) => [column.name, column]),
  );
  return { definition, columns: [...named.values()], query, whole: false };
}

/** The text of the query of some columns. */
export function withColumns(query: SoqlQuery, columns: readonly ExportColumn[]): SoqlQuery {
  return { ...query, select: columns.map(({ path }) => selected(fieldPathOf(path))) };
}

function columnsOf(
  item: SelectItem,
  { from }: SoqlQuery,
  definition: SObjectDefinition,
  createable: boolean,
): readonly ExportColumn[] {
  if (item.kind === 'fields') {
    return exportedColumns(definition, createable).columns.filter(
      ({ field }) => item.group === 'ALL' || (field?.custom === true) === (item.group === 'CUSTOM'),
    );
  }
  if (item.kind === 'subquery')
    throw noRecords('a subquery (select those records by a query of their own, or by --with)');
  if (item.kind === 'typeof') throw noRecords('TYPEOF');
  if (item.expression.kind === 'function') throw noRecords(`${item.expression.name}()`);
  const path = withoutAlias(item.expression, from.alias ?? definition.name);
  return [path.length > 1 ? { path, name: path.join('.') } : fieldColumn(findField(definition, path[0]))];
}

/** `a.Name` and `Account.Name` of `FROM Account a` are `Name`. */
function withoutAlias({ path }: FieldPath, alias: string): ExportColumn['path'] {
  const [first, second, ...others] = path;
  const aliased = second !== undefined && first?.toLowerCase() === alias.toLowerCase();
  return (aliased ? [second, ...others] : path) as ExportColumn['path'];
}

function noRecords(part: string): SalesforceConfigurationException {
  return new SalesforceConfigurationException(
    `An export takes queries whose rows are records with their fields; ${part} is no field.`,
  );
}

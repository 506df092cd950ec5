import type { SqliteValue } from '../sqlite-database.interface.js';
import type { QueryRun } from './query-run.interface.js';

/** A bound value: fixed by the text of the query, or known only when it runs (the clock, the user, a parent's id). */
export type SqlParameter = SqliteValue | ((run: QueryRun) => SqliteValue);

/** A piece of SQL with the values of its placeholders, in their order. Pieces only grow by {@link sql}. */
export interface SqlFragment {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

/** Joins pieces of SQL: what is interpolated is SQL already, so that no value can get into the text. */
export function sql(strings: TemplateStringsArray, ...pieces: readonly SqlFragment[]): SqlFragment {
  return {
    text: strings.reduce((text, string, index) => text + (pieces[index - 1]?.text ?? '') + string),
    parameters: pieces.flatMap((piece) => piece.parameters),
  };
}

export function bind(value: SqlParameter): SqlFragment {
  return { text: '?', parameters: [value] };
}

/** A name of the catalog as an SQL identifier. */
export function identifier(name: string): SqlFragment {
  return { text: `"${name.replaceAll('"', '""')}"`, parameters: [] };
}

/** A name of the catalog as an SQL text. */
export function nameLiteral(name: string): SqlFragment {
  return { text: `'${name.replaceAll("'", "''")}'`, parameters: [] };
}

export function joinSql(pieces: readonly SqlFragment[], separator: string): SqlFragment {
  return {
    text: pieces.map((piece) => piece.text).join(separator),
    parameters: pieces.flatMap((piece) => piece.parameters),
  };
}

/** All pieces under one operator, as a balanced tree: SQLite refuses expressions deeper than 1000. */
export function chainSql(pieces: readonly SqlFragment[], operator: 'AND' | 'OR'): SqlFragment {
  if (pieces.length === 1) return pieces[0]!;
  if (pieces.length === 0) return operator === 'AND' ? TRUE : FALSE;
  const middle = pieces.length >> 1;
  const halves = [chainSql(pieces.slice(0, middle), operator), chainSql(pieces.slice(middle), operator)];
  return sql`(${joinSql(halves, ` ${operator} `)})`;
}

export const TRUE: SqlFragment = { text: '1', parameters: [] };
export const FALSE: SqlFragment = { text: '0', parameters: [] };
export const NULL: SqlFragment = { text: 'NULL', parameters: [] };

/** The values to run a fragment with. */
export function parametersFor(fragment: SqlFragment, run: QueryRun): SqliteValue[] {
  return fragment.parameters.map((parameter) =>
    typeof parameter === 'function' ? parameter(run) : parameter,
  );
}

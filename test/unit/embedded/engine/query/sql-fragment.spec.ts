import { describe, expect, it } from '@jest/globals';
import {
  bind,
  chainSql,
  identifier,
  nameLiteral,
  parametersFor,
  sql,
} from '../../../../../lib/embedded/engine/query/sql-fragment.js';
import { NodeSqliteDatabase } from '../../../../../lib/embedded/engine/node-sqlite-database.js';
import { DEFAULT_SETTINGS } from './default-settings.js';

const RUN = {
  now: new Date('2026-03-18T00:00:00.000Z'),
  userId: '005000000000001AAA',
  settings: DEFAULT_SETTINGS,
};

describe('sql', () => {
  it('joins texts and keeps the values in the order of their placeholders', () => {
    const inner = sql`${identifier('a')} = ${bind(1)}`;
    const whole = sql`SELECT ${bind('x')} WHERE ${inner} AND ${bind(null)}`;
    expect(whole).toEqual({ text: 'SELECT ? WHERE "a" = ? AND ?', parameters: ['x', 1, null] });
  });

  it('quotes names as identifiers and as texts', () => {
    expect(identifier('od"d')).toEqual({ text: '"od""d"', parameters: [] });
    expect(nameLiteral("o'dd")).toEqual({ text: "'o''dd'", parameters: [] });
  });
});

describe('parametersFor', () => {
  it('asks the run for the values that it alone knows', () => {
    const fragment = sql`${bind(7)}, ${bind((run) => run.userId)}, ${bind((run) => run.now.toISOString())}`;
    expect(parametersFor(fragment, RUN)).toEqual([7, '005000000000001AAA', '2026-03-18T00:00:00.000Z']);
  });
});

describe('chainSql', () => {
  it('is the neutral value without pieces, and a piece alone is itself', () => {
    expect(chainSql([], 'AND').text).toBe('1');
    expect(chainSql([], 'OR').text).toBe('0');
    expect(chainSql([sql`a`], 'OR').text).toBe('a');
  });

  it('makes a tree that is shallow enough for SQLite', () => {
    const pieces = Array.from({ length: 5_000 }, (_, n) => sql`${bind(n)} = 4999`);
    const database = new NodeSqliteDatabase();
    const statement = chainSql(pieces, 'OR');
    const rows = database.prepare(`SELECT ${statement.text}`).rows(...parametersFor(statement, RUN));
    expect(rows).toEqual([[1]]);
    database.close();
  });
});

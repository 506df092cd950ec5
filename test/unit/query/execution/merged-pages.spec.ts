import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { mergedPages } from '../../../../lib/query/execution/merged-pages.js';
import { recordPages } from '../../../../lib/query/execution/record-pages.js';
import { splitQuery } from '../../../../lib/query/execution/split-query.js';
import type { SoqlQuery } from '../../../../lib/soql/ast/soql-query.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, metadataOf } from '../query-entities.js';
import { page, ScriptedSource } from '../scripted-source.js';

const { shape } = buildFindQuery(metadataOf(Account), { select: { id: true } });

/** A query for each value of the list. */
const split = (whole: SoqlQuery) => {
  const shortest = printSoql(whole).replace(/\('(\w+)'.*?\)/, "('$1')");
  return splitQuery(whole, shortest.length + 1);
};

/** Runs a query that is split so that each value of its list `(…)` has a query of its own. */
async function read(soql: string, source: ScriptedSource) {
  const query = parseSoql(soql);
  const ids: unknown[] = [];
  const totals: number[] = [];
  for await (const { total, records } of mergedPages(
    query,
    shape,
    (part) => recordPages(source, part, shape, {}),
    split,
  )) {
    totals.push(total);
    ids.push(...records.map(({ Id }) => Id));
  }
  return { ids, totals };
}

const numbered = (...numbers: number[]) =>
  numbers.map((n) => ({ Id: `00${n}`, FoundedOn__c: n === 0 ? null : `2000-01-0${n}` }));

/** Answers the query of each value by the records that have it, two a page, limited as the query says. */
const holding = (records: Readonly<Record<string, readonly number[]>>) =>
  new ScriptedSource((soql) => {
    const value = /IN \('(\w+)'\)/.exec(soql)?.[1] ?? '';
    const limit = Number(/LIMIT (\d+)/.exec(soql)?.[1] ?? Infinity);
    const found = numbered(...(records[value] ?? [])).slice(0, limit);
    const pages = [];
    for (let start = 0; start === 0 || start < found.length; start += 2) {
      pages.push(page(found.slice(start, start + 2), found.length));
    }
    return pages;
  });

describe('mergedPages', () => {
  it('reads one part after the other where no order is asked for', async () => {
    const source = holding({ a: [3, 4, 5], b: [], c: [1, 2] });
    await expect(read("SELECT Id FROM Account WHERE Name IN ('a', 'b', 'c')", source)).resolves.toEqual({
      ids: ['003', '004', '005', '001', '002'],
      totals: [3, 3, 5],
    });
    expect(source.queries).toEqual([
      "SELECT Id FROM Account WHERE Name IN ('a')",
      "SELECT Id FROM Account WHERE Name IN ('b')",
      "SELECT Id FROM Account WHERE Name IN ('c')",
    ]);
  });

  it('asks no further part when there are records enough', async () => {
    const source = holding({ a: [1], b: [2, 3], c: [4] });
    const { ids } = await read("SELECT Id FROM Account WHERE Name IN ('a', 'b', 'c') LIMIT 2", source);
    expect(ids).toEqual(['001', '002']);
    expect(source.queries).toEqual([
      "SELECT Id FROM Account WHERE Name IN ('a') LIMIT 2",
      "SELECT Id FROM Account WHERE Name IN ('b') LIMIT 2",
    ]);
    expect(source.left).toEqual(source.queries);
  });

  it('merges ordered parts', async () => {
    const source = holding({ a: [0, 2, 5], b: [1, 3, 4], c: [] });
    await expect(
      read("SELECT Id FROM Account WHERE Name IN ('a', 'b', 'c') ORDER BY FoundedOn__c", source),
    ).resolves.toMatchObject({ ids: ['000', '001', '002', '003', '004', '005'] });
    expect(source.queries[0]).toBe(
      "SELECT Id, FoundedOn__c FROM Account WHERE Name IN ('a') ORDER BY FoundedOn__c",
    );
  });

  it('skips and takes from the merged order', async () => {
    const source = holding({ a: [1, 4, 6], b: [2, 3, 5] });
    await expect(
      read("SELECT Id FROM Account WHERE Name IN ('a', 'b') ORDER BY FoundedOn__c LIMIT 2 OFFSET 2", source),
    ).resolves.toMatchObject({ ids: ['003', '004'] });
    expect(source.queries).toEqual(
      ['a', 'b'].map(
        (name) =>
          `SELECT Id, FoundedOn__c FROM Account WHERE Name IN ('${name}') ORDER BY FoundedOn__c LIMIT 4`,
      ),
    );
    expect(source.left.toSorted()).toEqual(source.queries);
  });

  it('says how many records there are to come, what is skipped and limited being counted out', async () => {
    const unordered = await read(
      "SELECT Id FROM Account WHERE Name IN ('a', 'b') OFFSET 1",
      holding({ a: [1, 2], b: [3] }),
    );
    expect(unordered).toEqual({ ids: ['002', '003'], totals: [1, 2] });
    const ordered = await read(
      "SELECT Id FROM Account WHERE Name IN ('a', 'b') ORDER BY FoundedOn__c LIMIT 3",
      holding({ a: [1, 2], b: [3, 4] }),
    );
    expect(ordered.ids).toEqual(['001', '002', '003']);
    expect(new Set(ordered.totals)).toEqual(new Set([3]));
  });

  it('refuses a part that the org has ordered otherwise, rather than to give a wrong order', async () => {
    const source = holding({ a: [1, 2, 5, 4], b: [3] });
    const failing = read("SELECT Id FROM Account WHERE Name IN ('a', 'b') ORDER BY FoundedOn__c", source);
    await expect(failing).rejects.toBeInstanceOf(InvalidResponseException);
    await expect(failing).rejects.toThrow('The org does not order Account as this library does');
    expect(source.left).toHaveLength(2);
  });

  it('ends the other parts when one has failed', async () => {
    const broken = new Error('broken');
    const ended: unknown[] = [];
    const query = parseSoql("SELECT Id FROM Account WHERE Name IN ('a', 'b') ORDER BY Id");
    const pages = mergedPages(
      query,
      shape,
      // oxlint-disable-next-line require-yield -- neither part has anything to give
      async function* (part, signal) {
        if (printSoql(part).includes("'b'")) throw broken;
        await new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            ended.push(part);
            reject(signal.reason as Error);
          });
        });
      },
      split,
    );
    await expect(pages.next()).rejects.toBe(broken);
    expect(ended).toHaveLength(1);
  });

  it.each([
    ["SELECT Id FROM Account WHERE Name IN ('a', 'b') ORDER BY Name", 'cannot be merged in order of name'],
    [
      `SELECT Id FROM Account WHERE Name IN (${[...'abcdefghijk'].map((name) => `'${name}'`).join(', ')}) ORDER BY Id`,
      'only 10 of its 11 parts can be merged in order',
    ],
  ])('refuses %s before any call', async (soql, reason) => {
    const source = holding({});
    const failing = read(soql, source);
    await expect(failing).rejects.toBeInstanceOf(InvalidQueryException);
    await expect(failing).rejects.toThrow(reason);
    expect(source.queries).toEqual([]);
  });
});

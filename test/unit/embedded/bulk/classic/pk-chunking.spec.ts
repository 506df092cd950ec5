import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readChunkSize, splitQuery } from '../../../../../lib/embedded/bulk/classic/pk-chunking.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';

describe('the size of chunks', () => {
  it.each([
    [undefined, undefined],
    ['false', undefined],
    ['FALSE', undefined],
    ['true', 100_000],
    ['TRUE', 100_000],
    ['chunkSize=50000', 50_000],
    ['chunkSize = 7; startRow=001000000000000', 7],
    ['chunkSize=250001', 250_000],
    ['parent=Account', 100_000],
  ])('asked for by %j is %j', (header, size) => {
    expect(readChunkSize(header)).toBe(size);
  });
});

describe('a query split by ids', () => {
  let engine: RecordEngine;

  beforeEach(() => {
    engine = createRecordEngine();
  });
  afterEach(() => engine.database.close());

  const split = (soql: string, size: number) => splitQuery(soql, size, { ...engine, apiVersion: '60.0' });

  it('finds each record in one chunk', () => {
    for (const LastName of ['Doe', 'Roe', 'Poe', 'Loe']) {
      engine.records.insert(engine.object('Contact'), { LastName }, engine.user);
    }
    expect(split("SELECT Id FROM Contact WHERE LastName = 'Doe' OR LastName = 'Roe'", 3)).toEqual([
      "SELECT Id FROM Contact WHERE (LastName = 'Doe' OR LastName = 'Roe') AND Id < '003Em0000000004IAA'",
      "SELECT Id FROM Contact WHERE (LastName = 'Doe' OR LastName = 'Roe') AND Id >= '003Em0000000004IAA'",
    ]);
    expect(split('SELECT Id FROM Contact', 2)).toEqual([
      "SELECT Id FROM Contact WHERE Id < '003Em0000000003IAA'",
      "SELECT Id FROM Contact WHERE Id >= '003Em0000000003IAA'",
    ]);
  });

  it('stays one where it fits into a chunk', () => {
    expect(split('SELECT Id FROM Contact', 10)).toEqual(['SELECT Id FROM Contact']);
  });

  it('is refused where the query is', () => {
    expect(() => split('SELECT COUNT() FROM Contact', 10)).toThrow(
      'Aggregate functions not supported in Bulk Query',
    );
  });
});

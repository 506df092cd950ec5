import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CsvReader } from '../../../lib/csv/csv-reader.js';
import { csvRows } from '../../../lib/csv/csv-rows.js';
import { CsvSyntaxError } from '../../../lib/csv/csv-syntax-error.js';
import { CsvWriter } from '../../../lib/csv/csv-writer.js';

const COMMA = { delimiter: ',' };

async function read(pieces: readonly (string | Uint8Array)[]): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of csvRows(asyncly(pieces), COMMA)) rows.push(row);
  return rows;
}

async function* asyncly<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

describe('csvRows', () => {
  it.each<[string, string[], string[][]]>([
    [
      'rows that end within a piece',
      ['a,b\n1', ',2\n3,4'],
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a line end within a value', ['a\n"one\n', 'two"\n"three"\n'], [['a'], ['one\ntwo'], ['three']]],
    ['a quote on both sides of a cut', ['a\n"say ""', 'hi"""\n'], [['a'], ['say "hi"']]],
    ['carriage returns, the last one cut from its line feed', ['a\r\n1\r', '\n2\r\n'], [['a'], ['1'], ['2']]],
    ['nothing', [], []],
    [
      'a byte order mark, which is none behind the first row',
      ['\uFEFFa\n', '\uFEFF1\n'],
      [['a'], ['\uFEFF1']],
    ],
  ])('reads %s', async (_, pieces, rows) => {
    expect(await read(pieces)).toEqual(rows);
  });

  it('puts characters together whose bytes come apart', async () => {
    const bytes = Buffer.from('a\nä€😀\n');
    expect(await read([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual([['a'], ['ä€😀']]);
  });

  it('gives what is read in one piece, wherever it is cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.nat(12), { minLength: 1, maxLength: 9 }), async (rows, sizes) => {
        const writer = new CsvWriter(COMMA);
        const text = rows.map((row) => writer.row(row)).join('');
        const pieces: string[] = [];
        for (let at = 0, i = 0; at < text.length; i++) {
          const size = 1 + sizes[i % sizes.length]!;
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        expect(await read(pieces)).toEqual(rows);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('tells the line of the whole text', async () => {
    const reading = read(['a\n"1\n1"\n', '2\n3 "x"\n']);
    await expect(reading).rejects.toThrow(
      new CsvSyntaxError('Found unescaped quote. A value with quote should be within a quote', 5),
    );
    expect(() => [...new CsvReader('a\n"1\n1"\n2\n3 "x"\n', COMMA)]).toThrow('Line number 5');
  });
});

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CsvDialect } from '../../../lib/csv/csv-dialect.js';
import { CsvReader } from '../../../lib/csv/csv-reader.js';
import { CsvSyntaxError } from '../../../lib/csv/csv-syntax-error.js';
import { CsvWriter } from '../../../lib/csv/csv-writer.js';

const COMMA: CsvDialect = { delimiter: ',' };

function read(text: string, dialect: CsvDialect = COMMA): string[][] {
  return [...new CsvReader(text, dialect)];
}

describe('CsvReader', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain rows',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a last row without a line end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty values',
      ',\n,x\ny,\n',
      [
        ['', ''],
        ['', 'x'],
        ['y', ''],
      ],
    ],
    [
      'quoted values',
      '"a","b"\n"1","2"\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quoted and plain values in one row',
      '"a",b,"c"\nd,"e",f\n',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    ['delimiters inside quotes', '"a,b",c\n', [['a,b', 'c']]],
    ['line ends inside quotes', '"a\nb","c\r\nd"\n', [['a\nb', 'c\r\nd']]],
    ['escaped quotes', '"say ""hi""",""""\n', [['say "hi"', '"']]],
    ['an empty quoted value', '"",x\n', [['', 'x']]],
    ['a quoted value at the very end', 'a\n"b"', [['a'], ['b']]],
    ['spaces, which belong to the values', ' a , b \n', [[' a ', ' b ']]],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    ['blank lines', '\na\n\n\nb\n\n', [['a'], ['b']]],
    [
      'CRLF',
      'a,b\r\n"1",2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'lone carriage returns',
      'a,b\r1,2\r"x",y\r',
      [
        ['a', 'b'],
        ['1', '2'],
        ['x', 'y'],
      ],
    ],
    ['nothing', '', []],
    [
      'text beyond ASCII',
      'ä,漢字\n"😀",ß\n',
      [
        ['ä', '漢字'],
        ['😀', 'ß'],
      ],
    ],
  ])('reads %s', (_, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it.each<[string, CsvDialect['delimiter']]>([
    ['`', '`'],
    ['^', '^'],
    ['|', '|'],
    [';', ';'],
    ['a tab', '\t'],
  ])('separates by %s', (_, delimiter) => {
    const text = `a${delimiter}b,c\n"x${delimiter}y"${delimiter}z\n`;
    expect(read(text, { delimiter })).toEqual([
      ['a', 'b,c'],
      [`x${delimiter}y`, 'z'],
    ]);
  });

  it.each<[string, string, string, number]>([
    [
      'a quote inside a plain value',
      'a\nx"y\n',
      'Found unescaped quote. A value with quote should be within a quote',
      2,
    ],
    [
      'a space before a quote',
      'a, "b"\n',
      'Found unescaped quote. A value with quote should be within a quote',
      1,
    ],
    ['text behind a quoted value', 'a\n\n"b"c\n', 'Not expecting more text after end quote', 3],
    ['a quote that never ends', 'a\n"b\nc\n', 'EOF reached before closing an opened quote', 4],
  ])('refuses %s', (_, text, reason, line) => {
    expect(() => read(text)).toThrow(`${reason} - Line number ${line}`);
  });

  it.each<[string, CsvDialect['lineEnding'], string]>([
    ['CRLF where LF was agreed', '\n', 'a,b\r\n1,2\r\n'],
    ['CRLF behind a quoted value where LF was agreed', '\n', 'a,"b"\r\n'],
    ['LF where CRLF was agreed', '\r\n', 'a,b\n1,2\n'],
    ['LF behind a quoted value where CRLF was agreed', '\r\n', 'a,"b"\n'],
  ])('refuses %s', (_, lineEnding, text) => {
    expect(() => read(text, { delimiter: ',', lineEnding })).toThrow(
      'LineEnding is invalid on user data - Line number 1',
    );
  });

  it.each<[CsvDialect['lineEnding'], string]>([
    ['\n', 'a,b\n1,"x\r\ny"\n'],
    ['\r\n', 'a,b\r\n1,"x\r\ny"\r\n'],
  ])('does not mind other line ends inside quotes', (lineEnding, text) => {
    expect(read(text, { delimiter: ',', lineEnding })).toEqual([
      ['a', 'b'],
      ['1', 'x\r\ny'],
    ]);
  });

  it('goes on where another reader of the text has stopped', () => {
    const text = 'a,b\n"1","x\ny"\n3,4\n';
    const first = new CsvReader(text, COMMA);
    first.next();
    first.next();
    expect(first.position).toBe(14);
    expect(new CsvReader(text, COMMA, first.position).next()).toEqual(['3', '4']);
  });

  it('reads back whatever the writer wrote', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '"', ',', '\n', '\r\n', '\r', '#N/A', '""'),
    );
    const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
    const lineEnding = fc.constantFrom('\n' as const, '\r\n' as const);
    const dialect = fc.record({ delimiter: fc.constantFrom(',', ';', '|', '\t', '^', '`'), lineEnding });
    fc.assert(
      fc.property(rows, dialect, (given, written) => {
        const writer = new CsvWriter(written);
        const text = given.map((row) => writer.row(row)).join('');
        expect(read(text, written)).toEqual(given);
        expect(read(text, { delimiter: written.delimiter })).toEqual(given);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it('reads any text to its end, or says in which line it cannot', () => {
    const piece = fc.constantFrom('a', ' ', ',', '"', '""', '\n', '\r', '\r\n', '\ufeff', '😀');
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const lineEnding = fc.constantFrom(undefined, '\n' as const, '\r\n' as const);
    fc.assert(
      fc.property(text, lineEnding, (given, ending) => {
        const reader = new CsvReader(given, { delimiter: ',', ...(ending && { lineEnding: ending }) });
        try {
          for (let before = 0, row = reader.next(); row; row = reader.next()) {
            expect(reader.position).toBeGreaterThan(before);
            before = reader.position;
          }
          expect(reader.position).toBeGreaterThanOrEqual(given.length);
        } catch (error) {
          expect(error).toBeInstanceOf(CsvSyntaxError);
          expect((error as CsvSyntaxError).line).toBeLessThanOrEqual(given.split('\n').length);
        }
      }),
      { seed: 20261121, numRuns: 5000 },
    );
  });
});

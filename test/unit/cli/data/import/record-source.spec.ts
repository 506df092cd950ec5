import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordSource, type RecordSourceOptions } from '../../../../../lib/cli/data/import/record-source.js';

describe('RecordSource', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'record-source-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(text: string, options: Partial<RecordSourceOptions>) {
    const path = join(folder, 'Account.any');
    await writeFile(path, text);
    const source = new RecordSource({ object: 'Account', format: 'csv', ...options, path });
    const rows: unknown[] = [];
    for await (const row of source.rows()) rows.push(row);
    return { header: await source.header(), rows };
  }

  it('reads CSV: what is empty is not told, #N/A is null', async () => {
    expect(await read('\uFEFFName , Rate\n"a\nb",1\n,#N/A\n', {})).toEqual({
      header: ['Name', 'Rate'],
      rows: [
        { number: 1, cells: ['a\nb', '1'] },
        { number: 2, cells: [undefined, null] },
      ],
    });
  });

  it('takes what is empty in an export for null', async () => {
    const { rows } = await read('Name,Rate\na,\n', { emptyIsNull: true });
    expect(rows).toEqual([{ number: 1, cells: ['a', null] }]);
  });

  it('reads JSON lines: whatever has a value has a text', async () => {
    const lines = [
      '{"attributes":{"type":"Account"},"Name":"a","Rate":1.5,"On":false}',
      '',
      '{"Name":"","Tags":["x","y"],"Owner":{"attributes":{},"Username":"u"}}',
    ];
    expect(await read(lines.join('\r\n'), { format: 'jsonl' })).toEqual({
      header: ['Name', 'Rate', 'On', 'Tags', 'Owner.Username'],
      rows: [
        { number: 1, cells: ['a', '1.5', 'false', undefined, undefined] },
        { number: 2, cells: [null, undefined, undefined, 'x;y', 'u'] },
      ],
    });
  });

  it.each<[string, string, RecordSourceOptions['format'], string]>([
    ['has a row of other length', 'A,B\n1,2\n3\n', 'csv', 'row 2 has 1 of 2 columns'],
    ['has a column twice', 'A,A\n1,2\n', 'csv', "it has two columns 'A'"],
    ['has a column twice, in capitals', 'Name,NAME\n1,2\n', 'csv', "it has two columns 'NAME'"],
    ['has a column without a name', 'A,B,\n1,2,\n', 'csv', 'column 3 has no name'],
    ['has other things between its columns', 'A;B\n1;2\n', 'csv', 'what divides its columns is no comma'],
    ['has nothing in it', '', 'csv', 'it is empty'],
    [
      'has a quote too many',
      'A\n1"\n',
      'csv',
      'Found unescaped quote. A value with quote should be within a quote - Line number 2',
    ],
    ['is no JSON', '{"A":1}\n{"A":\n', 'jsonl', 'line 2 is no JSON object'],
    ['has a list in the place of a record', '[1]\n', 'jsonl', 'line 1 is no JSON object'],
  ])('says of a file that %s where', async (_, text, format, reason) => {
    await expect(read(text, { format })).rejects.toThrow(`Account.any cannot be read: ${reason}.`);
  });

  it.each(['csv', 'jsonl'] as const)('says that there is no file (%s)', async (format) => {
    const source = new RecordSource({ object: 'A', path: join(folder, 'none'), format });
    await expect(source.header()).rejects.toThrow('none cannot be read: no such file or directory (ENOENT).');
  });
});

import { describe, expect, it } from '@jest/globals';
import { uploadParts, type UploadOptions } from '../../../lib/bulk/upload-parts.js';
import { CsvWriter } from '../../../lib/csv/csv-writer.js';

const OPTIONS: UploadOptions<string> = {
  header: ['Name'],
  cells: (name) => [name],
  writer: new CsvWriter({ delimiter: ',' }),
};

async function parts(rows: readonly string[], options: Partial<UploadOptions<string>> = {}) {
  const found: [string, readonly string[]][] = [];
  async function* source(): AsyncGenerator<string> {
    yield* rows;
  }
  for await (const { csv, rows: held } of uploadParts(source(), { ...OPTIONS, ...options })) {
    found.push([Buffer.from(csv).toString(), held]);
  }
  return found;
}

describe('uploadParts', () => {
  it('makes one part of rows that fit into one', async () => {
    expect(await parts(['a', 'b"c'])).toEqual([['"Name"\n"a"\n"b""c"\n', ['a', 'b"c']]]);
  });

  it('makes none of no rows', async () => {
    expect(await parts([])).toEqual([]);
  });

  it('counts bytes, the header of each part too', async () => {
    // The header has 7 bytes, a row of "ä" 5, one of "a" 4.
    expect(await parts(['ä', 'a', 'b', 'c'], { bytes: 16 })).toEqual([
      ['"Name"\n"ä"\n"a"\n', ['ä', 'a']],
      ['"Name"\n"b"\n"c"\n', ['b', 'c']],
    ]);
  });

  it('leaves a row whole that is larger than a part', async () => {
    expect(await parts(['a', 'bbbbbbbbbb', 'c'], { bytes: 12 })).toEqual([
      ['"Name"\n"a"\n', ['a']],
      ['"Name"\n"bbbbbbbbbb"\n', ['bbbbbbbbbb']],
      ['"Name"\n"c"\n', ['c']],
    ]);
  });

  it('counts rows where it is told how many', async () => {
    expect((await parts(['a', 'b', 'c'], { rows: 2 })).map(([, rows]) => rows)).toEqual([['a', 'b'], ['c']]);
  });
});

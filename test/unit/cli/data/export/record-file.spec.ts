import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordFile } from '../../../../../lib/cli/data/export/record-file.js';

describe('RecordFile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'record-file-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes CSV, nothing for null', async () => {
    const path = join(folder, 'a.csv');
    const file = new RecordFile(path, 'csv', ['Name', 'Rate', 'On']);
    await file.write(['a "b"\nc', 1.5, true]);
    await file.write([null, null, false]);
    await file.close();
    expect(file.records).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(
      '"Name","Rate","On"\n"a ""b""\nc","1.5","true"\n"","","false"\n',
    );
  });

  it('writes JSON lines', async () => {
    const path = join(folder, 'a.jsonl');
    const file = new RecordFile(path, 'jsonl', ['Name', 'Rate']);
    await file.write(['ä\n', 1.5]);
    await file.write([null, null]);
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('{"Name":"ä\\n","Rate":1.5}\n{"Name":null,"Rate":null}\n');
  });

  it('writes what is larger than what it holds', async () => {
    const path = join(folder, 'a.csv');
    const file = new RecordFile(path, 'csv', ['A']);
    for (let row = 0; row < 5000; row++) await file.write(['x'.repeat(100)]);
    await file.close();
    expect((await readFile(path)).length).toBe('"A"\n'.length + 5000 * 103);
  });

  it('never writes into a file that is there, and says so', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, 'mine');
    const file = new RecordFile(path, 'csv', ['A']);
    await file.write(['x']);
    await expect(file.close()).rejects.toThrow('EEXIST');
    expect(await readFile(path, 'utf8')).toBe('mine');
  });
});

import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportState } from '../../../../../lib/cli/data/import/import-state.js';

describe('ImportState', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-state-'));
    path = join(folder, 'state.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('knows in the next run what was done', async () => {
    const state = await ImportState.open(path, 'org');
    await state.sent('Account', ['a', 'b', 'c']);
    await state.done('Account', { a: '001A' });
    await state.refused('Account', ['b']);
    await state.finished('Account', ['a']);
    for (const each of [state, await ImportState.open(path, 'org')]) {
      expect([each.idOf('Account', 'a'), each.idOf('Account', 'b'), each.idOf('Contact', 'a')]).toEqual([
        '001A',
        undefined,
        undefined,
      ]);
      expect(['a', 'b', 'c'].filter((key) => each.isDoubtful('Account', key))).toEqual(['c']);
      expect(['a', 'b'].filter((key) => each.isFinished('Account', key))).toEqual(['a']);
    }
  });

  it('knows the jobs whose results were not read', async () => {
    const state = await ImportState.open(path, 'org');
    await state.started({ object: 'Account', job: '750A', rows: { h: ['a'] } });
    await state.started({ object: 'Account', job: '750B', rows: { h: ['b'] } });
    await state.settled('Account', '750A');
    expect((await ImportState.open(path, 'org')).openJobs).toEqual([
      { object: 'Account', job: '750B', rows: { h: ['b'] } },
    ]);
  });

  it('passes over a line that was cut off, and goes on behind it', async () => {
    const state = await ImportState.open(path, 'org');
    await state.done('Account', { a: '001A' });
    await appendFile(path, '{"object":"Account","done":{"b":"0');
    await (await ImportState.open(path, 'org')).done('Account', { c: '001C' });
    const again = await ImportState.open(path, 'org');
    expect(['a', 'b', 'c'].map((key) => again.idOf('Account', key))).toEqual(['001A', undefined, '001C']);
  });

  it('forgets all where it is to', async () => {
    await (await ImportState.open(path, 'org')).done('Account', { a: '001A' });
    const state = await ImportState.open(path, 'other', true);
    expect(state.idOf('Account', 'a')).toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe(
      '{"format":"nestjs-salesforce/import","version":1,"org":"other"}\n',
    );
  });

  it('refuses the state of an import to another org, and what is none', async () => {
    await ImportState.open(path, 'org');
    await expect(ImportState.open(path, 'other')).rejects.toThrow(
      'is the state of an import to another org. Name another file by --state, or begin anew by --fresh.',
    );
    await writeFile(path, 'Name\nAcme\n');
    await expect(ImportState.open(path, 'org')).rejects.toThrow('is not the state of an import');
    await expect(ImportState.open(path, 'org', true)).rejects.toThrow('is not the state of an import');
    expect(await readFile(path, 'utf8')).toBe('Name\nAcme\n');
  });

  it('says of a place where no file can be why', async () => {
    await expect(ImportState.open(join(folder, 'no', 'state'), 'org')).rejects.toThrow(
      'state cannot hold the state: no such file or directory (ENOENT).',
    );
    await expect(ImportState.open(folder, 'org')).rejects.toThrow(/ cannot hold the state: .+ \(EISDIR\)\.$/);
  });
});

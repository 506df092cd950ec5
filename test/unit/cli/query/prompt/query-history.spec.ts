import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryHistory } from '../../../../../lib/cli/query/prompt/query-history.js';

describe('QueryHistory', () => {
  let home: string;
  let path: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'query-history-'));
    path = QueryHistory.pathIn(home);
  });
  afterEach(() => rm(home, { recursive: true }));

  const loaded = async (most?: number): Promise<QueryHistory> => {
    const history = new QueryHistory(path, most);
    await history.load();
    return history;
  };

  it('is there the next time, for its user alone', async () => {
    const history = await loaded();
    await history.add('SELECT Id\n  FROM Account;');
    await history.add('SELECT Id FROM Contact;');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await loaded()).latestFirst).toEqual(['SELECT Id FROM Contact;', 'SELECT Id FROM Account;']);
    expect(await readdir(join(home, '.nestjs-salesforce'))).toEqual(['query-history']);
  });

  it('takes a file that others could read from them', async () => {
    await mkdir(join(home, '.nestjs-salesforce'));
    await writeFile(path, 'A\n');
    await chmod(path, 0o644);
    await (await loaded()).add('B');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe('A\nB\n');
  });

  it('holds nothing twice in a row, and nothing empty', async () => {
    const history = await loaded();
    for (const statement of ['A', 'A', ' ', 'B', 'A']) await history.add(statement);
    expect(history.latestFirst).toEqual(['A', 'B', 'A']);
    expect(await readFile(path, 'utf8')).toBe('A\nB\nA\n');
  });

  it('forgets the oldest', async () => {
    const history = await loaded(2);
    for (const statement of ['A', 'B', 'C']) await history.add(statement);
    expect(history.latestFirst).toEqual(['C', 'B']);
    expect(await readFile(path, 'utf8')).toBe('B\nC\n');
  });

  it('keeps what another prompt has added', async () => {
    const [one, other] = [await loaded(), await loaded()];
    await one.add('A');
    await other.add('B');
    expect(await readFile(path, 'utf8')).toBe('A\nB\n');
  });

  it('leaves no trace without a file', async () => {
    const history = new QueryHistory(undefined);
    await history.load();
    await history.add('A');
    expect(history.latestFirst).toEqual(['A']);
    expect(await readdir(home)).toEqual([]);
  });
});

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';

const SUPPORT = new URL('../support/', import.meta.url);

interface ServedOrg {
  readonly url: string;
  readonly token: string;
}

/** An org in a process of its own, on a database file. */
class OrgProcess {
  private constructor(
    readonly process: ChildProcess,
    readonly org: ServedOrg,
  ) {}

  static async start(database: string): Promise<OrgProcess> {
    const loader = new URL('typescript-loader.mjs', SUPPORT).href;
    const child = fork(new URL('file-org-process.mjs', SUPPORT), [database], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', loader],
    });
    const [org] = (await once(child, 'message')) as [ServedOrg];
    return new OrgProcess(child, org);
  }

  async kill(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }

  async call<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const response = await fetch(`${this.org.url}/services/data/v67.0${path}`, {
      method,
      headers: { authorization: `Bearer ${this.org.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Body;
  }
}

/** Fifty accounts that are to be saved together. */
function collection(number: number) {
  return {
    allOrNone: true,
    records: Array.from({ length: 50 }, (_, index) => ({
      attributes: { type: 'Account' },
      Name: `${number}-${index}`,
    })),
  };
}

describe('An org in a file, killed while it is written to', () => {
  let folder: string;
  let database: string;
  let running: OrgProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-org-'));
    database = join(folder, 'org.sqlite');
  });

  afterEach(async () => {
    if (running?.process.exitCode === null && running.process.signalCode === null) await running.kill();
    await rm(folder, { recursive: true });
  });

  /** Writes as four clients do, each its next record as soon as the last one is acknowledged, until the org dies. */
  async function writeUntilKilled(org: OrgProcess, wanted: number): Promise<ReadonlyMap<string, string>> {
    const acknowledged = new Map<string, string>();
    let killed: Promise<void> | undefined;
    const client = async (writer: number): Promise<void> => {
      for (let number = 0; ; number++) {
        const name = `Account ${writer}-${number}`;
        const body = { Name: name };
        const { id } = await org.call<{ id: string }>('POST', '/sobjects/Account', body);
        acknowledged.set(id, name);
        if (acknowledged.size >= wanted) killed ??= org.kill();
      }
    };
    const ends = await Promise.allSettled([0, 1, 2, 3].map(client));
    await killed;
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    return acknowledged;
  }

  it('has every record that it acknowledged, and gives none of their ids again', async () => {
    running = await OrgProcess.start(database);
    const acknowledged = await writeUntilKilled(running, 60);
    expect(acknowledged.size).toBeGreaterThanOrEqual(60);

    running = await OrgProcess.start(database);
    const query = encodeURIComponent('SELECT Id, Name FROM Account LIMIT 2000');
    const { records } = await running.call<{ records: { Id: string; Name: string }[] }>(
      'GET',
      `/query?q=${query}`,
    );
    const found = new Map(records.map(({ Id, Name }) => [Id, Name]));
    for (const [id, name] of acknowledged) expect([id, found.get(id)]).toEqual([id, name]);
    // At most the one call in hand of each client was written and not acknowledged any more.
    expect(found.size - acknowledged.size).toBeLessThanOrEqual(4);

    const created = await running.call<{ id: string }>('POST', '/sobjects/Account', { Name: 'Later' });
    expect(found.has(created.id)).toBe(false);
    await running.kill();
  });

  it('has all of a collection that is to be saved together, or nothing of it', async () => {
    running = await OrgProcess.start(database);
    let saved = 0;
    const org = running;
    const write = async (): Promise<void> => {
      for (;;) {
        const results = await org.call<{ success: boolean }[]>(
          'POST',
          '/composite/sobjects',
          collection(saved),
        );
        expect(results.filter(({ success }) => success)).toHaveLength(50);
        if (++saved === 5) void org.kill();
      }
    };
    await expect(write()).rejects.toThrow('fetch failed');
    expect(saved).toBeGreaterThanOrEqual(5);

    const again = await EmbeddedOrg.create({ database });
    const { token, url } = { token: again.accessToken, url: (await again.listen()).url };
    const response = await fetch(
      `${url}/services/data/v67.0/query?q=${encodeURIComponent('SELECT COUNT() FROM Account')}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const { totalSize } = (await response.json()) as { totalSize: number };
    await again.close();
    expect(totalSize % 50).toBe(0);
    expect(totalSize).toBeGreaterThanOrEqual(250);
  });
});

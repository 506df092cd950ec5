import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DescribeReader } from '../../../../lib/connection/describe/describe-reader.js';
import { FolderDescribeStorage } from '../../../../lib/connection/describe/folder-describe.storage.js';
import { SalesforceConnection } from '../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { PermissionDeniedException } from '../../../../lib/exceptions/permission-denied.exception.js';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';
import { customField, customObject } from '../../../support/record-engine.js';

const HULLS = Array.from({ length: 60 }, (_, i) => `Hull${String(i).padStart(2, '0')}__c`);
const LENGTH = customField('Length__c', 'double', { precision: 18, scale: 2 });
const THREE = HULLS.slice(0, 3);

describe('DescribeReader', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'describe-reader-'));
    org = await EmbeddedOrg.create({ clock: () => new Date('2026-01-01T00:00:00Z') });
    org.define(HULLS.map((name) => customObject(name, [])));
    connection = new SalesforceConnection('default', { embedded: org });
  });
  afterEach(async () => {
    await connection.close();
    await org.close();
    await rm(folder, { recursive: true });
  });

  /** What a run of its own reads: the names it was given, in their order, and what it asked the org. */
  async function run(names: readonly string[]) {
    org.requests.clear();
    const reader = new DescribeReader(connection, { store: new FolderDescribeStorage(folder) });
    const read: string[] = [];
    for await (const { name } of reader.describe(names)) read.push(name);
    expect(reader.calls).toBe(org.requests.lines.length);
    return { read, lines: org.requests.lines, apiCalls: org.requests.apiCalls };
  }

  describe('calls', () => {
    it.each([
      [1, ['GET /sobjects 200', 'GET /sobjects/Hull00__c/describe 200']],
      [3, ['GET /sobjects 200', 'POST /composite 200']],
      [25, ['GET /sobjects 200', 'POST /composite 200']],
      [60, ['GET /sobjects 200', 'POST /composite 200', 'POST /composite 200', 'POST /composite 200']],
    ])('are few for %d objects', async (count, lines) => {
      const names = HULLS.slice(0, count);
      const first = await run(names);
      expect(first.read).toEqual(names);
      expect(first.lines).toEqual(lines);
      expect(first.apiCalls).toBeLessThanOrEqual(count + 2);
    });

    it.each([1, 3, 60])(
      'is one, a conditional one, when nothing has changed of %d objects',
      async (count) => {
        await run(HULLS.slice(0, count));
        const second = await run(HULLS.slice(0, count));
        expect(second.lines).toEqual(['GET /sobjects 304']);
        expect(second.read).toEqual(HULLS.slice(0, count));
      },
    );

    it('ask for what is not known yet only', async () => {
      await run(THREE);
      const second = await run([...THREE, 'Hull03__c']);
      expect(second.lines).toEqual(['GET /sobjects 304', 'GET /sobjects/Hull03__c/describe 200']);
      expect(second.read).toEqual([...THREE, 'Hull03__c']);
    });

    it('ask for each object whether it has changed when something has, once', async () => {
      await run(THREE);
      org.clock.stop(new Date('2026-01-01T01:00:00Z'));
      org.define([customObject('Hull01__c', [LENGTH])]);
      expect((await run(THREE)).lines).toEqual(['GET /sobjects 200', 'POST /composite 200']);
      expect((await run(THREE)).lines).toEqual(['GET /sobjects 304']);
    });
  });

  it('gives what has changed in place of what was kept', async () => {
    await run(THREE);
    org.clock.stop(new Date('2026-01-01T01:00:00Z'));
    org.define([customObject('Hull01__c', [LENGTH])]);
    const reader = new DescribeReader(connection, { store: new FolderDescribeStorage(folder) });
    const fields = new Map<string, readonly string[]>();
    for await (const describe of reader.describe(THREE)) {
      fields.set(
        describe.name,
        describe.fields.filter(({ custom }) => custom).map(({ name }) => name),
      );
    }
    expect([...fields]).toEqual([
      ['Hull00__c', []],
      ['Hull01__c', ['Length__c']],
      ['Hull02__c', []],
    ]);
  });

  it('sees that the user may see less than before', async () => {
    expect((await run(['Account'])).read).toEqual(['Account']);
    org.clock.stop('2026-01-01T01:00:00Z');
    org.setPermissions(org.username, { objects: { Account: { read: false } } });
    await expect(run(['Account'])).rejects.toThrow("There is no object 'Account'");
  });

  it('does not take a change in the second of the answer for one before it', async () => {
    const now = new Date();
    org.clock.stop(now);
    org.define([customObject('Hull01__c', [])]);
    await run(['Hull01__c']);
    org.define([customObject('Hull01__c', [LENGTH])]);
    const { lines } = await run(['Hull01__c']);
    expect(lines).toEqual(['GET /sobjects 200', 'GET /sobjects/Hull01__c/describe 200']);
  });

  it('finds names in any case', async () => {
    expect((await run(['ACCOUNT', 'hull00__c'])).read).toEqual(['Account', 'Hull00__c']);
  });

  it('tells how far it is', async () => {
    const reader = new DescribeReader(connection);
    const told: number[] = [];
    const onProgress = (done: number): number => told.push(done);
    for await (const _ of reader.describe(THREE, { onProgress })) continue;
    expect(told).toEqual([1, 2, 3]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const reader = new DescribeReader(connection);
    const read: string[] = [];
    const reading = (async () => {
      for await (const { name } of reader.describe(THREE, { signal: stop.signal })) {
        read.push(name);
        stop.abort();
      }
    })();
    await expect(reading).rejects.toThrow('aborted');
    expect(read).toEqual(['Hull00__c']);
  });

  describe('what goes wrong', () => {
    it('is a name that no object has: all of them are told, with the nearest ones, before anything is described', async () => {
      const reading = run(['Acount', 'Hull00__c', 'Nothing_like_it__c']);
      await expect(reading).rejects.toThrow(
        new SalesforceConfigurationException(
          "There is no object 'Acount' (did you mean Account?), 'Nothing_like_it__c' in the org, or the user may not see it.",
        ),
      );
      expect(org.requests.lines).toEqual(['GET /sobjects 200']);
    });

    it('is an org that fails half-way: what was read is kept, and the next run asks for the rest', async () => {
      const fault = { status: 500, errorCode: 'UNKNOWN_EXCEPTION' };
      org.faults.add({ on: 'POST /composite', skip: 1, times: 2, fault });
      const down = org.faults.add({ on: 'GET /sobjects/*/describe', skip: 2, fault });
      await expect(run(HULLS)).rejects.toThrow('UNKNOWN_EXCEPTION');
      down.remove();
      const second = await run(HULLS);
      expect(second.read).toEqual(HULLS);
      expect(second.lines).toEqual(['GET /sobjects 304', 'POST /composite 200', 'POST /composite 200']);
      const asked = org.requests
        .matching('POST /composite')
        .map(({ body }) => body.match(/Hull\d\d/g)?.length);
      // All but the first 25 and the two that were described before the org failed.
      expect(asked.toSorted((one = 0, other = 0) => other - one)).toEqual([24, 9]);
    });

    it('is a composite request that is refused: the objects are read one by one', async () => {
      org.faults.add({ on: 'POST /composite', fault: { status: 404, errorCode: 'NOT_FOUND', message: 'x' } });
      const { read, lines } = await run(THREE);
      expect(read).toEqual(THREE);
      expect(lines).toEqual([
        'GET /sobjects 200',
        expect.stringMatching(/^POST \/composite 404 /),
        'GET /sobjects/Hull00__c/describe 200',
        'GET /sobjects/Hull01__c/describe 200',
        'GET /sobjects/Hull02__c/describe 200',
      ]);
    });
  });

  it('is refused what the org does not describe, or leaves it out', async () => {
    org.faults.add({ on: 'POST /composite', fault: { status: 404, errorCode: 'NOT_FOUND' } });
    org.faults.add({
      on: 'GET /sobjects/Hull00__c/describe',
      fault: {
        status: 403,
        errorCode: 'INSUFFICIENT_ACCESS',
        message: 'insufficient access rights on object',
      },
    });
    await expect(run(THREE)).rejects.toThrow(PermissionDeniedException);
    const refused: string[] = [];
    const read: string[] = [];
    const onRefused = (name: string, { message }: Error): number => refused.push(`${name}: ${message}`);
    for await (const { name } of new DescribeReader(connection).describe(THREE, { onRefused }))
      read.push(name);
    expect(read).toEqual(['Hull01__c', 'Hull02__c']);
    expect(refused).toEqual(['Hull00__c: insufficient access rights on object']);
  });
});

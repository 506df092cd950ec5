import { describe, expect, it } from '@jest/globals';
import type { QueryOptions } from '../../../../lib/connection/resource-request.interface.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { SchemaMismatchException } from '../../../../lib/exceptions/schema-mismatch.exception.js';
import type { QueryResponse } from '../../../../lib/protocol/query-response.interface.js';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { ReadBatcher } from '../../../../lib/query/execution/read-batcher.js';
import { Account, metadataOf } from '../query-entities.js';
import { page, ScriptedSource } from '../scripted-source.js';

const account = metadataOf(Account);
const plan = buildFindQuery(account, { select: { name: true } });
const idOf = (n: number) => `001${String(n).padStart(12, '0')}AAA`;
const [A, B, C] = [idOf(1), idOf(2), idOf(3)];
const idsIn = (soql: string) => soql.match(/001\w{15}/g) ?? [];

/** Has every record that is asked for, but those missing. */
const org = (...missing: string[]) =>
  new ScriptedSource((soql) => [
    page(
      idsIn(soql)
        .filter((id) => !missing.includes(id))
        .map((Id) => ({ Id, Name: `Name of ${Id}`, BillingAddress: { city: 'Wien' } })),
    ),
  ]);

/** Never answers; ends with the signal. */
class SilentSource extends ScriptedSource {
  readonly signals: AbortSignal[] = [];

  constructor() {
    super(() => []);
  }

  // oxlint-disable-next-line require-yield -- it never has anything to give
  override async *pages<T>(
    _soql: string,
    { signal }: QueryOptions = {},
  ): AsyncGenerator<QueryResponse<T>, void, undefined> {
    if (signal) this.signals.push(signal);
    await new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}

const failureOf = (reading: Promise<unknown>): Promise<unknown> => reading.catch((error: unknown) => error);
const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('ReadBatcher', () => {
  it('makes one call of a thousand reads, duplicates once', async () => {
    const source = org();
    const batcher = new ReadBatcher(source);
    const ids = Array.from({ length: 1_000 }, (_, n) => idOf(n % 900));
    const found = await Promise.all(ids.map((id) => batcher.read<Account>(plan, [id])));
    expect(found.map(([record]) => record?.name)).toEqual(ids.map((id) => `Name of ${id}`));
    expect(source.queries).toHaveLength(1);
    expect(idsIn(source.queries[0] ?? '')).toEqual(ids.slice(0, 900));
  });

  it('asks for one record by equality', async () => {
    const source = org();
    await new ReadBatcher(source).read(plan, [A, A]);
    expect(source.queries).toEqual([`SELECT Id, Name FROM Account WHERE Id = '${A}'`]);
  });

  it('makes a call of every 2,000 ids', async () => {
    const source = org();
    const ids = Array.from({ length: 4_500 }, (_, n) => idOf(n));
    const found = await new ReadBatcher(source).read<Account>(plan, ids);
    expect(found.map((record) => record?.id)).toEqual(ids);
    expect(source.queries.map((soql) => idsIn(soql).length)).toEqual([2_000, 2_000, 500]);
  });

  it('keeps the order of the ids, and gives null for what is not there', async () => {
    const found = await new ReadBatcher(org(B)).read<Account>(plan, [C, B, A, C]);
    expect(found.map((record) => record?.id ?? null)).toEqual([C, null, A, C]);
    expect(found[0]).toBe(found[3]);
    expect(found[0]).toBeInstanceOf(Account);
  });

  it('joins reads that are made behind promises settled already', async () => {
    const source = org();
    const batcher = new ReadBatcher(source);
    const later = async (depth: number, id: string) => {
      for (let i = 0; i < depth; i++) await Promise.resolve();
      return batcher.read<Account>(plan, [id]);
    };
    await Promise.all([later(0, A), later(3, B), later(20, C)]);
    expect(source.queries).toHaveLength(1);
  });

  it('does not join reads of another tick, another selection or another kind', async () => {
    const source = org();
    const batcher = new ReadBatcher(source);
    await batcher.read(plan, [A]);
    await Promise.all([
      batcher.read(plan, [A]),
      batcher.read(buildFindQuery(account, { select: { isPartner: true } }), [A]),
      batcher.read(plan, [A], { allRows: true }),
      batcher.read(plan, [A], { batchSize: 200 }),
    ]);
    expect(source.queries).toHaveLength(5);
    expect(source.options).toMatchObject([{}, {}, {}, { allRows: true }, { batchSize: 200 }]);
  });

  it('gives each reader an instance of its own, compound values included', async () => {
    const batcher = new ReadBatcher(org());
    const withAddress = buildFindQuery(account, { select: { billingAddress: true } });
    const [[one], [other]] = await Promise.all([
      batcher.read<Account>(withAddress, [A]),
      batcher.read<Account>(withAddress, [A]),
    ]);
    expect(one).toEqual(other);
    expect(one).not.toBe(other);
    expect(one?.billingAddress).not.toBe(other?.billingAddress);
  });

  it('tells every reader that the call has failed', async () => {
    const broken = new Error('broken');
    const batcher = new ReadBatcher(new ScriptedSource(() => [broken]));
    const results = await Promise.allSettled([batcher.read(plan, [A]), batcher.read(plan, [B, C])]);
    expect(results).toEqual([
      { status: 'rejected', reason: broken },
      { status: 'rejected', reason: broken },
    ]);
  });

  it('gives each reader an exception of its own, the stack of which leads to the reader', async () => {
    const broken = new SchemaMismatchException('gone', { status: 400, errorCode: 'X', cause: 'storm' });
    const batcher = new ReadBatcher(new ScriptedSource(() => [broken]));
    const first = async () => await batcher.read(plan, [A]);
    const second = async () => await batcher.read(plan, [B]);
    const [one, other] = await Promise.all([failureOf(first()), failureOf(second())]);
    expect(one).toBeInstanceOf(SchemaMismatchException);
    expect(one).toMatchObject({ status: 400, errorCode: 'X' });
    expect(one).toHaveProperty('message', 'gone');
    expect(one).toHaveProperty('cause', 'storm');
    expect(one).toEqual(other);
    expect(one).not.toBe(other);
    expect((one as Error).stack).toMatch(/at (?:async )?first /);
    expect((other as Error).stack).toMatch(/at (?:async )?second /);
  });

  it('tells a reader whose record is none, and gives the others theirs', async () => {
    const source = new ScriptedSource(() => [
      page([{ Id: A }, { Id: B, BillingAddress: null, CreatedDate: '?' }]),
    ]);
    const batcher = new ReadBatcher(source);
    const dated = buildFindQuery(account, { select: { createdDate: true } });
    const [one, other] = await Promise.allSettled([batcher.read(dated, [A]), batcher.read(dated, [B])]);
    expect(one).toMatchObject({ status: 'fulfilled' });
    expect(other).toMatchObject({ status: 'rejected', reason: expect.any(InvalidResponseException) });
  });

  describe('when a reader gives up', () => {
    const reason = new Error('the caller has gone');

    it('leaves the others theirs', async () => {
      const batcher = new ReadBatcher(org());
      const controller = new AbortController();
      const one = batcher.read<Account>(plan, [A], { signal: controller.signal });
      const other = batcher.read<Account>(plan, [A, B]);
      controller.abort(reason);
      await expect(one).rejects.toBe(reason);
      expect((await other).map((record) => record?.id)).toEqual([A, B]);
    });

    it('ends the call with the last of them', async () => {
      const source = new SilentSource();
      const batcher = new ReadBatcher(source);
      const [first, second] = [new AbortController(), new AbortController()];
      const one = batcher.read(plan, [A], { signal: first.signal });
      const other = batcher.read(plan, [B], { signal: second.signal });
      await tick();
      first.abort(reason);
      await expect(one).rejects.toBe(reason);
      expect(source.signals[0]?.aborted).toBe(false);
      second.abort(reason);
      await expect(other).rejects.toBe(reason);
      expect(source.signals[0]?.aborted).toBe(true);
    });

    it('makes no call for nobody, and one for who comes after', async () => {
      const source = org();
      const batcher = new ReadBatcher(source);
      const controller = new AbortController();
      const one = batcher.read(plan, [A], { signal: controller.signal });
      controller.abort(reason);
      await expect(one).rejects.toBe(reason);
      await tick();
      expect(source.queries).toEqual([]);
      await expect(batcher.read(plan, [A], { signal: controller.signal })).rejects.toBe(reason);
      await expect(batcher.read<Account>(plan, [A])).resolves.toMatchObject([{ id: A }]);
      expect(source.queries).toHaveLength(1);
    });

    it('does not give a reader of the same tick a call that was given up', async () => {
      const source = org();
      const batcher = new ReadBatcher(source);
      const controller = new AbortController();
      const one = batcher.read(plan, [A], { signal: controller.signal });
      controller.abort(reason);
      await expect(one).rejects.toBe(reason); // and still the same tick
      await expect(batcher.read<Account>(plan, [A])).resolves.toMatchObject([{ id: A }]);
    });
  });

  it('asks nobody for no ids', async () => {
    const source = org();
    await expect(new ReadBatcher(source).read(plan, [])).resolves.toEqual([]);
    expect(source.queries).toEqual([]);
  });
});

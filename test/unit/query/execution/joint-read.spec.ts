import { describe, expect, it } from '@jest/globals';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { JointRead } from '../../../../lib/query/execution/joint-read.js';
import { Account, metadataOf } from '../query-entities.js';
import { page, ScriptedSource } from '../scripted-source.js';

const plan = buildFindQuery(metadataOf(Account), { select: { name: true } });
const idOf = (n: number) => `001${String(n).padStart(12, '0')}AAA`;

describe('JointRead', () => {
  it('admits ids until it is full, and then only those it has', () => {
    const read = new JointRead(plan, {});
    const admitted = Array.from({ length: 2_001 }, (_, n) => read.admit(idOf(n)));
    expect(admitted.filter(Boolean)).toHaveLength(2_000);
    expect(admitted.at(-1)).toBe(false);
    expect(read.admit(idOf(0))).toBe(true);
  });

  it('reads what it has admitted, and gives each reader an instance', async () => {
    const source = new ScriptedSource(() => [page([{ Id: idOf(1), Name: 'Acme' }])]);
    const read = new JointRead(plan, { batchSize: 500 });
    read.admit(idOf(1));
    read.admit(idOf(2));
    read.enter();
    await read.run(source);
    expect(source.queries).toEqual([`SELECT Id, Name FROM Account WHERE Id IN ('${idOf(1)}', '${idOf(2)}')`]);
    expect(source.options).toMatchObject([{ batchSize: 500 }]);
    const [one, other] = [read.give(idOf(1), plan.shape, source), read.give(idOf(1), plan.shape, source)];
    expect(one).toBeInstanceOf(Account);
    expect(one).toEqual({ id: idOf(1), name: 'Acme' });
    expect(other).toEqual(one);
    expect(other).not.toBe(one);
    expect(read.give(idOf(2), plan.shape, source)).toBeNull();
  });

  it('is abandoned when its last reader leaves, and then asks nobody', async () => {
    const source = new ScriptedSource(() => []);
    const read = new JointRead(plan, {});
    read.admit(idOf(1));
    read.enter();
    read.enter();
    read.leave();
    expect(read.abandoned).toBe(false);
    read.leave();
    expect(read.abandoned).toBe(true);
    await read.run(source);
    expect(source.queries).toEqual([]);
  });
});

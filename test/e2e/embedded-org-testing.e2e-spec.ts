import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  Field,
  getRepository,
  Id,
  RowLockedException,
  SalesforceConnections,
  type SalesforceRepository,
  SObject,
} from '../../lib/index.js';

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
}

describe('an embedded org in tests', () => {
  let org: EmbeddedOrg;
  let connections: SalesforceConnections;
  let accounts: SalesforceRepository<Account>;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({ seed: { Account: [{ Name: 'Acme' }] } });
    connections = new SalesforceConnections();
    accounts = getRepository(connections.add('default', { embedded: org }), Account);
  });
  afterEach(async () => {
    await connections.close();
    await org.close();
  });

  const names = async () => (await accounts.find({ orderBy: { name: 'asc' } })).map(({ name }) => name);

  it('goes back to a snapshot as often as wanted', async () => {
    const seeded = org.snapshot();
    for (const name of ['Initech', 'Globex']) {
      await accounts.insert({ name });
      await accounts.update({ name: 'Acme' }, { name: 'Apex' });
      expect(await names()).toEqual(['Apex', name]);
      seeded.restore();
      expect(await names()).toEqual(['Acme']);
    }
  });

  it('never gives an id twice, whatever is put back', async () => {
    const seeded = org.snapshot();
    const first = await accounts.insert({ name: 'Initech' });
    seeded.restore();
    const second = await accounts.insert({ name: 'Initech' });
    expect(second.id).not.toBe(first.id);
  });

  it('finds by search what there is after a snapshot is restored', async () => {
    const seeded = org.snapshot();
    await accounts.insert({ name: 'Initech' });
    expect(await accounts.search('Initech')).toHaveLength(1);
    seeded.restore();
    expect(await accounts.search('Initech')).toEqual([]);
    expect(await accounts.search('Acme')).toHaveLength(1);
    await accounts.insert({ name: 'Initech' });
    expect(await accounts.search('Initech')).toHaveLength(1);
  });

  it('puts back what an inner snapshot kept, and then what the outer one did', async () => {
    const outer = org.snapshot();
    await accounts.insert({ name: 'Initech' });
    const inner = org.snapshot();
    await accounts.insert({ name: 'Globex' });
    inner.restore();
    expect(await names()).toEqual(['Acme', 'Initech']);
    outer.restore();
    expect(await names()).toEqual(['Acme']);
  });

  it('refuses to write a locked record until it is free', async () => {
    const acme = await accounts.findOneOrFail({});
    org.locks.lock(acme.id);
    await expect(accounts.update(acme.id, { name: 'Apex' })).rejects.toThrow(RowLockedException);
    org.locks.unlockAll();
    await accounts.update(acme.id, { name: 'Apex' });
    expect(await names()).toEqual(['Apex']);
  });

  it('ends sessions as time goes by, which connections do not mind', async () => {
    org.clock.stop('2026-01-31T10:00:00Z');
    await accounts.count();
    org.clock.advance({ hours: 3 });
    org.requests.clear();
    expect(await accounts.count()).toBe(1);
    expect(org.requests.lines).toEqual([
      'GET /query?q=SELECT COUNT() FROM Account 401 INVALID_SESSION_ID',
      'GET /query?q=SELECT COUNT() FROM Account 200',
    ]);
  });
});

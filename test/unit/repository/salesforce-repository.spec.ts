import { describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { RecordNotFoundException } from '../../../lib/exceptions/record-not-found.exception.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { getRepository } from '../../../lib/repository/repository.factory.js';
import { SalesforceRepository } from '../../../lib/repository/salesforce-repository.js';
import { answeringQueries } from '../../support/query-script.js';
import { A, Account, B, C, MALFORMED, offline, repositoryAnswering, rows } from './account-repository.js';

describe('SalesforceRepository', () => {
  it('knows its connection and the metadata of its entity', () => {
    const { accounts } = offline();
    expect(accounts.connection.name).toBe('default');
    expect(accounts.metadata.apiName).toBe('Account');
  });

  it('says what to do when it is used before it was given its connection', async () => {
    class AccountRepository extends SalesforceRepository<Account> {}
    const failing = new AccountRepository().find();
    await expect(failing).rejects.toThrow(SalesforceConfigurationException);
    await expect(failing).rejects.toThrow(/^AccountRepository does not know its connection yet\./);
  });

  describe('reading', () => {
    it('finds what was selected, as instances of the entity', async () => {
      const { accounts, transport } = repositoryAnswering(() =>
        rows({ Id: A, Name: 'Acme', Owner: { attributes: { type: 'User' }, Id: B, Email: 'a@example.com' } }),
      );
      const [found] = await accounts.find({
        select: { name: true, owner: { email: true } },
        where: { name: { startsWith: 'Ac' } },
        orderBy: { name: 'asc' },
        take: 5,
      });
      expect(found).toBeInstanceOf(Account);
      expect(found?.owner.email).toBe('a@example.com');
      expect(transport.queries).toEqual([
        "SELECT Id, Name, Owner.Id, Owner.Email FROM Account WHERE Name LIKE 'Ac%' ORDER BY Name ASC LIMIT 5",
      ]);
    });

    it('finds the first record or null', async () => {
      const { accounts, transport } = repositoryAnswering(({ query }) =>
        query['q']?.includes("'Acme'") ? rows({ Id: A, Name: 'Acme' }) : rows(),
      );
      const select = { name: true } as const;
      expect((await accounts.findOne({ select, where: { name: 'Acme' } }))?.name).toBe('Acme');
      expect(await accounts.findOne({ select, where: { name: 'Nobody' } })).toBeNull();
      expect(transport.queries[0]).toBe("SELECT Id, Name FROM Account WHERE Name = 'Acme' LIMIT 1");
    });

    it('finds the first record or fails', async () => {
      const { accounts } = repositoryAnswering(() => rows());
      const failing = accounts.findOneOrFail({ where: { name: 'Nobody' } });
      await expect(failing).rejects.toThrow(RecordNotFoundException);
      await expect(failing).rejects.toMatchObject({
        message: 'No Account matches the criteria.',
        connection: 'default',
      });
    });

    it('finds by id of 15 or 18 characters, and gives null for a record that is not there', async () => {
      const { accounts, transport } = repositoryAnswering(({ query }) =>
        query['q']?.includes(A) ? rows({ Id: A, Name: 'Acme' }) : rows(),
      );
      const select = { name: true } as const;
      expect((await accounts.findById(A, { select }))?.name).toBe('Acme');
      expect((await accounts.findById(A.slice(0, 15), { select }))?.name).toBe('Acme');
      expect(await accounts.findById(B, { select })).toBeNull();
      expect(transport.queries[1]).toBe(`SELECT Id, Name FROM Account WHERE Id = '${A}'`);
    });

    it.each(MALFORMED)('refuses %j as an id before any call', async (id, message) => {
      const { accounts, transport } = offline();
      for (const read of [
        () => accounts.findById(id),
        () => accounts.findByIds([A, id]),
        () => accounts.reload({ id }),
      ]) {
        await expect(read()).rejects.toThrow(InvalidQueryException);
        await expect(read()).rejects.toThrow(message);
      }
      expect(transport.calls).toEqual([]);
    });

    it('finds by ids in their order, reads duplicates once and gives null for the missing', async () => {
      const { accounts, transport } = repositoryAnswering(() =>
        rows({ Id: A, Name: 'first' }, { Id: C, Name: 'third' }),
      );
      const found = await accounts.findByIds([C, B, A.slice(0, 15), C], { select: { name: true } });
      expect(found.map((record) => record?.name ?? null)).toEqual(['third', null, 'first', 'third']);
      expect(transport.queries).toEqual([
        `SELECT Id, Name FROM Account WHERE Id IN ('${C}', '${B}', '${A}')`,
      ]);
    });

    it('asks nobody for no ids', async () => {
      expect(await offline().accounts.findByIds([])).toEqual([]);
    });

    it('reads a thousand records by id in one call, in a body since no URL could hold it', async () => {
      const ids = Array.from({ length: 1000 }, (_, n) => `001${String(n).padStart(12, '0')}AAA`);
      const { accounts, transport } = repositoryAnswering(
        answeringQueries((soql) =>
          rows(...[...soql.matchAll(/'(\w+)'/g)].map(([, Id]) => ({ Id, Name: Id }))),
        ),
      );
      const select = { name: true } as const;
      const found = await Promise.all(ids.map((id) => accounts.findById(id, { select })));
      expect(found.map((record) => record?.name)).toEqual(ids);
      expect(transport.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST composite']);
      expect((await accounts.findByIds(ids, { select })).map((record) => record?.name)).toEqual(ids);
      expect(transport.calls).toHaveLength(2);
    });

    it('joins reads by id of all repositories of the connection', async () => {
      const { accounts, transport } = repositoryAnswering(() => rows({ Id: A }, { Id: B }));
      const others = getRepository(accounts.connection, Account);
      const select = { id: true } as const;
      const [one, other] = await Promise.all([
        accounts.findById(A, { select }),
        others.findById(B, { select }),
      ]);
      expect([one?.id, other?.id]).toEqual([A, B]);
      expect(transport.queries).toEqual([`SELECT Id FROM Account WHERE Id IN ('${A}', '${B}')`]);
    });

    it('counts without reading', async () => {
      const { accounts, transport } = repositoryAnswering(() => ({ totalSize: 42, done: true, records: [] }));
      expect(await accounts.count({ where: { phone: null } })).toBe(42);
      expect(transport.queries).toEqual(['SELECT COUNT() FROM Account WHERE Phone = null']);
    });

    it('tells whether a record exists', async () => {
      const { accounts, transport } = repositoryAnswering(({ query }) =>
        query['q']?.includes('Acme') ? rows({ Id: A }) : rows(),
      );
      expect(await accounts.exists({ where: { name: 'Acme' } })).toBe(true);
      expect(await accounts.exists({ where: { name: 'Nobody' } })).toBe(false);
      expect(transport.queries[0]).toBe("SELECT Id FROM Account WHERE Name = 'Acme' LIMIT 1");
    });

    it('streams page after page', async () => {
      const next = '/services/data/v67.0/query/01g000000000001AAA-1';
      const { accounts } = repositoryAnswering(({ path }) =>
        path === 'query'
          ? { ...rows({ Id: A, Name: 'first' }), totalSize: 2, done: false, nextRecordsUrl: next }
          : { ...rows({ Id: B, Name: 'second' }), totalSize: 2 },
      );
      const names: string[] = [];
      for await (const { name } of accounts.stream({ select: { name: true } })) names.push(name);
      expect(names).toEqual(['first', 'second']);
    });

    it('gives a stream to an Observable, and reads anew for each subscription', async () => {
      const { accounts, transport } = repositoryAnswering(() => rows({ Id: A, Name: 'first' }));
      const observed = accounts.observe({ select: { name: true } });
      expect(transport.calls).toEqual([]);
      expect((await firstValueFrom(observed)).name).toBe('first');
      expect((await firstValueFrom(observed)).name).toBe('first');
      expect(transport.calls).toHaveLength(2);
    });

    it('refuses a stream that makes no query when it is asked for', () => {
      const { accounts } = offline();
      expect(() => accounts.stream({ take: -1 })).toThrow(InvalidQueryException);
      expect(() => accounts.observe({ take: -1 })).toThrow(InvalidQueryException);
    });

    it('reads a record again and leaves the one given as it is', async () => {
      const { accounts } = repositoryAnswering(() => rows({ Id: A, Name: 'new' }));
      const old = { id: A, name: 'old' };
      expect((await accounts.reload(old, { select: { name: true } })).name).toBe('new');
      expect(old.name).toBe('old');
    });

    it('fails to reload a record that is gone', async () => {
      const { accounts } = repositoryAnswering(() => rows());
      await expect(accounts.reload({ id: A })).rejects.toThrow(`No Account has the id ${A}.`);
    });

    it('asks nobody when nothing can match', async () => {
      const { accounts } = offline();
      const where = { name: { in: [] } };
      expect(await accounts.find({ where })).toEqual([]);
      expect(await accounts.findOne({ where })).toBeNull();
      expect(await accounts.count({ where })).toBe(0);
      expect(await accounts.exists({ where })).toBe(false);
    });

    it('shows the SOQL of a find', () => {
      expect(offline().accounts.toSoql({ select: { name: true }, take: 5 })).toBe(
        'SELECT Id, Name FROM Account LIMIT 5',
      );
    });
  });
});

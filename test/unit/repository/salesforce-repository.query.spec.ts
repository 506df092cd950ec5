import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { MalformedQueryException } from '../../../lib/exceptions/malformed-query.exception.js';
import { count } from '../../../lib/query/aggregate/aggregate-functions.js';
import { A, Account, offline, repositoryAnswering, rows } from './account-repository.js';

describe('SalesforceRepository.query', () => {
  it('begins a query of the entity', async () => {
    const { transport, accounts } = repositoryAnswering(() => rows({ Id: A, Name: 'Acme' }));
    const found = await accounts.query().select({ name: true }).where({ phone: null }).all();
    expect(found).toEqual([{ id: A, name: 'Acme' }]);
    expect(transport.queries).toEqual(['SELECT Id, Name FROM Account WHERE Phone = null']);
  });

  it('groups', async () => {
    const { accounts } = repositoryAnswering(() => rows({ ownerEmail: 'a@x.com', n: 2 }));
    const grouped = accounts
      .query()
      .groupBy({ owner: { email: true } })
      .aggregate({ n: count() });
    expect(await grouped.all()).toEqual([{ owner: { email: 'a@x.com' }, n: 2 }]);
  });

  it('refuses groups of a query that is too long to be sent, since parts of them are not groups', async () => {
    const name = { in: Array.from({ length: 6_000 }, (_, i) => `A name of some length ${i}`) };
    const { accounts } = offline();
    const byName = accounts.query().where({ name }).groupBy('name').aggregate({ n: count() });
    await expect(byName.all()).rejects.toThrow(
      'Account: the query is too long for the platform, and groups cannot be put together from its parts.',
    );
  });
});

describe('SalesforceRepository.prepare', () => {
  it('compiles once and runs often', async () => {
    const { transport, accounts } = repositoryAnswering(() => rows({ Id: A }));
    const prepared = accounts.prepare({ select: { id: true }, where: { name: 'Acme' }, allRows: true });
    expect(await prepared.all()).toEqual([{ id: A }]);
    expect(await prepared.all()).toEqual([{ id: A }]);
    expect(transport.calls.map(({ path }) => path)).toEqual(['queryAll', 'queryAll']);
  });

  it('keeps how to run', async () => {
    const { accounts } = repositoryAnswering(() => rows({ Id: A }));
    const progress: unknown[] = [];
    const prepared = accounts.prepare({ select: { id: true }, onProgress: (at) => progress.push(at) });
    for await (const { id } of prepared.stream()) progress.push(id);
    expect(progress).toEqual([{ read: 0, total: 1 }, A, { read: 1, total: 1 }]);
  });

  it('refuses at once what makes no query', () => {
    expect(() => offline().accounts.prepare({ where: { nmae: 'x' } as object })).toThrow(
      InvalidQueryException,
    );
  });
});

describe('SalesforceRepository.soql', () => {
  it('binds values and gives entities', async () => {
    const { transport, accounts } = repositoryAnswering(() =>
      rows({ Name: 'Acme', Owner: { Email: 'a@x.com' } }),
    );
    const found =
      await accounts.soql`SELECT Name, Owner.Email FROM Account WHERE Name = ${"O'Neill"} AND Id IN ${[A]}`;
    expect(found).toEqual([{ name: 'Acme', owner: { email: 'a@x.com' } }]);
    expect(found[0]).toBeInstanceOf(Account);
    expect(found[0]?.title()).toBe('ACME');
    expect(transport.queries).toEqual([
      String.raw`SELECT Name, Owner.Email FROM Account WHERE Name = 'O\'Neill' AND Id IN ('${A}')`,
    ]);
  });

  it('looks at deleted records too where the text says so', async () => {
    const { transport, accounts } = repositoryAnswering(() => rows());
    await accounts.soql`SELECT Id FROM Account ALL ROWS`;
    expect(transport.calls[0]).toMatchObject({ path: 'queryAll', query: { q: 'SELECT Id FROM Account' } });
  });

  it('sends nothing that cannot become an entity', async () => {
    const { accounts } = offline();
    await expect(accounts.soql`SELECT Nmae FROM Account`).rejects.toThrow(
      "maps the field 'Nmae'. Did you mean Name?",
    );
    await expect(accounts.soql`SELECT Id FROM Contact`).rejects.toThrow(InvalidQueryException);
    await expect(accounts.soql`SELECT COUNT(Id) FROM Account`).rejects.toThrow(InvalidQueryException);
    await expect(accounts.soql`SELEKT Id FROM Account`).rejects.toThrow(MalformedQueryException);
    await expect(accounts.soql`SELECT Id FROM Account WHERE Name = ${undefined}`).rejects.toThrow(
      InvalidQueryException,
    );
  });
});

describe('the options of a find', () => {
  it('say whose records to look at, and that they were viewed', async () => {
    const { transport, accounts } = repositoryAnswering(({ query }) =>
      query['q']?.startsWith('SELECT COUNT()') ? { totalSize: 3, done: true, records: [] } : rows({ Id: A }),
    );
    await accounts.find({ select: { id: true }, scope: 'mine', for: 'view' });
    await accounts.findOne({ select: { id: true }, scope: 'team' });
    await accounts.exists({ scope: 'mine' });
    await accounts.count({ scope: 'mine' });
    await accounts.prepare({ scope: 'mine', for: 'view' }).count();
    expect(transport.queries).toEqual([
      'SELECT Id FROM Account USING SCOPE mine FOR VIEW',
      'SELECT Id FROM Account USING SCOPE team LIMIT 1',
      'SELECT Id FROM Account USING SCOPE mine LIMIT 1',
      'SELECT COUNT() FROM Account USING SCOPE mine',
      'SELECT COUNT() FROM Account USING SCOPE mine',
    ]);
  });
});

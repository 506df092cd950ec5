import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { MalformedQueryException } from '../../lib/exceptions/malformed-query.exception.js';
import { SchemaMismatchException } from '../../lib/exceptions/schema-mismatch.exception.js';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import { Related } from '../../lib/metadata/related.js';
import { returning } from '../../lib/query/search/returning.js';
import { searchFor } from '../../lib/query/search/search-for.js';
import type { SearchOptions } from '../../lib/query/search/search-options.interface.js';
import { getRepository } from '../../lib/repository/repository.factory.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';
import type { SearchTerm } from '../../lib/soql/sosl/search-term.js';
import { sosl } from '../../lib/soql/sosl/sosl-tag.js';

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'string' }) industry?: string | null;
}

@SObject()
class Contact {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field({ type: 'email' }) email?: string | null;
  @Field() accountId?: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;

  greeting(): string {
    return `Dear ${this.lastName}`;
  }
}

describe('searching an embedded org', () => {
  let connection: SalesforceConnection;
  let accounts: SalesforceRepository<Account>;
  let contacts: SalesforceRepository<Contact>;

  beforeAll(async () => {
    connection = new SalesforceConnection('default', { embedded: {} });
    accounts = getRepository(connection, Account);
    contacts = getRepository(connection, Contact);
    const [acme] = await accounts.insert([
      { name: 'Acme Harbour', industry: 'Shipping' },
      { name: 'Acme Rock & Roll', industry: 'Media' },
      { name: 'Globex (50% off)', industry: 'Shipping' },
      { name: 'Black and White', industry: 'Media' },
    ]);
    await contacts.insert([
      { lastName: 'Acmeson', email: 'pilot-one@harbour.example', accountId: acme!.id },
      { lastName: 'Harbour', email: 'x@globex.example' },
    ]);
  });
  afterAll(() => connection.close());

  const names = async (term: string | SearchTerm, options?: SearchOptions<Account>) =>
    (await accounts.search(term, options)).map(({ name }) => name).toSorted();

  it('finds words wherever they stand, in any case', async () => {
    expect(await names('acme')).toEqual(['Acme Harbour', 'Acme Rock & Roll']);
    expect(await names('HARBOUR acme')).toEqual(['Acme Harbour']);
    expect(await names('nothing')).toEqual([]);
  });

  it('finds beginnings and phrases', async () => {
    expect(await names('har', { match: 'prefix' })).toEqual(['Acme Harbour']);
    expect(await names('har')).toEqual([]);
    expect(await names('acme harbour', { match: 'phrase' })).toEqual(['Acme Harbour']);
    expect(await names('harbour acme', { match: 'phrase' })).toEqual([]);
  });

  it.each([
    ['rock & roll', ['Acme Rock & Roll']],
    ['(50% off)', ['Globex (50% off)']],
    ['black and white', ['Black and White']],
    ['ac*', []],
    ['acme OR globex', []],
    ['acme} RETURNING User(Id', []],
  ])('takes %s for nothing but words', async (text, found) => {
    expect(await names(text)).toEqual(found);
  });

  it('takes operators and wildcards from a term', async () => {
    expect(await names(sosl.term`${'acme'} AND NOT ${'rock'}`)).toEqual(['Acme Harbour']);
    expect(await names(sosl.term`Glob* OR "${'black and white'}"`)).toEqual([
      'Black and White',
      'Globex (50% off)',
    ]);
  });

  it('filters, orders and limits what it finds', async () => {
    expect(await names('acme', { where: { industry: 'Media' } })).toEqual(['Acme Rock & Roll']);
    const [last] = await accounts.search('acme', { orderBy: { name: 'desc' }, take: 1 });
    expect(last?.name).toBe('Acme Rock & Roll');
  });

  it('looks into the kind of fields it is told, and reads parents', async () => {
    const select = { lastName: true, account: { name: true } } as const;
    expect(await contacts.search('pilot-one@harbour.example', { in: 'name', select })).toEqual([]);
    const [found] = await contacts.search('pilot-one@harbour.example', { in: 'email', select });
    expect(found).toBeInstanceOf(Contact);
    expect(found?.account).toBeInstanceOf(Account);
    expect(found?.account?.name).toBe('Acme Harbour');
  });

  it('finds entities of several classes at once', async () => {
    const found = await connection.search(
      searchFor(
        'harbour',
        { companies: Account, people: returning(Contact, { select: { lastName: true } }) },
        {
          in: 'name',
        },
      ),
    );
    expect(found.companies.map(({ name }) => name)).toEqual(['Acme Harbour']);
    expect(found.people).toEqual([expect.any(Contact)]);
    expect(found.people[0]).toMatchObject({ lastName: 'Harbour' });
  });

  it('finds records by the text of a search, long ones too', async () => {
    const short = sosl`FIND {${'acme'}} RETURNING Account(Name WHERE Industry = ${'Media'})`;
    expect(await connection.search(short)).toMatchObject([
      { attributes: { type: 'Account' }, Name: 'Acme Rock & Roll' },
    ]);
    const long = sosl`FIND {acme} RETURNING Account(Name WHERE Industry IN ${['Media', ...Array.from({ length: 1_000 }, (_, i) => `Industry number ${i}`)]})`;
    expect(await connection.search(long)).toMatchObject([{ Name: 'Acme Rock & Roll' }]);
  });

  it('says what an org says of a search that is none', async () => {
    await expect(connection.search("FIND 'Acme'")).rejects.toThrow(
      'No search term found. The search term must be enclosed in braces.',
    );
    await expect(connection.search('FIND {a}')).rejects.toMatchObject({
      message: 'search term must be longer than one character: a',
      errorCode: 'INVALID_SEARCH',
    });
    await expect(connection.search('FIND {Marie-Pier}')).rejects.toBeInstanceOf(MalformedQueryException);
    await expect(connection.search('FIND {Acme} RETURNING Nothing__c')).rejects.toBeInstanceOf(
      SchemaMismatchException,
    );
  });

  it('explains a query', async () => {
    const [plan] = await connection.explain("SELECT Id FROM Account WHERE Id = '001000000000001AAA'");
    expect(plan).toMatchObject({ sobjectType: 'Account', leadingOperationType: 'Index' });
  });
});

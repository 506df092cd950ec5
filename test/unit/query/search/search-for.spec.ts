import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../../lib/exceptions/invalid-entity.exception.js';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { EntityMetadataStorage } from '../../../../lib/metadata/entity-metadata.storage.js';
import { returning } from '../../../../lib/query/search/returning.js';
import { searchFor } from '../../../../lib/query/search/search-for.js';
import type { SearchForOptions } from '../../../../lib/query/search/search-options.interface.js';
import { Account, Contact, Invoice, User } from '../query-entities.js';
import { NO_CONTENT } from '../../../support/no-content.js';

type Entities = Parameters<typeof searchFor>[1];

function sent(entities: Entities, options?: SearchForOptions): string | undefined {
  return searchFor('Acme', entities, options).compile(new EntityMetadataStorage()).sosl;
}

describe('searchFor', () => {
  it('asks for several entities at once', () => {
    const entities = {
      people: returning(Contact, { select: { lastName: true }, where: { email: { not: null } }, take: 5 }),
      users: User,
    };
    expect(sent(entities, { in: 'name', match: 'prefix', take: 20 })).toBe(
      'FIND {Acme*} IN NAME FIELDS RETURNING Contact(Id, LastName WHERE Email != null LIMIT 5), User(Id, Name, Email, IsActive, ManagerId) LIMIT 20',
    );
  });

  it('names objects as the org of the connection does', () => {
    const { sosl } = searchFor('Acme', {
      invoices: returning(Invoice, { select: { amount: true } }),
    }).compile(new EntityMetadataStorage('ns'));
    expect(sosl).toBe('FIND {Acme} RETURNING ns__Invoice__c(Id, ns__Amount__c)');
  });

  it('gives what was found by the names it was asked under, entities of their classes', () => {
    const { read } = searchFor('Acme', {
      accounts: returning(Account, { select: { name: true } }),
      people: returning(Contact, { select: { lastName: true } }),
      users: User,
    }).compile(new EntityMetadataStorage());
    const found = read(
      [
        { attributes: { type: 'Contact' }, Id: '003000000000001AAA', LastName: 'Acme' },
        { attributes: { type: 'Account' }, Id: '001000000000001AAA', Name: 'Acme' },
        { attributes: { type: 'Contact' }, Id: '003000000000002AAA', LastName: 'Acmeson' },
      ],
      NO_CONTENT,
    );
    expect(Object.keys(found)).toEqual(['accounts', 'people', 'users']);
    expect(found.accounts).toEqual([expect.any(Account)]);
    expect(found.people).toEqual([expect.any(Contact), expect.any(Contact)]);
    expect(found.people.map(({ lastName }) => lastName)).toEqual(['Acme', 'Acmeson']);
    expect(found.users).toEqual([]);
  });

  it('leaves out entities of which nothing can be found, and asks nothing when there are no others', () => {
    const none = returning(Contact, { take: 0 });
    expect(sent({ people: none, users: returning(User, { select: { name: true } }) })).toBe(
      'FIND {Acme} RETURNING User(Id, Name)',
    );
    expect(sent({ people: none })).toBeUndefined();
    expect(sent({ users: User }, { take: 0 })).toBeUndefined();
    const { read } = searchFor('Acme', { people: none }).compile(new EntityMetadataStorage());
    expect(read([], NO_CONTENT)).toEqual({ people: [] });
  });

  it.each<[Entities, object, RegExp]>([
    [{}, {}, /names the entities it returns, one at least/],
    [{ a: Account, b: returning(Account) }, {}, /returns Account twice, as 'a' and as 'b'/],
    [{ a: 'Account' as never }, {}, /A search \(a\): give an entity class, or returning\(\) of one/],
    [{ a: { entity: Account, options: { skip: 5 } } }, {}, /A search \(a\) takes no 'skip'/],
    [{ a: returning(Account, { take: 2001 }) }, {}, /A search \(a\): a search finds 2000 records at most/],
    [{ a: Account }, { take: 2001 }, /A search: a search finds 2000 records at most/],
    [{ a: Account }, { skip: 1 }, /A search takes no 'skip'/],
    [{ a: Account }, { in: 'fax' }, /in is one of/],
  ])('refuses %# before anything is sent', (entities, options, message) => {
    expect(() => sent(entities, options)).toThrow(InvalidQueryException);
    expect(() => sent(entities, options)).toThrow(message);
  });

  it('refuses a class that is no entity', () => {
    expect(() => sent({ a: class Nothing {} })).toThrow(InvalidEntityException);
  });

  it.each([{ attributes: { type: 'Lead' }, Id: '00Q000000000001AAA' }, { Id: '00Q000000000001AAA' }])(
    'refuses an answer with what it did not ask for: %j',
    (record) => {
      const { read } = searchFor('Acme', { users: User }).compile(new EntityMetadataStorage());
      expect(() => read([record as never], NO_CONTENT)).toThrow(InvalidResponseException);
    },
  );
});

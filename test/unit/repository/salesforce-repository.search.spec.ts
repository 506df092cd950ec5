import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { sosl } from '../../../lib/soql/sosl/sosl-tag.js';
import { A, Account, B, offline, repositoryAnswering, User } from './account-repository.js';

describe('SalesforceRepository.search', () => {
  it('finds entities, in the order of the answer', async () => {
    const { accounts, transport } = repositoryAnswering(() => ({
      searchRecords: [
        {
          attributes: { type: 'Account' },
          Id: B,
          Name: 'Acme',
          Owner: { attributes: { type: 'User' }, Id: A, Email: 'a@example.com' },
        },
        { attributes: { type: 'Account' }, Id: A, Name: 'Acme & Sons', Owner: null },
      ],
    }));
    const found = await accounts.search('Acme & co', {
      in: 'name',
      match: 'prefix',
      select: { name: true, owner: { email: true } },
      where: { phone: { not: null } },
      take: 5,
    });
    expect(transport.queries).toEqual([
      'FIND {Acme \\& co*} IN NAME FIELDS RETURNING Account(Id, Name, Owner.Id, Owner.Email WHERE Phone != null LIMIT 5)',
    ]);
    expect(transport.calls.map(({ path }) => path)).toEqual(['search']);
    expect(found).toEqual([expect.any(Account), expect.any(Account)]);
    expect(found.map(({ id }) => id)).toEqual([B, A]);
    expect(found[0]?.owner).toBeInstanceOf(User);
  });

  it('takes a term with operators and wildcards', async () => {
    const { accounts, transport } = repositoryAnswering(() => ({ searchRecords: [] }));
    expect(await accounts.search(sosl.term`${'a "b" c'}* AND NOT Ltd`, { select: { name: true } })).toEqual(
      [],
    );
    expect(transport.queries).toEqual(['FIND {(a \\"b\\" c*) AND NOT Ltd} RETURNING Account(Id, Name)']);
  });

  it('calls nobody when nothing can be found', async () => {
    const { accounts, transport } = offline();
    expect(await accounts.search('Acme', { where: { name: { in: [] } } })).toEqual([]);
    expect(transport.calls).toEqual([]);
  });

  it.each([
    ['', {}],
    ['a', {}],
    ['Acme', { select: { nmae: true } }],
    ['Acme', { where: { name: undefined } }],
  ])('refuses %j with %j and calls nobody', async (term, options) => {
    const { accounts, transport } = offline();
    await expect(accounts.search(term, options as object)).rejects.toBeInstanceOf(InvalidQueryException);
    expect(transport.calls).toEqual([]);
  });
});

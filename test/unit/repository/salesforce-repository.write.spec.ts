import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { InvalidWriteException } from '../../../lib/exceptions/invalid-write.exception.js';
import { PartialWriteException } from '../../../lib/exceptions/partial-write.exception.js';
import { RecordNotFoundException } from '../../../lib/exceptions/record-not-found.exception.js';
import { type Call, Status } from '../../support/scripted-transport.js';
import {
  A,
  Account,
  B,
  C,
  MALFORMED,
  offline,
  repositoryAnswering,
  rows,
  saved,
} from './account-repository.js';

describe('SalesforceRepository, writing', () => {
  describe('insert', () => {
    it('gives the values and the id as an instance of the entity', async () => {
      const { accounts, transport } = repositoryAnswering(
        () => new Status(201, { id: A, success: true, errors: [] }),
      );
      const acme = await accounts.insert({ name: 'Acme', phone: undefined });
      expect(acme).toBeInstanceOf(Account);
      expect({ ...acme }).toEqual({ id: A, name: 'Acme' });
      expect(acme.title()).toBe('ACME');
      expect(transport.calls).toMatchObject([
        { method: 'POST', path: 'sobjects/Account', body: { Name: 'Acme' } },
      ]);
    });

    it('gives many in the order of the values', async () => {
      const { accounts, transport } = repositoryAnswering(() => saved(A, B));
      const inserted = await accounts.insert([{ name: 'first' }, { name: 'second' }], { allOrNone: true });
      expect(inserted.map(({ id, name }) => [id, name])).toEqual([
        [A, 'first'],
        [B, 'second'],
      ]);
      expect(transport.calls).toMatchObject([
        { method: 'POST', path: 'composite/sobjects', body: { allOrNone: true } },
      ]);
    });

    it('sends nothing when one of many cannot be written', async () => {
      const { accounts, transport } = offline();
      const values = [{ name: 'first' }, { name: 2 as unknown as string }];
      await expect(accounts.insert(values)).rejects.toThrow(InvalidWriteException);
      await expect(accounts.insert(values)).rejects.toThrow(/^Account\[1\]\.name /);
      expect(transport.calls).toEqual([]);
    });

    it('calls nobody for no records', async () => {
      expect(await offline().accounts.insert([])).toEqual([]);
    });
  });

  describe('update', () => {
    it('changes one record: null clears, undefined leaves', async () => {
      const { accounts, transport } = repositoryAnswering(() => new Status(204));
      await accounts.update(A.slice(0, 15), { phone: null, name: undefined });
      expect(transport.calls).toMatchObject([
        { method: 'PATCH', path: `sobjects/Account/${A}`, body: { Phone: null } },
      ]);
    });

    it('calls nobody when nothing is to change', async () => {
      const { accounts, transport } = offline();
      await accounts.update(A, { phone: undefined });
      await accounts.update([{ id: A }, { id: B, name: undefined }]);
      expect(await accounts.update({ name: 'Acme' }, {})).toBe(0);
      expect(transport.calls).toEqual([]);
    });

    it('changes what matches, by looking up ids first', async () => {
      const { accounts, transport } = repositoryAnswering(({ path }) =>
        path === 'query' ? rows({ Id: A }, { Id: B }) : saved(A, B),
      );
      expect(await accounts.update({ owner: { email: 'a@example.com' } }, { phone: null })).toBe(2);
      expect(transport.queries).toEqual(["SELECT Id FROM Account WHERE Owner.Email = 'a@example.com'"]);
      expect(transport.calls[1]).toMatchObject({
        method: 'PATCH',
        path: 'composite/sobjects',
        body: {
          records: [
            { attributes: { type: 'Account' }, id: A, Phone: null },
            { attributes: { type: 'Account' }, id: B, Phone: null },
          ],
        },
      });
    });

    it('changes many records, each its own way', async () => {
      const { accounts, transport } = repositoryAnswering(() => saved(A, B));
      await accounts.update([
        { id: A, name: 'first' },
        { id: B, phone: '1' },
      ]);
      expect(transport.calls).toMatchObject([
        {
          body: {
            records: [
              { attributes: { type: 'Account' }, id: A, Name: 'first' },
              { attributes: { type: 'Account' }, id: B, Phone: '1' },
            ],
          },
        },
      ]);
    });

    it('sends none of many whose changes change nothing', async () => {
      const { accounts, transport } = repositoryAnswering(() => saved(B));
      await accounts.update([{ id: A, name: undefined }, { id: B, phone: '1' }, { id: C }]);
      expect(transport.calls).toMatchObject([
        { body: { records: [{ attributes: { type: 'Account' }, id: B, Phone: '1' }] } },
      ]);
    });

    it('refuses a record without an id', async () => {
      const records = [{ id: A, name: 'first' }, null] as unknown as { id: string }[];
      await expect(offline().accounts.update(records)).rejects.toThrow(
        'Account: an id is a string, but was given undefined.',
      );
    });

    it('checks the changes before it looks up what matches', async () => {
      const { accounts } = offline();
      await expect(accounts.update({ name: 'Acme' }, { phone: 1 as unknown as string })).rejects.toThrow(
        InvalidWriteException,
      );
    });
  });

  describe('upsert', () => {
    it('addresses the record by its external id, which the body does not repeat', async () => {
      const { accounts, transport } = repositoryAnswering(
        () => new Status(201, { id: A, success: true, errors: [], created: true }),
      );
      expect(await accounts.upsert({ erpNumber: 'A/1', name: 'Acme' }, { by: 'erpNumber' })).toEqual({
        id: A,
        created: true,
      });
      expect(transport.calls).toMatchObject([
        { method: 'PATCH', path: 'sobjects/Account/ErpNumber__c/A%2F1', body: { Name: 'Acme' } },
      ]);
    });

    it('writes many in the order of the values', async () => {
      const { accounts, transport } = repositoryAnswering(() => [
        { id: A, success: true, errors: [], created: false },
        { id: B, success: true, errors: [], created: true },
      ]);
      const values = [
        { erpNumber: 'a', name: 'first' },
        { erpNumber: 'b', name: 'second' },
      ];
      expect(await accounts.upsert(values, { by: 'erpNumber', allOrNone: true })).toEqual([
        { id: A, created: false },
        { id: B, created: true },
      ]);
      expect(transport.calls).toMatchObject([
        { method: 'PATCH', path: 'composite/sobjects/Account/ErpNumber__c', body: { allOrNone: true } },
      ]);
    });

    it.each<[object, string, string]>([
      [
        { name: 'Acme' },
        'erpNumber',
        'Account.erpNumber is the key of the upsert and has no value: give it one, or insert the record.',
      ],
      [
        { erpNumber: null },
        'erpNumber',
        'Account.erpNumber is the key of the upsert and has no value: give it one, or insert the record.',
      ],
      [
        { erpNumber: '..' },
        'erpNumber',
        "Account.erpNumber is '..', which cannot be part of a URL: upsert an array with this record instead.",
      ],
      [
        { name: 'Acme' },
        'id',
        'Account.id cannot be the key of an upsert: it is the id. Use update() for records whose id is known.',
      ],
      [
        { name: 'Acme' },
        'erp',
        'Account.erp cannot be the key of an upsert: it is no mapped field. Name the property of an external id.',
      ],
    ])('refuses %j by %s', async (values, by, message) => {
      const failing = offline().accounts.upsert(values, { by: by as 'erpNumber' });
      await expect(failing).rejects.toThrow(InvalidWriteException);
      await expect(failing).rejects.toThrow(message);
    });
  });

  describe('delete', () => {
    it('deletes one record', async () => {
      const { accounts, transport } = repositoryAnswering(() => new Status(204));
      await accounts.delete(A);
      expect(transport.calls).toMatchObject([{ method: 'DELETE', path: `sobjects/Account/${A}` }]);
    });

    it('deletes many', async () => {
      const { accounts, transport } = repositoryAnswering(() => saved(A, B));
      await accounts.delete([A, B]);
      expect(transport.calls).toMatchObject([
        { method: 'DELETE', path: 'composite/sobjects', query: { ids: `${A},${B}`, allOrNone: 'false' } },
      ]);
    });

    it('deletes what matches', async () => {
      const { accounts } = repositoryAnswering(({ path }) => (path === 'query' ? rows({ Id: A }) : saved(A)));
      expect(await accounts.delete({ name: { contains: 'x' } })).toBe(1);
    });

    it('throws what one record was refused for, and accounts for all of many', async () => {
      const { accounts } = repositoryAnswering(({ path }: Call) =>
        path === 'composite/sobjects'
          ? [
              {
                success: false,
                errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }],
              },
            ]
          : new Status(404, [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }]),
      );
      await expect(accounts.delete(A)).rejects.toThrow(RecordNotFoundException);
      await expect(accounts.delete([A])).rejects.toThrow(PartialWriteException);
    });
  });

  describe('writing by criteria', () => {
    it.each<[string, object]>([
      ['no condition', {}],
      ['an empty AND', { AND: [] }],
      ['an empty notIn, which excludes nothing', { name: { notIn: [] } }],
    ])('refuses %s before any call', async (_, criteria) => {
      const { accounts } = offline();
      await expect(accounts.delete(criteria)).rejects.toThrow(InvalidWriteException);
      await expect(accounts.update(criteria, { phone: null })).rejects.toThrow(InvalidWriteException);
      await expect(accounts.update(criteria, {})).rejects.toThrow(InvalidWriteException);
    });

    it('refuses undefined in a condition', async () => {
      await expect(offline().accounts.delete({ name: undefined })).rejects.toThrow(InvalidQueryException);
    });

    it('refuses an entity for criteria', async () => {
      const acme = Object.assign(new Account(), { id: A, name: 'Acme' });
      await expect(offline().accounts.delete(acme)).rejects.toThrow(
        'An instance of Account is no criteria: pass its id.',
      );
    });

    it('writes nothing and calls nobody when nothing can match', async () => {
      const { accounts } = offline();
      expect(await accounts.delete({ name: { in: [] } })).toBe(0);
      expect(await accounts.update({ name: { in: [] } }, { phone: null })).toBe(0);
    });
  });

  it.each(MALFORMED)('refuses %j as the id of a write before any call', async (id, message) => {
    const { accounts } = offline();
    for (const write of [
      () => accounts.update(id, { name: 'Acme' }),
      () => accounts.update([{ id, name: 'Acme' }]),
      () => accounts.delete(id),
      () => accounts.delete([A, id]),
    ]) {
      await expect(write()).rejects.toThrow(InvalidWriteException);
      await expect(write()).rejects.toThrow(message);
    }
  });
});

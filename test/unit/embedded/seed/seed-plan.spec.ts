import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { readSeed } from '../../../../lib/embedded/seed/seed-plan.js';

const catalog = Catalog.standard();

const plan = (...records: unknown[]) => readSeed([{ data: { records } }], catalog);

describe('readSeed', () => {
  it('puts records after those they refer to, whatever the order of the file', () => {
    const nodes = plan(
      { attributes: { type: 'Contact' }, LastName: 'Doe', AccountId: '@acme' },
      { attributes: { type: 'Account' }, Name: 'Other' },
      { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme', ParentId: '@holding' },
      { attributes: { type: 'Account', referenceId: 'holding' }, Name: 'Holding' },
    );
    expect(nodes.map(({ values }) => values['Name'] ?? values['LastName'])).toEqual([
      'Holding',
      'Acme',
      'Doe',
      'Other',
    ]);
    expect(nodes[2]?.parents.get('AccountId')).toBe(nodes[1]);
  });

  it('takes nested children by their relationship', () => {
    const [account, contact, task] = plan({
      attributes: { type: 'Account', referenceId: 'acme' },
      Name: 'Acme',
      Contacts: {
        records: [
          {
            attributes: { type: 'Contact' },
            LastName: 'Doe',
            Tasks: { records: [{ attributes: { type: 'Task' } }] },
          },
        ],
      },
    });
    expect(account?.values).toEqual({ Name: 'Acme' });
    expect([...contact!.parents]).toEqual([['AccountId', account]]);
    expect([...task!.parents]).toEqual([['WhoId', contact]]);
    expect(task?.label).toBe('Task (records[0].Contacts.records[0].Tasks.records[0])');
  });

  it('leaves an @ alone where the field is no reference', () => {
    expect(plan({ attributes: { type: 'Account' }, Name: '@acme' })[0]?.values).toEqual({ Name: '@acme' });
  });

  it.each<[string, unknown[], string]>([
    ['no list', [], 'The seed has no array at `records`.'],
    [
      'no type',
      [{ Name: 'Acme' }],
      "The seed's record at `records[0]` does not name its object in `attributes.type`.",
    ],
    [
      'an unknown object',
      [{ attributes: { type: 'Acount' } }],
      "The seed's record at `records[0]` is of the object Acount, which the org does not have.",
    ],
    [
      'a reference to nothing',
      [{ attributes: { type: 'Contact', referenceId: 'jane' }, AccountId: '@acme' }],
      'The seed\'s Contact "jane" (records[0]) refers in AccountId to "@acme", which no record is.',
    ],
    [
      'a name given twice',
      [
        { attributes: { type: 'Account', referenceId: 'a' } },
        { attributes: { type: 'Contact', referenceId: 'a' } },
      ],
      'The seed\'s Contact "a" (records[1]) has the reference id of Account "a" (records[0]).',
    ],
    [
      'a circle',
      [
        { attributes: { type: 'Account', referenceId: 'a' }, ParentId: '@b' },
        { attributes: { type: 'Account', referenceId: 'b' }, ParentId: '@a' },
      ],
      'The seed\'s Account "a" (records[0]) refers, by way of others, to itself.',
    ],
    [
      'an unknown relationship',
      [{ attributes: { type: 'Account' }, Kontakte: { records: [] } }],
      'The seed\'s Account (records[0]) has children "Kontakte", a relationship that Account does not have.',
    ],
  ])('refuses a seed with %s', (what, records, message) => {
    const data = what === 'no list' ? {} : { records };
    expect(() => readSeed([{ data }], catalog)).toThrow(message);
  });

  it('takes records by the name of their object, with children as lists', () => {
    const data = {
      Contact: [{ LastName: 'Doe', AccountId: '@acme' }],
      Account: [{ attributes: { referenceId: 'acme' }, Name: 'Acme', Cases: [{ Subject: 'Broken' }] }],
    };
    const nodes = readSeed([{ data }], catalog);
    expect(nodes.map(({ label }) => label)).toEqual([
      'Account "acme" (Account[0])',
      'Contact (Contact[0])',
      'Case (Account[0].Cases[0])',
    ]);
    const [account, contact, problem] = nodes;
    expect([...contact!.parents]).toEqual([['AccountId', account]]);
    expect([...problem!.parents]).toEqual([['AccountId', account]]);
  });

  it('resolves references between files, and says which file a record is of', () => {
    const nodes = readSeed(
      [
        {
          file: 'Contacts.json',
          data: { records: [{ attributes: { type: 'Contact' }, LastName: 'Doe', AccountId: '@a' }] },
        },
        { file: 'Account.csv', sobject: 'Account', rows: true, data: [{ attributes: { referenceId: 'a' } }] },
        { file: 'list.json', data: [{ attributes: { type: 'Task' } }] },
      ],
      catalog,
    );
    expect(nodes.map(({ label }) => label)).toEqual([
      'Account "a" (Account.csv: row 1)',
      'Contact (Contacts.json: records[0])',
      'Task (list.json: [0])',
    ]);
  });

  it('names the file of what is wrong', () => {
    expect(() => readSeed([{ file: 'a.json', data: { records: 1 } }], catalog)).toThrow(
      'The seed has no array at `a.json: records`.',
    );
    expect(() =>
      readSeed([{ file: 'Acount.csv', sobject: 'Acount', rows: true, data: [{}] }], catalog),
    ).toThrow(
      "The seed's record at `Acount.csv: row 1` is of the object Acount, which the org does not have.",
    );
  });
});

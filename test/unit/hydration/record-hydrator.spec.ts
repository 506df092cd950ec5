import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import type { EntityShape } from '../../../lib/hydration/entity-shape.interface.js';
import { compileHydrator } from '../../../lib/hydration/record-hydrator.js';
import type { EntityMetadata, FieldMetadata } from '../../../lib/metadata/entity-metadata.interface.js';
import { Binary, type BinarySource } from '../../../lib/protocol/binary.js';
import type { FieldType } from '../../../lib/protocol/field-type.type.js';
import type { WireRecord } from '../../../lib/protocol/query-response.interface.js';
import { NO_CONTENT } from '../../support/no-content.js';

class Account {
  readonly id!: string;
  name = 'set by the constructor';

  label(): string {
    return `Account ${this.name}`;
  }
}

class Contact {
  readonly id!: string;
  lastName!: string;
}

class User {
  readonly id!: string;
}

/** A shape of fields given as `[property, apiName, type]`; what else metadata holds is of no interest to a hydrator. */
function shapeOf(
  target: typeof Account | typeof Contact | typeof User,
  fields: readonly (readonly [string, string, FieldType])[],
  relations: Partial<Pick<EntityShape, 'parents' | 'children'>> = {},
): EntityShape {
  return {
    entity: { target, apiName: target.name } as unknown as EntityMetadata,
    fields: fields.map(([property, apiName, type]) => ({ property, apiName, type }) as FieldMetadata),
    parents: relations.parents ?? [],
    children: relations.children ?? [],
  };
}

function record(fields: Record<string, unknown>): WireRecord {
  return { attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001' }, ...fields };
}

const ID = ['id', 'Id', 'id'] as const;

describe('compileHydrator', () => {
  it('makes instances of the class without running its constructor', () => {
    const hydrate = compileHydrator(shapeOf(Account, [ID, ['name', 'Name', 'string']]));
    const account = hydrate(record({ Id: '001', Name: 'Acme' }), NO_CONTENT) as Account;
    expect(account).toBeInstanceOf(Account);
    expect(account.constructor).toBe(Account);
    expect(account.label()).toBe('Account Acme');
    expect({ ...account }).toEqual({ id: '001', name: 'Acme' });
  });

  it('defines nothing that was not selected', () => {
    const account = compileHydrator(shapeOf(Account, [ID]))(record({ Id: '001', Name: 'Acme' }), NO_CONTENT);
    expect(Object.keys(account)).toEqual(['id']);
  });

  it.each<[FieldType, unknown, unknown]>([
    ['string', 'text', 'text'],
    ['double', 1.5, 1.5],
    ['int', 0, 0],
    ['boolean', false, false],
    ['date', '2026-01-31', '2026-01-31'],
    ['time', '08:30:00.000Z', '08:30:00.000Z'],
    ['datetime', '2011-07-07T00:37:00.000+0000', new Date(Date.UTC(2011, 6, 7, 0, 37))],
    ['datetime', '2026-12-31T23:59:59.999+0000', new Date(Date.UTC(2026, 11, 31, 23, 59, 59, 999))],
    ['datetime', '1700-01-01T00:00:00.000+0000', new Date('1700-01-01T00:00:00Z')],
    ['datetime', '2011-07-07T00:37:00Z', new Date(Date.UTC(2011, 6, 7, 0, 37))],
    ['datetime', '2011-07-07T02:37:00.000+02:00', new Date(Date.UTC(2011, 6, 7, 0, 37))],
    ['datetime', '2011-07-07T02:37:00.000+0200', new Date(Date.UTC(2011, 6, 7, 0, 37))],
    ['multipicklist', 'A;B', ['A', 'B']],
    ['multipicklist', 'A', ['A']],
    ['location', { latitude: 1, longitude: 2 }, { latitude: 1, longitude: 2 }],
    ['string', null, null],
    ['datetime', null, null],
    ['multipicklist', null, null],
    ['string', undefined, null],
  ])('decodes a %s: %p', (type, wire, value) => {
    const hydrate = compileHydrator(shapeOf(Account, [['field', 'Field__c', type]]));
    expect({ ...hydrate(record({ Field__c: wire }), NO_CONTENT) }).toEqual({ field: value });
  });

  it('finds fields whose declared name differs in case from the one on the wire', () => {
    const hydrate = compileHydrator(shapeOf(Account, [['name', 'nAME', 'string']]));
    expect({ ...hydrate(record({ Name: 'Acme' }), NO_CONTENT) }).toEqual({ name: 'Acme' });
  });

  it('makes parents instances of their class, or null', () => {
    const owner = { property: 'owner', relationshipName: 'Owner', shape: shapeOf(User, [ID]) };
    const hydrate = compileHydrator(shapeOf(Account, [ID], { parents: [owner] }));
    const account = hydrate(record({ Id: '001', Owner: record({ Id: '005' }) }), NO_CONTENT) as Account & {
      owner: User;
    };
    expect(account.owner).toBeInstanceOf(User);
    expect(account.owner.id).toBe('005');
    expect(hydrate(record({ Id: '001', Owner: null }), NO_CONTENT)).toMatchObject({ owner: null });
  });

  it('makes polymorphic parents instances of the class of their object', () => {
    const what = {
      property: 'what',
      relationshipName: 'What',
      alternatives: new Map([
        ['user', { tag: 'User', shape: shapeOf(User, [ID]) }],
        ['account', { shape: shapeOf(Account, [ID]) }],
      ]),
    };
    const hydrate = compileHydrator({ ...shapeOf(Contact, [ID]), polymorphic: [what] });
    const parentOf = (type: string) =>
      (
        hydrate(record({ Id: '003', What: { attributes: { type }, Id: '1' } }), NO_CONTENT) as {
          what: object;
        }
      ).what;
    expect(parentOf('User')).toBeInstanceOf(User);
    expect(parentOf('User')).toEqual({ $type: 'User', id: '1' });
    expect(parentOf('Account')).toBeInstanceOf(Account);
    expect(parentOf('Account')).toEqual({ id: '1' });
    expect(parentOf('Case')).toBeNull();
    expect(hydrate(record({ Id: '003', What: null }), NO_CONTENT)).toEqual({ id: '003', what: null });
    expect(() => hydrate(record({ Id: '003', What: '006' }), NO_CONTENT)).toThrow(
      'A record of What did not arrive',
    );
  });

  it('makes handles of content, which is read from where the record came from', async () => {
    const content: EntityShape = shapeOf(Contact, [['photo', 'Photo__c', 'base64']]);
    const relation = { relationshipName: 'Related', shape: content };
    const hydrate = compileHydrator({
      ...shapeOf(Account, [['logo', 'Logo__c', 'base64']], {
        parents: [{ ...relation, property: 'parent' }],
        children: [{ ...relation, property: 'children', relationshipName: 'Children' }],
      }),
      polymorphic: [
        {
          property: 'what',
          relationshipName: 'What',
          alternatives: new Map(),
          otherwise: { tag: 'else', shape: content },
        },
      ],
    });
    const paths: string[] = [];
    const source: BinarySource = {
      open: async ({ path }) => {
        paths.push(path);
        return { bytes: async () => Buffer.from(path), stream: () => Readable.from([]) };
      },
    };
    const photo = (path: string) => record({ Photo__c: path });
    const children = { done: true, records: [photo('/child')] };
    const account = hydrate(
      record({ Logo__c: '/logo', Related: photo('/parent'), Children: children, What: photo('/what') }),
      source,
    ) as { logo: Binary; parent: { photo: Binary }; children: { photo: Binary }[]; what: { photo: Binary } };
    for (const handle of [
      account.logo,
      account.parent.photo,
      account.children[0]!.photo,
      account.what.photo,
    ]) {
      expect(handle).toBeInstanceOf(Binary);
      expect(await handle.text()).toBe(handle.url);
    }
    expect(paths).toEqual(['/logo', '/parent', '/child', '/what']);
    expect({ ...hydrate(record({ Logo__c: null, Children: null }), source) }).toMatchObject({ logo: null });
  });

  it('compiles a shape once', () => {
    const shape = shapeOf(Account, [ID]);
    expect(compileHydrator(shape)).toBe(compileHydrator(shape));
  });

  it('makes children arrays of instances, empty where there are none', () => {
    const owner = { property: 'owner', relationshipName: 'Owner', shape: shapeOf(User, [ID]) };
    const contacts = {
      property: 'contacts',
      relationshipName: 'Contacts',
      shape: shapeOf(Contact, [ID, ['lastName', 'LastName', 'string']], { parents: [owner] }),
    };
    const hydrate = compileHydrator(shapeOf(Account, [ID], { children: [contacts] }));
    const account = hydrate(
      record({
        Id: '001',
        Contacts: {
          totalSize: 2,
          done: true,
          records: [
            record({ Id: '003A', LastName: 'Ada', Owner: record({ Id: '005' }) }),
            record({ Id: '003B', LastName: 'Bo', Owner: null }),
          ],
        },
      }),
      NO_CONTENT,
    ) as Account & { contacts: Contact[] };
    expect(account.contacts.every((contact) => contact instanceof Contact)).toBe(true);
    expect(account.contacts).toEqual([
      { id: '003A', lastName: 'Ada', owner: { id: '005' } },
      { id: '003B', lastName: 'Bo', owner: null },
    ]);
    expect(hydrate(record({ Id: '001', Contacts: null }), NO_CONTENT)).toMatchObject({ contacts: [] });
    expect(hydrate(record({ Id: '001' }), NO_CONTENT)).toMatchObject({ contacts: [] });
  });

  it('gives every record an array of its own', () => {
    const contacts = { property: 'contacts', relationshipName: 'Contacts', shape: shapeOf(Contact, [ID]) };
    const hydrate = compileHydrator(shapeOf(Account, [], { children: [contacts] }));
    const [first, second] = [record({ Contacts: null }), record({ Contacts: null })].map((one) =>
      hydrate(one, NO_CONTENT),
    ) as {
      contacts: Contact[];
    }[];
    expect(first?.contacts).not.toBe(second?.contacts);
  });

  it.each<[string, unknown, string]>([
    ['a record that is text', 'text', 'A record of Account did not arrive as an object of fields.'],
    ['a record that is null', null, 'A record of Account did not arrive as an object of fields.'],
    ['a record that is a list', [], 'A record of Account did not arrive as an object of fields.'],
    [
      'a parent that is text',
      record({ Owner: '005' }),
      'A record of User did not arrive as an object of fields.',
    ],
    ['children that are a list', record({ Contacts: [] }), "The child records 'Contacts' did not arrive"],
    ['children that are text', record({ Contacts: 'x' }), "The child records 'Contacts' did not arrive"],
    [
      'the first page of children',
      record({ Contacts: { done: false, records: [] } }),
      "The child records 'Contacts' did",
    ],
    ['a datetime that is a number', record({ At: 5 }), 'The datetime field At arrived in another form.'],
    [
      'a datetime that is none',
      record({ At: 'yesterday' }),
      'The datetime field At arrived in another form.',
    ],
    [
      'a datetime of letters',
      record({ At: '2011-O7-07T00:37:00.000+0000' }),
      'The datetime field At arrived',
    ],
    ['a multi-picklist that is a list', record({ Tags: ['A'] }), 'The multi-picklist field Tags arrived in'],
  ])('refuses %s', (_, wire, message) => {
    const hydrate = compileHydrator(
      shapeOf(
        Account,
        [
          ['at', 'At', 'datetime'],
          ['tags', 'Tags', 'multipicklist'],
        ],
        {
          parents: [{ property: 'owner', relationshipName: 'Owner', shape: shapeOf(User, [ID]) }],
          children: [{ property: 'contacts', relationshipName: 'Contacts', shape: shapeOf(Contact, [ID]) }],
        },
      ),
    );
    expect(() => hydrate(wire as WireRecord, NO_CONTENT)).toThrow(InvalidResponseException);
    expect(() => hydrate(wire as WireRecord, NO_CONTENT)).toThrow(message);
  });
});

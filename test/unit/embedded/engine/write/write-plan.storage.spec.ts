import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const read = (object: string, id: string, ...fields: string[]): unknown[] =>
  Object.values(engine.records.read(engine.object(object), id, fields));

describe('WritePlanStorage', () => {
  it('tells bodies apart by their names, however those are spelt and ordered', () => {
    const ids = [
      insert('Account', { Name: 'a', Site: '1' }),
      insert('Account', { Site: '2', Name: 'b' }),
      insert('Account', { name: 'c', SITE: '3' }),
      insert('Account', { Name: 'd', Site: undefined, attributes: { type: 'Account' } }),
      insert('Account', { Name: 'e', Site: '5', Phone: undefined }),
    ];
    expect(ids.map((id) => read('Account', id, 'Name', 'Site'))).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', null],
      ['e', '5'],
    ]);
  });

  it('does not take a name with a comma for two names', () => {
    insert('Account', { Name: 'a', Site: '1' });
    expect(refusalOf(() => insert('Account', { 'Name,Site': 'x' })).message).toBe(
      "No such column 'Name,Site' on sobject of type Account",
    );
  });

  it('lets the last of two spellings win', () => {
    expect(read('Account', insert('Account', { Name: 'first', NAME: 'last' }), 'Name')).toEqual(['last']);
  });

  it('follows the catalog', () => {
    engine.catalog.define(customObject('Thing__c', [customField('Code__c', 'string')]));
    insert('Thing__c', { Code__c: 'a' });
    engine.catalog.define(
      customObject('Thing__c', [customField('Level__c', 'string', { defaultValue: 'low' })]),
    );
    expect(read('Thing__c', insert('Thing__c', { Code__c: 'b' }), 'Code__c', 'Level__c')).toEqual([
      'b',
      'low',
    ]);
  });

  it('holds out against bodies of every make', () => {
    const names = engine
      .object('Contact')
      .columns.filter(({ createable, type }) => createable === true && type === 'string')
      .map(({ name }) => name)
      .filter((name) => name !== 'LastName');
    for (let mask = 0; mask < 500; mask++) {
      const chosen = names.filter((_, place) => (mask >> place) % 2 === 1);
      const values = Object.fromEntries(chosen.map((name) => [name, name]));
      const id = insert('Contact', { LastName: 'x', ...values });
      expect(read('Contact', id, ...chosen)).toEqual(chosen);
    }
  });
});

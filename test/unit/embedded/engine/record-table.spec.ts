import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import type { ObjectSchema } from '../../../../lib/embedded/catalog/object-schema.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { RecordTable } from '../../../../lib/embedded/engine/record-table.js';
import type { SqliteStatement } from '../../../../lib/embedded/engine/sqlite-database.interface.js';
import { TableSchema } from '../../../../lib/embedded/engine/table-schema.js';
import { customField, customObject } from '../../../support/record-engine.js';

/** Remembers what was prepared last, so that SQLite can be asked how it runs it. */
class ListeningDatabase extends NodeSqliteDatabase {
  last = '';

  override prepare(sql: string): SqliteStatement {
    this.last = sql;
    return super.prepare(sql);
  }
}

describe('RecordTable', () => {
  let database: ListeningDatabase;
  let table: RecordTable;
  let thing: ObjectSchema;

  beforeEach(() => {
    database = new ListeningDatabase();
    table = new RecordTable(database, new TableSchema(database));
    thing = Catalog.standard().define(
      customObject('Thing__c', [
        customField('Code__c', 'string', { externalId: true }),
        customField('Key__c', 'string', { externalId: true, caseSensitive: true }),
        customField('Number__c', 'double', { externalId: true }),
        customField('Account__c', 'reference', { referenceTo: ['Account'], relationshipName: 'Account__r' }),
      ]),
    );
    const shared = { IsDeleted: 0, Number__c: 42, Account__c: '001Em0000000001IAA' };
    table.insert(thing, { ...shared, Id: 'one', Code__c: 'Straße', Key__c: 'abC' });
    table.insert(thing, { ...shared, Id: 'two', Code__c: 'STRASSE', Key__c: 'ABC' });
  });

  afterEach(() => database.close());

  it.each([
    ['a text whatever its case', 'Code__c', 'strasse', ['one', 'two'], 'Thing__c.Code__c (<expr>=?)'],
    ['a text whose case counts', 'Key__c', 'abC', ['one'], 'Thing__c.Key__c (Key__c=?)'],
    ['a number', 'Number__c', 42, ['one', 'two'], 'Thing__c.Number__c (Number__c=?)'],
    ['a reference', 'Account__c', '001Em0000000001IAA', ['one', 'two'], 'Thing__c.Account__c (Account__c=?)'],
  ])('finds the records that hold %s, by an index', (_what, name, value, ids, index) => {
    expect(table.idsBy(thing, thing.field(name)!, value)).toEqual(ids);
    const [step] = database.prepare(`EXPLAIN QUERY PLAN ${database.last}`).all(value);
    expect(step?.['detail']).toBe(`SEARCH Thing__c USING INDEX ${index}`);
  });
});

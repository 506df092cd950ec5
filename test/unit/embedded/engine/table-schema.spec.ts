import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { TableSchema } from '../../../../lib/embedded/engine/table-schema.js';
import { customField, customObject } from '../../../support/record-engine.js';

class Refused extends Error {}

describe('TableSchema', () => {
  let database: NodeSqliteDatabase;
  let catalog: Catalog;
  let tables: TableSchema;

  beforeEach(() => {
    database = new NodeSqliteDatabase();
    catalog = Catalog.standard();
    tables = new TableSchema(database);
  });

  afterEach(() => database.close());

  const columns = (table: string): string[] =>
    database
      .prepare('SELECT name, type, "notnull" FROM pragma_table_info(?)')
      .rows(table)
      .map(([name, type, notNull]) => `${name} ${type}${notNull ? ' NOT NULL' : ''}`);
  const indexes = (table: string): unknown[] =>
    database
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
      .rows(table)
      .map(([sql]) => String(sql).replace(/^.* ON /, ''));

  it('makes a table with a column a stored field', () => {
    const object = catalog.define(
      customObject('Thing__c', [
        customField('Count__c', 'int'),
        customField('Price__c', 'currency'),
        customField('Day__c', 'date'),
        customField('Done__c', 'boolean'),
        customField('Place__c', 'location'),
      ]),
    );
    expect(tables.exists(object)).toBe(false);
    tables.ensure(object);
    expect(tables.exists(object)).toBe(true);
    expect(columns('Thing__c')).toEqual([
      'Id TEXT NOT NULL',
      'OwnerId TEXT',
      'IsDeleted INTEGER NOT NULL',
      'Name TEXT',
      'CreatedDate TEXT',
      'CreatedById TEXT',
      'LastModifiedDate TEXT',
      'LastModifiedById TEXT',
      'SystemModstamp TEXT',
      'LastViewedDate TEXT',
      'LastReferencedDate TEXT',
      'Count__c INTEGER',
      'Price__c REAL',
      'Day__c TEXT',
      'Done__c INTEGER NOT NULL',
      'Place__Latitude__s REAL',
      'Place__Longitude__s REAL',
    ]);
  });

  it('indexes names, external ids and references', () => {
    const object = catalog.define(
      customObject('Thing__c', [
        customField('Ext__c', 'string', { externalId: true }),
        customField('Code__c', 'string', { unique: true }),
        customField('Plain__c', 'string'),
        customField('Account__c', 'reference', { referenceTo: ['Account'], relationshipName: 'Account__r' }),
      ]),
    );
    tables.ensure(object);
    expect(indexes('Thing__c').sort()).toEqual([
      '"Thing__c" ("Account__c") WHERE "Account__c" IS NOT NULL',
      '"Thing__c" ("OwnerId") WHERE "OwnerId" IS NOT NULL',
      '"Thing__c" (fold("Code__c"))',
      '"Thing__c" (fold("Ext__c"))',
      '"Thing__c" (fold("Name"))',
    ]);
  });

  it('indexes values as they are where case counts or there is none', () => {
    const object = catalog.define(
      customObject('Thing__c', [
        customField('Number__c', 'double', { externalId: true }),
        customField('Key__c', 'string', { externalId: true, unique: true, caseSensitive: true }),
      ]),
    );
    tables.ensure(object);
    expect(indexes('Thing__c')).toEqual(
      expect.arrayContaining(['"Thing__c" ("Number__c")', '"Thing__c" ("Key__c")']),
    );
  });

  it('gives objects without a recycle bin the mark all the same', () => {
    const user = catalog.get('User')!;
    expect(user.field('IsDeleted')).toBeUndefined();
    tables.ensure(user);
    expect(columns('User')).toContain('IsDeleted INTEGER NOT NULL');
  });

  it('makes a table for every standard object', () => {
    for (const object of catalog.all()) {
      tables.ensure(object);
      expect(columns(object.name).length).toBeGreaterThanOrEqual(object.columns.length);
    }
  });

  it('adds the columns of fields that were declared later, and keeps the records', () => {
    tables.ensure(catalog.define(customObject('Thing__c', [])));
    database.prepare(`INSERT INTO "Thing__c" ("Id") VALUES ('one')`).run();
    const later = catalog.define(
      customObject('Thing__c', [customField('Late__c', 'string'), customField('Flag__c', 'boolean')]),
    );
    new TableSchema(database).ensure(later);
    expect(columns('Thing__c')).toEqual(expect.arrayContaining(['Late__c TEXT', 'Flag__c INTEGER NOT NULL']));
    expect(database.prepare('SELECT "Id", "Late__c", "Flag__c" FROM "Thing__c"').rows()).toEqual([
      ['one', null, 0],
    ]);
  });

  it('makes a table again that a rollback took away', () => {
    const account = catalog.get('Account')!;
    expect(() =>
      database.transaction(() => {
        tables.ensure(account);
        throw new Refused();
      }),
    ).toThrow(Refused);
    expect(tables.exists(account)).toBe(false);
    tables.ensure(account);
    expect(tables.exists(account)).toBe(true);
  });
});

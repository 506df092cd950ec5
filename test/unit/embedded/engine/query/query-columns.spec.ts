import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryColumn } from '../../../../../lib/embedded/engine/query/query-columns.js';
import { ADA, field, QueryFixture } from './query-fixture.js';

const PLAIN = {
  aggregate: false,
  apexType: null,
  booleanType: false,
  custom: false,
  foreignKeyName: null,
  insertable: false,
  joinColumns: [],
  numberType: false,
  textType: false,
  updatable: false,
};

function column(name: string, more: Partial<QueryColumn> = {}): QueryColumn {
  return { ...PLAIN, columnName: name, displayName: name, ...more };
}

/** A text that users write. */
const TEXT = { apexType: 'String', textType: true, insertable: true, updatable: true };
const ID = { apexType: 'Id' };

/** What the Salesforce CLI asks for before it writes a table or CSV. */
describe('The columns of a query', () => {
  let org: QueryFixture;

  beforeEach(() => {
    org = new QueryFixture();
  });
  afterEach(() => org.close());

  const columns = (soql: string) => org.engine.columns(soql, { user: { id: ADA } });

  it('are its fields, with their types and what can be written', () => {
    org.define('Invoice__c', 'a00', field('Paid__c', 'boolean', { createable: true, updateable: true }));
    expect(columns('SELECT Id, Paid__c FROM Invoice__c')).toEqual({
      columnMetadata: [
        column('Id', ID),
        column('Paid__c', {
          apexType: 'Boolean',
          booleanType: true,
          custom: true,
          insertable: true,
          updatable: true,
        }),
      ],
      entityName: 'Invoice__c',
      groupBy: false,
      idSelected: true,
      keyPrefix: 'a00',
    });
  });

  it('stand inside those of parents, which appear once', () => {
    const { columnMetadata, idSelected } = columns(
      'select lastname, account.owner.name, Account.Name, account.owner.Id from contact',
    );
    expect(columnMetadata).toEqual([
      column('LastName', TEXT),
      column('Account', {
        foreignKeyName: 'AccountId',
        joinColumns: [
          column('Owner', {
            foreignKeyName: 'OwnerId',
            joinColumns: [column('Name', { apexType: 'String', textType: true }), column('Id', ID)],
          }),
          column('Name', TEXT),
        ],
      }),
    ]);
    expect(idSelected).toBe(false);
  });

  it('stand inside those of subqueries', () => {
    expect(columns('SELECT Name, (SELECT LastName FROM Contacts) FROM Account').columnMetadata).toEqual([
      column('Name', TEXT),
      column('Contacts', { aggregate: true, joinColumns: [column('LastName', TEXT)] }),
    ]);
  });

  it('are groups and the functions of them, by their aliases', () => {
    const soql =
      'SELECT CampaignId, AVG(Amount), COUNT(Account.Id) n FROM Opportunity GROUP BY CampaignId ORDER BY CampaignId';
    expect(columns(soql)).toEqual({
      columnMetadata: [
        column('CampaignId', { ...ID, insertable: true, updatable: true }),
        column('expr0', { aggregate: true, displayName: 'avg(Amount)', numberType: true }),
        column('n', { aggregate: true, displayName: 'count(Account.Id)', numberType: true }),
      ],
      entityName: 'Opportunity',
      groupBy: true,
      idSelected: false,
      keyPrefix: '006',
    });
  });

  it('take the place of the field that a function shows', () => {
    expect(columns('SELECT toLabel(StageName) FROM Opportunity').columnMetadata).toMatchObject([
      { columnName: 'StageName', displayName: 'tolabel(StageName)', aggregate: false },
    ]);
  });

  it('are a parent of whatever object', () => {
    const soql = 'SELECT TYPEOF What WHEN Account THEN Phone END FROM Task';
    expect(columns(soql).columnMetadata).toEqual([column('What', { foreignKeyName: 'WhatId' })]);
  });

  it('are none of a number of records', () => {
    expect(columns('SELECT COUNT() FROM User')).toEqual({
      columnMetadata: [],
      entityName: 'User',
      groupBy: false,
      idSelected: false,
      keyPrefix: '005',
    });
  });

  it('are refused as the query is', () => {
    expect(() => columns('SELECT Nope FROM Account')).toThrow("No such column 'Nope' on entity 'Account'.");
  });
});

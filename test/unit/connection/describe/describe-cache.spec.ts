import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordNotFoundException } from '../../../../lib/exceptions/record-not-found.exception.js';
import { SalesforceConnection } from '../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { customField, customObject } from '../../../support/record-engine.js';

const LENGTH = customField('Length__c', 'double', { precision: 18, scale: 2 });

describe('DescribeCache, by the connection it belongs to', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;

  beforeEach(async () => {
    org = await EmbeddedOrg.create();
    connection = new SalesforceConnection('default', { embedded: org });
  });
  afterEach(async () => {
    await connection.close();
    await org.close();
  });

  it('asks whether anything has changed, and gives what it has where nothing has', async () => {
    const first = await connection.describe('Account');
    const second = await connection.describe('Account');
    expect(second).toBe(first);
    expect(first.name).toBe('Account');
    expect(org.requests.lines).toEqual([
      'GET /sobjects/Account/describe 200',
      'GET /sobjects/Account/describe 304',
    ]);
  });

  it('does the same for the list of objects', async () => {
    const first = await connection.describeGlobal();
    expect(await connection.describeGlobal()).toBe(first);
    expect(org.requests.lines).toEqual(['GET /sobjects 200', 'GET /sobjects 304']);
  });

  it('gives what has changed', async () => {
    org.define([customObject('Boat__c', [])]);
    const before = await connection.describe('Boat__c');
    org.define([customObject('Boat__c', [LENGTH])]);
    const after = await connection.describe('Boat__c');
    expect(before.fields.map(({ name }) => name)).not.toContain('Length__c');
    expect(after.fields.map(({ name }) => name)).toContain('Length__c');
  });

  it('makes one call of those that are under way at once', async () => {
    const [one, other] = await Promise.all([connection.describe('Account'), connection.describe('account')]);
    expect(other).toBe(one);
    org.requests.expect('GET /sobjects/*/describe');
  });

  it('remembers no failure', async () => {
    await expect(connection.describe('Boat__c')).rejects.toThrow(RecordNotFoundException);
    org.define([customObject('Boat__c', [])]);
    expect((await connection.describe('Boat__c')).name).toBe('Boat__c');
  });
});

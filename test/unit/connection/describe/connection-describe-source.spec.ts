import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionDescribeSource } from '../../../../lib/connection/describe/connection-describe-source.js';
import { DescribeReader } from '../../../../lib/connection/describe/describe-reader.js';
import { SalesforceConnection } from '../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { customField, customObject } from '../../../support/record-engine.js';

describe('ConnectionDescribeSource', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;

  beforeEach(async () => {
    org = await EmbeddedOrg.create();
    org.define([customObject('Boat__c', [customField('Length__c', 'double', { precision: 18, scale: 2 })])]);
    connection = new SalesforceConnection('default', { embedded: org });
  });
  afterEach(async () => {
    await connection.close();
    await org.close();
  });

  it('lists the objects, without fields', async () => {
    const source = new ConnectionDescribeSource(new DescribeReader(connection));
    const boat = (await source.list()).find(({ name }) => name === 'Boat__c');
    expect(boat).toMatchObject({ label: 'Boat', labelPlural: 'Boats', custom: true, createable: true });
    expect(boat).not.toHaveProperty('fields');
    expect(boat).not.toHaveProperty('childRelationships');
  });

  it('describes them as definitions', async () => {
    const source = new ConnectionDescribeSource(new DescribeReader(connection));
    const definitions = [];
    for await (const definition of source.describe(['boat__c'])) definitions.push(definition);
    expect(definitions).toHaveLength(1);
    expect(definitions[0]?.fields.find(({ name }) => name === 'Length__c')).toMatchObject({
      type: 'double',
      precision: 18,
      scale: 2,
      custom: true,
    });
    expect(source.calls).toBe(2);
  });

  it('is opened with its first use', async () => {
    let opened = 0;
    const source = new ConnectionDescribeSource(async () => {
      opened++;
      return new DescribeReader(connection);
    });
    expect([opened, source.calls]).toEqual([0, 0]);
    await source.list();
    await source.list();
    expect([opened, source.calls]).toEqual([1, 1]);
  });
});

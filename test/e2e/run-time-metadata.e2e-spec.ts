import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  Field,
  getRepository,
  Id,
  SalesforceConnection,
  type SalesforceRepository,
  SObject,
} from '../../lib/index.js';
import { orgObject } from '../fixtures/field-pair.js';

@SObject({ custom: true, recordTypes: { Racer: 'Racing Boat' } })
class Boat {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ custom: true }) afloat!: boolean;
  @Field({ custom: true, picklist: ['Quay', { value: 'S', label: 'Shed' }] }) berth!: 'Quay' | 'S' | null;
}

const writable = { custom: true, createable: true, updateable: true } as const;

describe('what an org says of its objects', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;
  let boats: SalesforceRepository<Boat>;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({
      definitions: [
        orgObject({
          labelPlural: 'Fleet',
          recordTypes: [{ developerName: 'Racer', name: 'Racing Boat' }],
          fields: [
            { ...writable, name: 'Afloat__c', label: 'Afloat', type: 'boolean' },
            {
              ...writable,
              name: 'Berth__c',
              label: 'Place',
              type: 'picklist',
              nillable: true,
              dependentPicklist: true,
              controllerName: 'Afloat__c',
              picklistValues: [
                { value: 'Quay', label: 'Quay', validFor: 'QAAA', isDefault: true },
                { value: 'S', label: 'Shed', validFor: 'gAAA' },
              ],
            },
          ],
        }),
      ],
    });
    connection = new SalesforceConnection('default', { embedded: org });
    boats = getRepository(connection, Boat);
  });

  afterEach(async () => {
    await connection.close();
    await org.close();
  });

  it('are described by property', async () => {
    const { labelPlural, fields } = await boats.describe();
    expect(labelPlural).toBe('Fleet');
    expect(fields.berth?.label).toBe('Place');
    expect(fields.id?.type).toBe('id');
  });

  it('have values that depend on others, whatever the record type and for one', async () => {
    for (const options of [{}, { recordType: 'Racer' }, { recordType: 'Master' }]) {
      const berth = await boats.picklist('berth', options);
      expect(berth.controlledBy).toBe('Afloat__c');
      expect(berth.defaultValue).toBe('Quay');
      expect(berth.choicesFor(true)).toEqual([
        { value: 'Quay', label: 'Quay', isDefault: true, validFor: ['true'] },
      ]);
      expect(berth.choicesFor(false).map(({ label }) => label)).toEqual(['Shed']);
    }
    expect(org.requests.lines.filter((line) => line.startsWith('GET /ui-api/'))).toHaveLength(2);
  });

  it('have record types', async () => {
    const types = await boats.recordTypes();
    expect(types.map(({ developerName, name, master }) => [developerName, name, master])).toEqual([
      ['Racer', 'Racing Boat', undefined],
      ['Master', 'Master', true],
    ]);
  });

  it('are told anew only when they have changed', async () => {
    await boats.describe();
    await boats.picklist('berth');
    expect(org.requests.lines).toEqual([
      'GET /sobjects/Boat__c/describe 200',
      'GET /sobjects/Boat__c/describe 304',
    ]);
  });
});

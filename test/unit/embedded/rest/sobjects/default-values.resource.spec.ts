import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FieldType } from '../../../../../lib/protocol/field-type.type.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { OrgClient } from '../../../../support/org-client.js';

function fieldWithDefault(name: string, type: FieldType, defaultValueFormula: string): FieldDefinition {
  const writable = { createable: true, nillable: true, defaultedOnCreate: true };
  return { name, label: name, type, custom: true, ...writable, defaultValueFormula };
}

describe('default values resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('gives what a new record holds', async () => {
    const { body } = await client.get('/sobjects/Lead/defaultValues?fields=Status,Company,IsConverted');
    expect(body).toEqual({
      attributes: { type: 'Lead' },
      Status: 'Open - Not Contacted',
      Company: null,
      IsConverted: false,
    });
  });

  it('gives defaults that are formulas as far as these are constants', async () => {
    client.org.define([
      {
        name: 'Boat__c',
        label: 'Boat',
        labelPlural: 'Boats',
        keyPrefix: null,
        custom: true,
        createable: true,
        updateable: true,
        deletable: true,
        queryable: true,
        fields: [
          fieldWithDefault('Port__c', 'string', '"Kiel"'),
          fieldWithDefault('Price__c', 'currency', '0'),
          fieldWithDefault('Built__c', 'date', 'TODAY()'),
        ],
      },
    ]);
    const { body } = await client.get('/sobjects/Boat__c/defaultValues?fields=Port__c,Price__c,Built__c');
    expect(body).toMatchObject({ Port__c: 'Kiel', Price__c: 0, Built__c: null });
  });

  it('refuses a field that there is not', async () => {
    expect(await client.get('/sobjects/Lead/defaultValues?fields=Nothing')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Nothing' on sobject of type Lead" }],
    });
  });
});

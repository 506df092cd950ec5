import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

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

  it('refuses a field that there is not', async () => {
    expect(await client.get('/sobjects/Lead/defaultValues?fields=Nothing')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Nothing' on sobject of type Lead" }],
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('limits resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('counts the calls that are made', async () => {
    await client.get('/sobjects');
    const { status, headers, body } = await client.get('/limits');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      DailyApiRequests: { Max: 100_000, Remaining: 99_998 },
      DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
    });
    expect(headers['sforce-limit-info']).toBe('api-usage=2/100000');
  });

  it('counts each call of a batch', async () => {
    await client.post('/composite/batch', {
      batchRequests: [
        { method: 'GET', url: 'v67.0/limits' },
        { method: 'GET', url: 'v67.0/sobjects/Account/describe' },
      ],
    });
    await client.post('/composite', {
      compositeRequest: [
        { method: 'GET', url: '/services/data/v67.0/limits', referenceId: 'a' },
        { method: 'GET', url: '/services/data/v67.0/limits', referenceId: 'b' },
      ],
    });
    const { headers } = await client.get('/limits');
    expect(headers['sforce-limit-info']).toBe('api-usage=4/100000');
  });

  it('nests the limit of custom permission sets', async () => {
    const { body } = await client.get('/limits');
    expect(body).toMatchObject({
      PermissionSets: { Max: 1500, CreateCustom: { Max: 1000, Remaining: 1000 } },
    });
  });

  it('counts records of the objects asked for, without those it does not know', async () => {
    await client.create('Account', { Name: 'Acme' });
    const { body } = await client.get('/limits/recordCount?sObjects=account,Contact,Nothing');
    expect(body).toEqual({
      sObjects: [
        { count: 1, name: 'Account' },
        { count: 0, name: 'Contact' },
      ],
    });
  });

  it('counts records of every object that has any', async () => {
    await client.create('Account', { Name: 'Acme' });
    const { body } = await client.get<{ sObjects: unknown[] }>('/limits/recordCount');
    expect(body.sObjects).toContainEqual({ count: 1, name: 'Account' });
    expect(body.sObjects).not.toContainEqual({ count: 0, name: 'Contact' });
  });
});

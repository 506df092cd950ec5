import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const NOT_FOUND = [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }];

describe('an object that a user may not see', () => {
  let client: OrgClient;
  let account: string;

  beforeEach(async () => {
    client = await OrgClient.open();
    account = await client.create('Account', { Name: 'Acme' });
    const secret = await client.create('Case', { Subject: 'Secret', AccountId: account });
    await client.get(`/sobjects/Case/${secret}`, { headers: { 'sforce-mru': 'updateMru=true' } });
    client.org.setPermissions('admin@example.com', { objects: { Case: { read: false } } });
  });
  afterEach(() => client.close());

  it.each([
    '/search/layout?q=Case',
    '/compactLayouts?q=Account,Case',
    '/sobjects/Case/describe',
    '/sobjects/Case/listviews',
    '/quickActions/NewCase',
    '/quickActions/NewCase/describe',
  ])('has no %s', async (path) => {
    expect(await client.get(path)).toMatchObject({ status: 404, body: NOT_FOUND });
  });

  it('is at the end of no relationship', async () => {
    expect(await client.get(`/sobjects/Account/${account}/Cases`)).toMatchObject({
      status: 404,
      body: NOT_FOUND,
    });
  });

  it('is in no list', async () => {
    const text = async (path: string): Promise<string> => JSON.stringify((await client.get(path)).body);
    expect(await text('/tabs')).not.toContain('Case');
    expect(await text('/theme')).not.toContain('"Case"');
    expect(await text('/quickActions')).not.toContain('NewCase');
    expect(await text('/ui-api/object-info')).not.toContain('"Case"');
    expect(await text('/recent')).not.toContain('Case');
    expect(await text('/search/scopeOrder')).not.toContain('Case');
    expect((await client.get('/limits/recordCount')).body).toMatchObject({
      sObjects: expect.not.arrayContaining([expect.objectContaining({ name: 'Case' })]),
    });
    expect((await client.get('/limits/recordCount?sObjects=Account,Case')).body).toEqual({
      sObjects: [{ count: 1, name: 'Account' }],
    });
  });

  it('is not supported by the user interface API', async () => {
    expect(await client.get('/ui-api/object-info/Case')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE', message: 'Object [[Case]] is not supported in UI API' }],
    });
  });
});

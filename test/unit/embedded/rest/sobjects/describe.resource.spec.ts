import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DescribeGlobalResult,
  DescribeSObjectResult,
} from '../../../../../lib/protocol/describe.interface.js';
import { OrgClient } from '../../../../support/org-client.js';

describe('describe resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('describes an object', async () => {
    const { status, body } = await client.get<DescribeSObjectResult>('/sobjects/Account/describe');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Account', keyPrefix: '001', custom: false });
    expect(body.fields.find(({ name }) => name === 'Name')).toMatchObject({
      type: 'string',
      length: 255,
      nillable: false,
      label: 'Account Name',
    });
    expect(body.urls).toMatchObject({ rowTemplate: '/services/data/v67.0/sobjects/Account/{ID}' });
  });

  it('lists all objects', async () => {
    const { body } = await client.get<DescribeGlobalResult>('/services/data/v50.0/sobjects/');
    expect(body).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 });
    expect(body.sobjects.find(({ name }) => name === 'Contact')).toMatchObject({
      keyPrefix: '003',
      createable: true,
      urls: { describe: '/services/data/v50.0/sobjects/Contact/describe' },
    });
  });

  it('says in short what an object is', async () => {
    const { body } = await client.get('/sobjects/Account');
    expect(body).toMatchObject({ objectDescribe: { name: 'Account', label: 'Account' }, recentItems: [] });
  });

  it.each(['/sobjects/Whizbang/describe', '/sobjects/Whizbang'])('does not know %s', async (path) => {
    expect(await client.get(path)).toMatchObject({
      status: 404,
      body: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }],
    });
  });
});

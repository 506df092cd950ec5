import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('sObject relationships', () => {
  let client: OrgClient;
  let parent: string;
  let account: string;
  let contact: string;

  beforeEach(async () => {
    client = await OrgClient.open();
    parent = await client.create('Account', { Name: 'Holding' });
    account = await client.create('Account', { Name: 'Acme', ParentId: parent });
    contact = await client.create('Contact', { LastName: 'Roe', AccountId: account });
  });
  afterEach(() => client.close());

  it('leads to a parent', async () => {
    expect(await client.get(`/sobjects/Contact/${contact}/account?fields=Name`)).toMatchObject({
      status: 200,
      body: {
        attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${account}` },
        Name: 'Acme',
      },
    });
  });

  it('leads through parents', async () => {
    const { body } = await client.get(`/sobjects/Contact/${contact}/Account/Parent/Owner?fields=Username`);
    expect(body).toMatchObject({ attributes: { type: 'User' }, Username: 'admin@example.com' });
  });

  it('leads to children, as the result of a query', async () => {
    expect((await client.get(`/sobjects/Account/${account}/Contacts?fields=LastName,Email`)).body).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Contact', url: `/services/data/v67.0/sobjects/Contact/${contact}` },
          LastName: 'Roe',
          Email: null,
        },
      ],
    });
    const { body } = await client.get(`/sobjects/Contact/${contact}/Account/Parent/ChildAccounts`);
    expect(body).toMatchObject({ totalSize: 1, records: [{ Id: account, Name: 'Acme', ParentId: parent }] });
  });

  it('leads to no children where there are none', async () => {
    expect(await client.get(`/sobjects/Account/${parent}/Contacts`)).toMatchObject({
      status: 200,
      body: { totalSize: 0, done: true, records: [] },
    });
  });

  it.each([
    ['an empty lookup', () => `/sobjects/Account/${parent}/Parent`],
    ['a relationship that is none', () => `/sobjects/Account/${account}/Bacon__r`],
    ['children before the end', () => `/sobjects/Account/${account}/Contacts/Account`],
    ['a record that is not there', () => '/sobjects/Account/001000000000001AAA/Contacts'],
    [
      'more than five of them',
      () => `/sobjects/Account/${account}/Parent/Owner/Manager/Manager/Manager/Manager`,
    ],
  ])('leads nowhere by %s', async (_what, path) => {
    expect(await client.get(path())).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
  });

  it('changes and deletes a parent', async () => {
    expect((await client.patch(`/sobjects/Contact/${contact}/Account`, { Name: 'Acme Ltd' })).status).toBe(
      204,
    );
    expect((await client.patch(`/sobjects/Contact/${contact}/Account/Parent`, { Site: 'HQ' })).status).toBe(
      204,
    );
    expect(await client.query('SELECT Name, Site FROM Account ORDER BY Name')).toMatchObject([
      { Name: 'Acme Ltd', Site: null },
      { Name: 'Holding', Site: 'HQ' },
    ]);
    expect((await client.delete(`/sobjects/Account/${account}/Parent`)).status).toBe(204);
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme Ltd' }]);
  });

  it('does not change children', async () => {
    expect(await client.patch(`/sobjects/Account/${account}/Contacts`, { LastName: 'X' })).toMatchObject({
      status: 405,
      body: [
        { errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'PATCH' not allowed. Allowed are HEAD,GET" },
      ],
    });
  });

  it('is not taken for where a field is named like an id', async () => {
    const order = await client.create('WorkOrder', { Subject: 'Repair' });
    const [{ WorkOrderNumber: number }] = (await client.query('SELECT WorkOrderNumber FROM WorkOrder')) as [
      { WorkOrderNumber: string },
    ];
    expect((await client.get(`/sobjects/WorkOrder/WorkOrderNumber/${number}?fields=Id`)).body).toMatchObject({
      Id: order,
    });
  });
});

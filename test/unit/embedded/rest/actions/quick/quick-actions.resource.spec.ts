import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

describe('quick action resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('list the actions of a new org', async () => {
    const { body } = await client.get<readonly { name: string }[]>('/services/data/v60.0/quickActions');
    expect(body[0]).toEqual({
      actionEnumOrId: expect.stringMatching(/^09D\w{12}$/),
      label: 'Log a Call',
      name: 'LogACall',
      type: 'LogACall',
      urls: {
        defaultValues: '/services/data/v60.0/quickActions/LogACall/defaultValues',
        quickAction: '/services/data/v60.0/quickActions/LogACall',
        describe: '/services/data/v60.0/quickActions/LogACall/describe',
        defaultValuesTemplate: '/services/data/v60.0/quickActions/LogACall/defaultValues/{ID}',
      },
    });
    expect(body.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['NewAccount', 'NewCase', 'NewContact', 'NewEvent', 'NewLead', 'NewTask']),
    );
  });

  it('list them for an object', async () => {
    const { body } = await client.get('/sobjects/Account/quickActions/');
    expect(body).toContainEqual(
      expect.objectContaining({
        name: 'NewContact',
        urls: expect.objectContaining({
          quickAction: '/services/data/v67.0/sobjects/Account/quickActions/NewContact',
        }) as unknown,
      }),
    );
    expect((await client.get('/sobjects/Whizbang/quickActions')).status).toBe(404);
  });

  it('describe an action with its form', async () => {
    const { body } = await client.get<{
      layout: { layoutRows: { layoutItems: { layoutComponents: { value: string }[] }[] }[] };
    }>('/quickActions/NewLead/describe');
    expect(body).toMatchObject({ label: 'New Lead', targetSobjectType: 'Lead', type: 'Create' });
    const fields = body.layout.layoutRows.map((row) => row.layoutItems[0]?.layoutComponents[0]?.value);
    expect(fields).toEqual(['FirstName', 'LastName', 'Company', 'Phone', 'Email']);
  });

  it('give the default values as recorded', async () => {
    const [user] = await client.query<{ Id: string }>(
      "SELECT Id FROM User WHERE Username = 'admin@example.com'",
    );
    expect((await client.get('/quickActions/NewTask/defaultValues')).body).toEqual({
      attributes: { type: 'Task' },
      Subject: null,
      ActivityDate: null,
      WhoId: null,
      WhatId: null,
      OwnerId: user!.Id,
      Status: 'Not Started',
    });
  });

  it('tie a record to the one the action is run on', async () => {
    const account = await client.create('Account', { Name: 'Acme' });
    const defaults = await client.get(`/sobjects/Account/quickActions/NewContact/defaultValues/${account}`);
    expect(defaults.body).toMatchObject({ AccountId: account, LastName: null });
    const { status, body } = await client.post<{ id: string }>('/sobjects/Account/quickActions/NewContact', {
      contextId: account,
      record: { LastName: 'Doe' },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      contextId: account,
      created: true,
      errors: [],
      feedItemIds: [],
      id: body.id,
      success: true,
    });
    expect(await client.query('SELECT Id, AccountId FROM Contact')).toMatchObject([
      { Id: body.id, AccountId: account },
    ]);
  });

  it('log a call', async () => {
    const { status } = await client.post('/quickActions/LogACall', { record: { Description: 'Spoke' } });
    expect(status).toBe(201);
    expect(await client.query('SELECT Subject, Status, Description FROM Task')).toMatchObject([
      { Subject: 'Call', Status: 'Completed', Description: 'Spoke' },
    ]);
  });

  it('refuse what the record would be refused for', async () => {
    expect(await client.post('/quickActions/NewContact', { record: {} })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]' }],
    });
    expect(await client.post('/quickActions/NewContact', {})).toMatchObject({ status: 400 });
    expect((await client.get('/quickActions/Nothing')).status).toBe(404);
  });
});

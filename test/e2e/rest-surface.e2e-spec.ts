import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jsforce, { type Connection } from 'jsforce';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';

const VERSION = '67.0';
const ROOT = `/services/data/v${VERSION}`;

interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The REST resources around records, as jsforce and plain HTTP calls use them. */
describe('REST surface of the embedded org', () => {
  let org: EmbeddedOrg;
  let url: string;
  let connection: Connection;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({
      clock: () => new Date('2026-06-01T12:00:00Z'),
      apexRest: {
        'GET /accounts': ({ org: records }) => records.query('SELECT Name FROM Account ORDER BY Name'),
        'POST /accounts': ({ body, org: records }) =>
          records.insert('Account', body as Readonly<Record<string, unknown>>),
      },
      actions: { 'custom/apex/Greet': ({ name }) => ({ greeting: `Hello ${String(name)}` }) },
    });
    ({ url } = await org.listen());
    connection = new jsforce.Connection({
      instanceUrl: url,
      accessToken: org.accessToken,
      version: VERSION,
      logLevel: 'FATAL',
    });
  });
  afterEach(() => org.close());

  async function call<Body>(
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Reply<Body>> {
    const response = await fetch(`${url}${path.startsWith('/services') ? path : ROOT + path}`, {
      method,
      headers: {
        authorization: `Bearer ${org.accessToken}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text && JSON.parse(text)) as Body };
  }

  it('describes objects once, as long as they stay the same', async () => {
    const first = await call<{ name: string }>('GET', '/sobjects/Account/describe');
    expect(first).toMatchObject({ status: 200, body: { name: 'Account' } });
    const tag = first.headers.get('etag')!;
    const again = await call('GET', '/sobjects/Account/describe', { headers: { 'if-none-match': tag } });
    expect(again).toMatchObject({ status: 304, body: '' });
    const since = { 'if-modified-since': 'Mon, 01 Jun 2026 12:00:00 GMT' };
    expect((await call('GET', '/sobjects', { headers: since })).status).toBe(304);
    const before = { 'if-modified-since': 'Mon, 01 Jun 2026 11:59:59 GMT' };
    expect((await call('GET', '/sobjects', { headers: before })).status).toBe(200);
  });

  it('is described to jsforce in every way that it asks', async () => {
    const contact = connection.sobject('Contact');
    expect(await connection.describeGlobal()).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 });
    expect(await contact.describe()).toMatchObject({ name: 'Contact', keyPrefix: '003' });
    expect(await contact.layouts()).toMatchObject({ recordTypeSelectorRequired: [false] });
    expect(await contact.compactLayouts()).toMatchObject({ compactLayouts: [{ name: 'SYSTEM' }] });
    expect(await contact.approvalLayouts()).toEqual({ approvalLayouts: [] });
    expect(await connection.tabs()).toEqual(
      expect.arrayContaining([expect.objectContaining({ sobjectName: 'Account' })]),
    );
    expect(await connection.theme()).toHaveProperty('themeItems');
    expect(await connection.limits()).toHaveProperty('DailyApiRequests');
    await expect(contact.layouts('Nothing')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('runs quick actions', async () => {
    const account = await connection.sobject('Account').create({ Name: 'Acme' });
    expect(await connection.quickActions()).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'LogACall', type: 'LogACall' })]),
    );
    const action = connection.sobject('Account').quickAction('NewContact');
    expect(await action.describe()).toMatchObject({ targetSobjectType: 'Contact' });
    expect(await action.defaultValues(account.id!)).toMatchObject({ AccountId: account.id });
    expect(await action.execute(account.id!, { LastName: 'Doe' })).toMatchObject({
      success: true,
      created: true,
    });
    expect(await connection.query('SELECT Account.Name FROM Contact')).toMatchObject({
      records: [{ Account: { Name: 'Acme' } }],
    });
  });

  it('has no workflow rules', async () => {
    expect(await connection.process.rule.list()).toEqual({});
    expect(await connection.process.rule.trigger('001000000000001')).toMatchObject({ success: true });
  });

  it('answers Apex REST calls by its handlers', async () => {
    const id = await connection.apex.post<string>('/accounts', { Name: 'Acme' });
    expect(id).toMatch(/^001/);
    expect(await connection.apex.get('/accounts')).toMatchObject([{ Name: 'Acme' }]);
    await expect(connection.apex.get('/nothing')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'Could not find a match for URL',
    });
    const greeted = await call('POST', '/actions/custom/apex/Greet', {
      body: { inputs: [{ name: 'World' }] },
    });
    expect(greeted.body).toEqual([
      { actionName: 'Greet', errors: null, isSuccess: true, outputValues: { greeting: 'Hello World' } },
    ]);
  });

  it('shows its metadata to the Tooling API', async () => {
    const { tooling } = connection;
    expect(await tooling.describeGlobal()).toMatchObject({
      sobjects: expect.arrayContaining([expect.objectContaining({ name: 'FieldDefinition' })]) as unknown,
    });
    expect(await tooling.describe('CustomField')).toMatchObject({ name: 'CustomField' });
    expect(
      await tooling.query(
        "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' AND DataType = 'Picklist' AND QualifiedApiName = 'Industry'",
      ),
    ).toMatchObject({ totalSize: 1, records: [{ QualifiedApiName: 'Industry' }] });
    expect(await tooling.executeAnonymous('System.debug(1);')).toMatchObject({ compiled: false });
    const field = await tooling.create('CustomField', {
      FullName: 'Account.Tier__c',
      Metadata: { label: 'Tier', type: 'Text', length: 20 },
    });
    expect(field).toMatchObject({ success: true });
    const { id } = await connection.sobject('Account').create({ Name: 'Acme', Tier__c: 'Gold' });
    expect(await connection.sobject('Account').retrieve(id!)).toMatchObject({ Tier__c: 'Gold' });
  });

  it('creates trees and graphs of records', async () => {
    const tree = await call('POST', '/composite/tree/Account', {
      body: {
        records: [
          {
            attributes: { type: 'Account', referenceId: 'a' },
            Name: 'Acme',
            Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: 'Doe' }] },
          },
        ],
      },
    });
    expect(tree).toMatchObject({ status: 201, body: { hasErrors: false } });
    const graph = await call('POST', '/composite/graph', {
      body: {
        graphs: [
          {
            graphId: 'one',
            compositeRequest: [
              { method: 'POST', url: `${ROOT}/sobjects/Account`, referenceId: 'a', body: { Name: 'Beta' } },
              {
                method: 'POST',
                url: `${ROOT}/sobjects/Contact`,
                referenceId: 'c',
                body: { LastName: 'Roe', AccountId: '@{a.id}' },
              },
            ],
          },
        ],
      },
    });
    expect(graph).toMatchObject({ status: 200, body: { graphs: [{ isSuccessful: true }] } });
    const { records } = await connection.query(
      'SELECT Account.Name, LastName FROM Contact ORDER BY LastName',
    );
    expect(records).toMatchObject([
      { Account: { Name: 'Acme' }, LastName: 'Doe' },
      { Account: { Name: 'Beta' }, LastName: 'Roe' },
    ]);
  });

  it('says which records changed', async () => {
    const { id } = await connection.sobject('Account').create({ Name: 'Acme' });
    const span = [new Date('2026-06-01T11:00:00Z'), new Date('2026-06-01T13:00:00Z')] as const;
    expect(await connection.sobject('Account').updated(...span)).toEqual({
      ids: [id],
      latestDateCovered: '2026-06-01T12:00:00.000+0000',
    });
    await connection.sobject('Account').destroy(id!);
    expect(await connection.sobject('Account').deleted(...span)).toMatchObject({
      deletedRecords: [{ id, deletedDate: '2026-06-01T12:00:00.000+0000' }],
    });
  });

  it('does not know in older versions what came later', async () => {
    for (const [path, since] of [
      ['composite/graph', 50],
      ['composite/sobjects', 42],
      ['ui-api/object-info/Account', 41],
      ['composite/tree/Account', 34],
    ] as const) {
      const older = await call<[{ errorCode: string }]>('POST', `/services/data/v${since - 1}.0/${path}`, {
        body: {},
      });
      expect([path, older.status, older.body[0].errorCode]).toEqual([path, 404, 'NOT_FOUND']);
    }
  });

  it.each([
    '/chatter/feeds/news/me/feed-elements',
    '/connect/communities/none',
    '/analytics/reports',
    '/wave/datasets',
    '/event/eventSchema/none',
    '/metadata/deployRequest/none',
    '/knowledgeManagement/settings',
    '/licensing/platformusages',
    '/consent/action/email',
    '/support/dataCategoryGroups',
    '/nouns',
  ])('answers %s as an org without the feature', async (path) => {
    expect(await call('GET', path)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
  });
});

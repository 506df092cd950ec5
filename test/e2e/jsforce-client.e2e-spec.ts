import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jsforce, { type Connection } from 'jsforce';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';

const USER = { username: 'admin@example.com', password: 'p&ss <word>' };

interface ContactRow {
  readonly Id: string;
  readonly LastName: string;
  readonly Account: { readonly Name: string } | null;
}

/** The real jsforce, unchanged, against the embedded org over HTTP: what it can do with a Salesforce org it can do here. */
describe('jsforce on the embedded org', () => {
  let org: EmbeddedOrg;
  let url: string;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({
      user: USER,
      apexRest: {
        'GET /Accounts/:name': ({ params, org: records }) =>
          records.query(`SELECT Name FROM Account WHERE Name = '${params['name']}'`),
        'POST /Accounts': ({ body, org: records }) =>
          records.insert('Account', body as Record<string, unknown>),
      },
    });
    ({ url } = await org.listen());
  });
  afterEach(() => org.close());

  async function oauthConnection(): Promise<Connection> {
    const oauth2 = { loginUrl: url, clientId: 'any', clientSecret: 'any' };
    const connection = new jsforce.Connection({ oauth2, loginUrl: url, version: '67.0', logLevel: 'FATAL' });
    await connection.login(USER.username, USER.password);
    return connection;
  }

  describe('signing in', () => {
    it('takes the OAuth password flow', async () => {
      const connection = await oauthConnection();
      expect(connection.instanceUrl).toBe(url);
      expect(connection.userInfo).toMatchObject({ organizationId: org.organizationId });
      expect(await connection.identity()).toMatchObject({
        username: USER.username,
        organization_id: org.organizationId,
      });
    });

    it('takes SOAP login, and logs out', async () => {
      const connection = new jsforce.Connection({ loginUrl: url, logLevel: 'FATAL' });
      const { organizationId } = await connection.login(USER.username, USER.password);
      expect(organizationId).toBe(org.organizationId);
      expect(connection.instanceUrl).toBe(url);
      const { accessToken } = connection;
      expect(await connection.query('SELECT Id FROM Account')).toMatchObject({ totalSize: 0 });
      await connection.logout();
      const stale = new jsforce.Connection({
        instanceUrl: url,
        accessToken: accessToken!,
        logLevel: 'FATAL',
      });
      await expect(stale.query('SELECT Id FROM Account')).rejects.toMatchObject({
        errorCode: 'INVALID_SESSION_ID',
      });
    });

    it('refuses a wrong password in both', async () => {
      const oauth2 = { loginUrl: url, clientId: 'any', clientSecret: 'any' };
      const oauth = new jsforce.Connection({ oauth2, loginUrl: url, logLevel: 'FATAL' });
      await expect(oauth.login(USER.username, 'wrong')).rejects.toMatchObject({
        name: 'invalid_grant',
        message: 'authentication failure',
      });
      const soap = new jsforce.Connection({ loginUrl: url, logLevel: 'FATAL' });
      await expect(soap.login(USER.username, 'wrong')).rejects.toThrow(
        'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
      );
    });

    it('renews a session that was revoked midway', async () => {
      const oauth2 = { loginUrl: url, clientId: 'app' };
      const connection = new jsforce.Connection({
        oauth2,
        instanceUrl: url,
        refreshToken: org.approve('app'),
        logLevel: 'FATAL',
      });
      await connection.sobject('Account').create({ Name: 'Before' });
      org.endSessions();
      await connection.sobject('Account').create({ Name: 'After' });
      expect(await connection.sobject('Account').find({}, ['Name']).sort('Name')).toMatchObject([
        { Name: 'After' },
        { Name: 'Before' },
      ]);
    });

    it('fails with a revoked session that it cannot renew', async () => {
      const connection = new jsforce.Connection({
        instanceUrl: url,
        accessToken: org.accessToken,
        logLevel: 'FATAL',
      });
      await connection.query('SELECT Id FROM Account');
      org.endSessions();
      await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
        errorCode: 'INVALID_SESSION_ID',
        message: 'Session expired or invalid',
      });
    });
  });

  it('creates, reads, updates, upserts and deletes a record', async () => {
    const connection = await oauthConnection();
    const created = await connection.sobject('Account').create({ Name: 'Acme', Industry: 'Energy' });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id!;
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Id: id, Industry: 'Energy' });
    await connection.sobject('Account').update({ Id: id, Industry: 'Banking' });
    expect(await connection.sobject('Account').findOne({ Id: id }, ['Industry'])).toMatchObject({
      Industry: 'Banking',
    });

    const contacts = connection.sobject('Contact');
    const email = encodeURIComponent('jane@example.com');
    const inserted = await contacts.upsert({ LastName: 'Doe', Email: email, AccountId: id }, 'Email');
    expect(inserted).toMatchObject({ success: true, created: true });
    const updated = await contacts.upsert({ LastName: 'Roe', Email: email }, 'Email');
    expect(updated).toMatchObject({ id: inserted.id, success: true, created: false });
    const { records } = await connection.query<ContactRow>('SELECT LastName, Account.Name FROM Contact');
    expect(records).toMatchObject([{ LastName: 'Roe', Account: { Name: 'Acme' } }]);

    await connection.sobject('Account').destroy(id);
    await expect(connection.sobject('Account').retrieve(id)).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
  });

  it('writes many records in one call, and learns which failed', async () => {
    const connection = await oauthConnection();
    const results = await connection.sobject('Contact').create([{ LastName: 'One' }, { FirstName: 'Two' }]);
    expect(results).toMatchObject([
      { success: true },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }] },
    ]);
  });

  it('fetches every page of a query by itself, parents included', async () => {
    org.seed({
      records: [
        {
          attributes: { type: 'Account' },
          Name: 'Acme',
          Contacts: {
            records: Array.from({ length: 4500 }, (_, index) => ({
              attributes: { type: 'Contact' },
              LastName: `Doe ${index}`,
            })),
          },
        },
      ],
    });
    const connection = await oauthConnection();
    const rows = await connection
      .query<ContactRow>('SELECT Id, LastName, Account.Name FROM Contact')
      .run({ autoFetch: true, maxFetch: 10_000 });
    expect(rows.totalSize).toBe(4500);
    expect(new Set(rows.records.map(({ LastName }) => LastName)).size).toBe(4500);
    expect(rows.records.every(({ Account }) => Account?.Name === 'Acme')).toBe(true);
  });

  it('describes the org and counts the calls', async () => {
    const connection = await oauthConnection();
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account', 'Contact', 'Opportunity']),
    );
    const account = await connection.describe('Account');
    expect(account.fields.find(({ name }) => name === 'OwnerId')).toMatchObject({
      type: 'reference',
      relationshipName: 'Owner',
    });
    expect(await connection.limits()).toMatchObject({
      DailyApiRequests: { Max: 100_000, Remaining: 99_997 },
    });
    expect(connection.limitInfo).toMatchObject({ apiUsage: { used: 3, limit: 100_000 } });
  });

  it('learns what the org refuses, in the words of the platform', async () => {
    const connection = await oauthConnection();
    await expect(connection.query('SELECT Nome FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: expect.stringContaining("No such column 'Nome' on entity 'Account'."),
    });
    await expect(connection.sobject('Account').create({ Name: 'x'.repeat(300) })).rejects.toMatchObject({
      errorCode: 'STRING_TOO_LONG',
    });
    await expect(connection.sobject('Account').retrieve('001000000000001AAAA')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
    });
  });

  it('reads, upserts and deletes many records in one call', async () => {
    const connection = await oauthConnection();
    const contacts = connection.sobject('Contact');
    const upserted = await contacts.upsert(
      [
        { Email: 'jane@example.com', LastName: 'Doe' },
        { Email: 'john@example.com', LastName: 'Roe' },
      ],
      'Email',
    );
    expect(upserted).toEqual([
      { id: '003Em0000000001IAA', success: true, errors: [], created: true },
      { id: '003Em0000000002IAA', success: true, errors: [], created: true },
    ]);
    const ids = ['003Em0000000001IAA', '003Em0000000002IAA'];
    expect(await contacts.retrieve(ids)).toMatchObject([{ LastName: 'Doe' }, { LastName: 'Roe' }]);
    expect(await contacts.update(ids.map((Id) => ({ Id, Title: 'CEO' })))).toMatchObject([
      { success: true },
      { success: true },
    ]);
    expect(await contacts.find({ Title: 'CEO' }, ['Email']).sort('Email').limit(1)).toMatchObject([
      { Email: 'jane@example.com' },
    ]);
    expect(await contacts.destroy(ids)).toMatchObject([{ success: true }, { success: true }]);
    expect(await contacts.count()).toBe(0);
  });

  it('updates and deletes what a query finds', async () => {
    org.seed({ Account: [{ Name: 'Acme' }, { Name: 'Umbrella' }, { Name: 'Initech' }] });
    const connection = await oauthConnection();
    const accounts = connection.sobject('Account');
    const updated = await accounts
      .find({ Name: { $in: ['Acme', 'Umbrella'] } })
      .update({ Site: '${Name} HQ' });
    expect(updated).toMatchObject([{ success: true }, { success: true }]);
    expect(await accounts.find({ Site: { $ne: null } }, ['Site']).sort('Site')).toMatchObject([
      { Site: 'Acme HQ' },
      { Site: 'Umbrella HQ' },
    ]);
    expect(await accounts.find({ Name: { $like: 'I%' } }).destroy()).toMatchObject([{ success: true }]);
    expect(await accounts.count()).toBe(2);
  });

  it('includes children', async () => {
    org.seed({
      records: [
        {
          attributes: { type: 'Account' },
          Name: 'Acme',
          Contacts: { records: [{ attributes: { type: 'Contact' }, LastName: 'Doe' }] },
        },
      ],
    });
    const connection = await oauthConnection();
    const [acme] = await connection
      .sobject('Account')
      .find({}, ['Name'])
      .include('Contacts')
      .select('LastName')
      .end();
    expect(acme).toMatchObject({
      Name: 'Acme',
      Contacts: { totalSize: 1, records: [{ LastName: 'Doe' }] },
    });
  });

  it('follows pages and explains queries', async () => {
    org.seed({ Lead: Array.from({ length: 2001 }, (_, index) => ({ LastName: `L${index}`, Company: 'x' })) });
    const connection = await oauthConnection();
    const first = await connection.query('SELECT Id FROM Lead');
    expect(first).toMatchObject({ totalSize: 2001, done: false });
    expect(first.records).toHaveLength(2000);
    expect(await connection.queryMore(first.nextRecordsUrl!)).toMatchObject({
      done: true,
      records: [{ attributes: { type: 'Lead' } }],
    });
    const { plans } = await connection.query("SELECT Id FROM Lead WHERE Id = '00Q000000000000EAA'").explain();
    expect(plans[0]).toMatchObject({ leadingOperationType: 'Index' });
  });

  it('sees deleted records, and learns what was updated and deleted', async () => {
    const connection = await oauthConnection();
    const accounts = connection.sobject('Account');
    const { id: kept } = await accounts.create({ Name: 'Kept' });
    const { id: gone } = await accounts.create({ Name: 'Gone' });
    await accounts.destroy(gone!);
    const all = await connection.query('SELECT Name FROM Account ORDER BY Name', { scanAll: true });
    expect(all.records).toMatchObject([{ Name: 'Gone' }, { Name: 'Kept' }]);
    const [start, end] = [Date.now() - 3_600_000, Date.now() + 60_000].map((time) => new Date(time));
    expect(await accounts.updated(start!, end!)).toMatchObject({ ids: [kept] });
    expect(await accounts.deleted(start!, end!)).toMatchObject({ deletedRecords: [{ id: gone }] });
  });

  it('searches', async () => {
    org.seed({ Account: [{ Name: 'Acme' }], Contact: [{ LastName: 'Acme' }] });
    const connection = await oauthConnection();
    const { searchRecords } = await connection.search(
      'FIND {Acme} RETURNING Account(Name), Contact(LastName)',
    );
    expect(searchRecords).toMatchObject([
      { attributes: { type: 'Account' }, Name: 'Acme' },
      { attributes: { type: 'Contact' }, LastName: 'Acme' },
    ]);
  });

  it('lists what was used recently', async () => {
    const connection = await oauthConnection();
    await connection.sobject('Account').create({ Name: 'Acme' });
    await connection.query('SELECT Id FROM Account FOR VIEW');
    expect(await connection.recent()).toMatchObject([{ attributes: { type: 'Account' }, Name: 'Acme' }]);
    expect(await connection.sobject('Account').recent()).toMatchObject([{ Name: 'Acme' }]);
  });

  it('describes layouts, actions, tabs and themes, and keeps what it was told', async () => {
    const connection = await oauthConnection();
    const account = connection.sobject('Account');
    const described = await account.describe$();
    expect(await account.describe$()).toBe(described);
    expect(await account.layouts()).toMatchObject({
      layouts: [{ detailLayoutSections: expect.any(Array) }],
      recordTypeMappings: [{ name: 'Master', recordTypeId: '012000000000000AAA' }],
    });
    expect(await account.compactLayouts()).toMatchObject({ compactLayouts: expect.any(Array) });
    expect(await account.approvalLayouts()).toEqual({ approvalLayouts: [] });
    const actions = await connection.quickActions();
    expect(actions.map(({ name }) => name)).toContain('NewContact');
    const tabs = await connection.tabs();
    expect(tabs.map(({ sobjectName }) => sobjectName)).toContain('Account');
    expect(await connection.theme()).toMatchObject({ themeItems: expect.any(Array) });
  });

  it('makes a record by a quick action', async () => {
    const connection = await oauthConnection();
    const action = connection.quickAction('NewContact');
    expect(await action.describe()).toMatchObject({ name: 'NewContact', targetSobjectType: 'Contact' });
    const { success } = await action.execute(undefined as unknown as string, { LastName: 'Doe' });
    expect(success).toBe(true);
    expect(await connection.sobject('Contact').find({}, ['LastName'])).toMatchObject([{ LastName: 'Doe' }]);
  });

  it('calls Apex REST', async () => {
    const connection = await oauthConnection();
    const id = await connection.apex.post<string>('/Accounts', { Name: 'Acme' });
    expect(id).toBe('001Em0000000001IAA');
    expect(await connection.apex.get('/Accounts/Acme')).toMatchObject([{ Name: 'Acme' }]);
    await expect(connection.apex.get('/Nothing')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'Could not find a match for URL',
    });
  });

  it('reads the Tooling API', async () => {
    const { tooling } = await oauthConnection();
    const soql = "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'Account'";
    expect(await tooling.query(soql)).toMatchObject({
      totalSize: 1,
      records: [{ QualifiedApiName: 'Account' }],
    });
    const { sobjects } = await tooling.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['CustomField', 'EntityDefinition']),
    );
    expect(await tooling.describe('CustomField')).toMatchObject({ name: 'CustomField' });
    expect(await tooling.executeAnonymous('System.debug(1);')).toMatchObject({
      compiled: false,
      success: false,
      compileProblem: 'Apex is not available in this org.',
    });
  });

  it('stores and reads blobs', async () => {
    const connection = await oauthConnection();
    const { id } = await connection
      .sobject('ContentVersion')
      .create({ Title: 'hello', PathOnClient: 'hello.txt', VersionData: 'aGVsbG8=' });
    const content = await connection.sobject('ContentVersion').record(id!).blob('VersionData');
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('hello');
  });

  it('runs composite requests, and any other', async () => {
    const connection = await oauthConnection();
    const { compositeResponse } = await connection.requestPost<{ compositeResponse: unknown }>('/composite', {
      compositeRequest: [
        {
          method: 'POST',
          url: '/services/data/v67.0/sobjects/Account',
          referenceId: 'acme',
          body: { Name: 'Acme' },
        },
        {
          method: 'GET',
          url: '/services/data/v67.0/sobjects/Account/@{acme.id}?fields=Name',
          referenceId: 'read',
        },
      ],
    });
    expect(compositeResponse).toMatchObject([
      { httpStatusCode: 201, referenceId: 'acme' },
      { httpStatusCode: 200, referenceId: 'read', body: { Name: 'Acme' } },
    ]);
  });

  it('has no process or approval to run', async () => {
    const connection = await oauthConnection();
    expect(await connection.process.rule.list()).toEqual({});
    expect(await connection.process.approval.list()).toEqual({});
    const { id } = await connection.sobject('Account').create({ Name: 'Acme' });
    // What jsforce returns can be awaited, but is no promise.
    const submitted = async () => await connection.process.approval.submit(id!, 'please');
    await expect(submitted()).rejects.toMatchObject({
      errorCode: 'NO_APPLICABLE_PROCESS',
      message: 'No applicable approval process was found.',
    });
  });

  it.each<[string, (connection: Connection) => Promise<unknown>, string]>([
    ['reports', (connection) => connection.analytics.reports(), 'NOT_FOUND'],
    ['dashboards', (connection) => connection.analytics.dashboards(), 'NOT_FOUND'],
    ['Chatter', async (connection) => await connection.chatter.resource('/feeds').retrieve(), 'NOT_FOUND'],
    ['metadata', (connection) => connection.metadata.describe('67.0'), 'sf:API_DISABLED_FOR_ORG'],
    ['the rest of SOAP', (connection) => connection.soap.undelete(['x']), 'sf:API_DISABLED_FOR_ORG'],
  ])('is told that the org does without %s', async (_name, call, errorCode) => {
    await expect(call(await oauthConnection())).rejects.toMatchObject({ errorCode });
  });
});

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
    org = await EmbeddedOrg.create({ user: USER });
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
});

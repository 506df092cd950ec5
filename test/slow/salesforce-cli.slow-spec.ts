import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import { SalesforceCli } from '../support/salesforce-cli.js';

/** The real Salesforce CLI, unchanged, in processes of its own: what it does with a Salesforce org it does with this one. */
describe('the Salesforce CLI on the embedded org', () => {
  let org: EmbeddedOrg;
  let url: string;
  let cli: SalesforceCli;

  beforeEach(async () => {
    cli = await SalesforceCli.open();
    org = await EmbeddedOrg.create({ user: { username: 'admin@example.com' } });
    ({ url } = await org.listen());
    await cli.signIn(url, org.accessToken);
  });
  afterEach(async () => {
    await org.close();
    await cli.close();
  });

  describe('org', () => {
    it('signs in with an access token and shows the org', async () => {
      expect(await cli.signIn(url, org.accessToken)).toMatchObject({
        status: 0,
        result: {
          username: 'admin@example.com',
          orgId: org.organizationId,
          isDevHub: false,
          instanceApiVersion: '67.0',
          name: 'Embedded Org',
          isSandbox: false,
          isScratch: false,
          orgEdition: 'Developer Edition',
        },
      });
      expect(await cli.result('org', 'display')).toMatchObject({
        id: org.organizationId,
        apiVersion: '67.0',
        username: 'admin@example.com',
        connectedStatus: 'Connected',
        alias: 'embedded',
      });
      expect(await cli.result('org', 'display', 'user')).toMatchObject({
        id: '005Em0000000001IAA',
        orgId: org.organizationId,
        profileName: 'System Administrator',
        username: 'admin@example.com',
      });
    });

    it('is refused a session that has ended', async () => {
      org.endSessions();
      expect(await cli.json(['data', 'query', '--query', 'SELECT Id FROM Account'])).toMatchObject({
        status: 1,
        message: expect.stringContaining('Session expired or invalid'),
      });
    });

    it('lists limits and counts records', async () => {
      org.seed({ Account: [{ Name: 'Acme' }, { Name: 'Umbrella' }] });
      const limits = await cli.result('org', 'list', 'limits');
      expect(limits).toEqual(
        expect.arrayContaining([{ name: 'DailyBulkV2QueryJobs', max: 10_000, remaining: 10_000 }]),
      );
      expect(await cli.result('org', 'list', 'sobject', 'record-counts', '--sobject', 'Account')).toEqual([
        { name: 'Account', count: 2 },
      ]);
    });
  });

  describe('data record', () => {
    it('creates, reads, updates and deletes a record', async () => {
      const id = '001Em0000000001IAA';
      const values = "Name='Acme Corp' Industry=Energy NumberOfEmployees=5";
      expect(
        await cli.result('data', 'create', 'record', '--sobject', 'Account', '--values', values),
      ).toEqual({
        id,
        success: true,
        errors: [],
      });
      expect(
        await cli.result('data', 'get', 'record', '--sobject', 'Account', '--record-id', id),
      ).toMatchObject({
        attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id}` },
        Id: id,
        Name: 'Acme Corp',
        Industry: 'Energy',
        NumberOfEmployees: 5,
        Phone: null,
      });
      const byName = ['--sobject', 'Account', '--where', "Name='Acme Corp'"];
      expect(await cli.result('data', 'update', 'record', ...byName, '--values', 'Phone=555')).toEqual({
        id,
        success: true,
        errors: [],
      });
      expect(await cli.result('data', 'get', 'record', ...byName)).toMatchObject({ Phone: '555' });
      expect(await cli.result('data', 'delete', 'record', ...byName)).toEqual({
        id,
        success: true,
        errors: [],
      });
      expect(
        await cli.json(['data', 'delete', 'record', '--sobject', 'Account', '--record-id', id]),
      ).toMatchObject({ status: 1, name: 'ENTITY_IS_DELETED', message: 'entity is deleted' });
    });

    it('says what the org refuses', async () => {
      const create = ['data', 'create', 'record', '--sobject', 'Contact', '--values'];
      expect(await cli.json([...create, 'FirstName=Jane'])).toMatchObject({
        status: 1,
        name: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: [LastName]',
      });
      expect(await cli.json([...create, 'Nope=1'])).toMatchObject({
        status: 1,
        name: 'INVALID_FIELD',
        message: "No such column 'Nope' on sobject of type Contact",
      });
    });

    it('uploads a file', async () => {
      await cli.write('hello.txt', 'hello');
      expect(await cli.result('data', 'create', 'file', '--file', 'hello.txt')).toMatchObject({
        Id: '068Em0000000001IAA',
        Title: 'hello',
        FileExtension: 'txt',
      });
    });
  });

  describe('data query', () => {
    beforeEach(() => {
      org.seed({
        records: [
          {
            attributes: { type: 'Account' },
            Name: 'Acme',
            Industry: 'Energy',
            Contacts: {
              records: [
                { attributes: { type: 'Contact' }, LastName: 'Doe' },
                { attributes: { type: 'Contact' }, LastName: 'Roe' },
              ],
            },
          },
        ],
      });
    });

    it('gives records with their parents and children', async () => {
      const soql = 'SELECT Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account';
      expect(await cli.result('data', 'query', '--query', soql)).toEqual({
        records: [
          {
            attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001Em0000000001IAA' },
            Name: 'Acme',
            Owner: {
              attributes: { type: 'User', url: '/services/data/v67.0/sobjects/User/005Em0000000001IAA' },
              Name: 'Embedded Administrator',
            },
            Contacts: {
              totalSize: 2,
              done: true,
              records: [
                {
                  attributes: {
                    type: 'Contact',
                    url: '/services/data/v67.0/sobjects/Contact/003Em0000000001IAA',
                  },
                  LastName: 'Doe',
                },
                {
                  attributes: {
                    type: 'Contact',
                    url: '/services/data/v67.0/sobjects/Contact/003Em0000000002IAA',
                  },
                  LastName: 'Roe',
                },
              ],
            },
          },
        ],
        totalSize: 1,
        done: true,
      });
    });

    it('writes a table for people and CSV for programs, by the columns that the org tells', async () => {
      const soql = 'SELECT LastName, Account.Owner.Name FROM Contact ORDER BY LastName';
      const csv = await cli.run(['data', 'query', '--query', soql, '--result-format', 'csv']);
      expect(csv).toBe(
        'LastName,Account.Owner.Name\nDoe,Embedded Administrator\nRoe,Embedded Administrator\n',
      );
      const table = await cli.run(['data', 'query', '--query', soql]);
      expect(table).toMatch(/LASTNAME\s+│ ACCOUNT\.OWNER\.NAME/i);
      expect(table).toContain('Total number of records retrieved: 2.');
    });

    it('counts and groups', async () => {
      const count = await cli.run(['data', 'query', '--query', 'SELECT COUNT() FROM Contact']);
      expect(count).toContain('Total number of records retrieved: 2.');
      const groups = 'SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry';
      const csv = await cli.run(['data', 'query', '--query', groups, '--result-format', 'csv']);
      expect(csv).toBe('Industry,count(Id)\nEnergy,1\n');
    });

    it('queries the Tooling API', async () => {
      const soql = "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'Account'";
      expect(await cli.result('data', 'query', '--use-tooling-api', '--query', soql)).toMatchObject({
        totalSize: 1,
        records: [{ QualifiedApiName: 'Account' }],
      });
    });

    it('shows what is wrong with a query', async () => {
      expect(await cli.json(['data', 'query', '--query', 'SELECT Id, Nope FROM Account'])).toMatchObject({
        status: 1,
        name: 'INVALID_FIELD',
        message: expect.stringContaining(
          "ERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Account'.",
        ),
      });
    });

    it('searches', async () => {
      const sosl = 'FIND {Acme} RETURNING Account(Name)';
      expect(await cli.result('data', 'search', '--query', sosl)).toMatchObject({
        searchRecords: [{ attributes: { type: 'Account' }, Name: 'Acme' }],
      });
    });
  });

  describe('data tree', () => {
    const TREE = {
      records: [
        {
          attributes: { type: 'Account', referenceId: 'acme' },
          Name: 'Acme',
          Contacts: {
            records: [{ attributes: { type: 'Contact', referenceId: 'doe' }, LastName: 'Doe' }],
          },
        },
      ],
    };

    it('imports a tree, exports it with a plan, and imports that', async () => {
      await cli.write('accounts.json', JSON.stringify(TREE));
      expect(await cli.result('data', 'import', 'tree', '--files', 'accounts.json')).toEqual([
        { refId: 'acme', type: 'Account', id: '001Em0000000001IAA' },
        { refId: 'doe', type: 'Contact', id: '003Em0000000001IAA' },
      ]);
      const soql = 'SELECT Name, (SELECT LastName FROM Contacts) FROM Account';
      expect(await cli.result('data', 'export', 'tree', '--query', soql, '--plan')).toEqual([
        { sobject: 'Account', files: ['Account.json'] },
        { sobject: 'Contact', files: ['Contact.json'] },
      ]);
      expect(await cli.result('data', 'import', 'tree', '--plan', 'Account-Contact-plan.json')).toEqual([
        { refId: 'AccountRef1', type: 'Account', id: '001Em0000000002IAA' },
        { refId: 'ContactRef1', type: 'Contact', id: '003Em0000000002IAA' },
      ]);
    });
  });

  describe('data bulk', () => {
    const ACCOUNTS = 'Name,Industry\nAcme,Energy\nUmbrella,Biotechnology\n';
    const done = { processedRecords: 2, successfulRecords: 2, failedRecords: 0 };

    it('imports, updates, exports and deletes', async () => {
      await cli.write('accounts.csv', ACCOUNTS);
      const imported = [
        'data',
        'import',
        'bulk',
        '--sobject',
        'Account',
        '--file',
        'accounts.csv',
        '--wait',
        '5',
      ];
      expect(await cli.result(...imported)).toEqual({ jobId: '750Em0000000001IAA', ...done });

      await cli.write('phones.csv', 'Id,Phone\n001Em0000000001IAA,1\n001Em0000000002IAA,2\n');
      const updated = [
        'data',
        'update',
        'bulk',
        '--sobject',
        'Account',
        '--file',
        'phones.csv',
        '--wait',
        '5',
      ];
      expect(await cli.result(...updated)).toEqual({ jobId: '750Em0000000002IAA', ...done });

      const exported = ['data', 'export', 'bulk', '--query', 'SELECT Name, Phone FROM Account ORDER BY Name'];
      expect(
        await cli.result(...exported, '--output-file', 'out.csv', '--result-format', 'csv', '--wait', '5'),
      ).toEqual({ totalSize: 2, filePath: 'out.csv' });
      expect(await cli.read('out.csv')).toBe('"Name","Phone"\n"Acme","1"\n"Umbrella","2"\n');
      await cli.result(...exported, '--output-file', 'out.json', '--result-format', 'json', '--wait', '5');
      expect(JSON.parse(await cli.read('out.json'))).toEqual([
        { Name: 'Acme', Phone: '1' },
        { Name: 'Umbrella', Phone: '2' },
      ]);

      await cli.write('ids.csv', 'Id\n001Em0000000001IAA\n001Em0000000002IAA\n');
      const deleted = ['data', 'delete', 'bulk', '--sobject', 'Account', '--file', 'ids.csv', '--wait', '5'];
      expect(await cli.result(...deleted)).toMatchObject({
        jobInfo: { operation: 'delete', object: 'Account', state: 'JobComplete', numberRecordsProcessed: 2 },
        records: {
          successfulResults: [
            { sf__Id: '001Em0000000001IAA', sf__Created: 'false', Id: '001Em0000000001IAA' },
            { sf__Id: '001Em0000000002IAA', sf__Created: 'false', Id: '001Em0000000002IAA' },
          ],
          failedResults: [],
          unprocessedRecords: [],
        },
      });
    });

    it('upserts by an external id, and resumes a job that it did not wait for', async () => {
      await cli.write('contacts.csv', 'Email,LastName\njane@example.com,Doe\njohn@example.com,Roe\n');
      const upsert = ['data', 'upsert', 'bulk', '--sobject', 'Contact', '--external-id', 'Email'];
      expect(await cli.result(...upsert, '--file', 'contacts.csv', '--wait', '5')).toMatchObject({
        jobInfo: { operation: 'upsert', externalIdFieldName: 'Email', state: 'JobComplete' },
        records: {
          successfulResults: [
            { sf__Id: '003Em0000000001IAA', sf__Created: 'true', Email: 'jane@example.com', LastName: 'Doe' },
            { sf__Id: '003Em0000000002IAA', sf__Created: 'true', Email: 'john@example.com', LastName: 'Roe' },
          ],
        },
      });
      await cli.write('accounts.csv', ACCOUNTS);
      await cli.result('data', 'import', 'bulk', '--sobject', 'Account', '--file', 'accounts.csv');
      expect(await cli.result('data', 'import', 'resume', '--use-most-recent', '--wait', '5')).toMatchObject(
        done,
      );
    });

    it('tells which rows failed', async () => {
      await cli.write('accounts.csv', 'Name,Industry\nAcme,Energy\n,Banking\n');
      expect(
        await cli.json([
          'data',
          'import',
          'bulk',
          '--sobject',
          'Account',
          '--file',
          'accounts.csv',
          '--wait',
          '5',
        ]),
      ).toMatchObject({
        status: 1,
        name: 'FailedRecordDetailsError',
        message: 'Job finished being processed but failed to process 1 records.',
        data: { jobId: '750Em0000000001IAA', state: 'JobComplete' },
      });
      const results = await cli.result('data', 'bulk', 'results', '--job-id', '750Em0000000001IAA');
      expect(results).toMatchObject({
        status: 'JobComplete',
        processedRecords: 2,
        successfulRecords: 1,
        failedRecords: 1,
        failedFilePath: '750Em0000000001IAA-failed-records.csv',
      });
      expect(await cli.read('750Em0000000001IAA-failed-records.csv')).toBe(
        '"sf__Id","sf__Error",Name,Industry\n' +
          '"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","Banking"\n',
      );
    });
  });

  describe('sobject', () => {
    it('lists and describes objects', async () => {
      expect(await cli.result('sobject', 'list', '--sobject', 'standard')).toEqual(
        expect.arrayContaining(['Account', 'Contact', 'Opportunity']),
      );
      expect(await cli.result('sobject', 'describe', '--sobject', 'Contact')).toMatchObject({
        name: 'Contact',
        keyPrefix: '003',
        label: 'Contact',
        queryable: true,
      });
      expect(
        await cli.result('sobject', 'describe', '--sobject', 'FieldDefinition', '--use-tooling-api'),
      ).toMatchObject({
        name: 'FieldDefinition',
      });
      expect(await cli.json(['sobject', 'describe', '--sobject', 'Nope'])).toMatchObject({
        status: 1,
        name: 'NOT_FOUND',
        message: 'The requested resource does not exist',
      });
    });
  });

  it('makes any request', async () => {
    const created = ['api', 'request', 'rest', '/services/data/v67.0/sobjects/Account', '--method', 'POST'];
    const answer = await cli.run([...created, '--body', '{"Name":"Acme"}']);
    expect(JSON.parse(answer)).toEqual({ id: '001Em0000000001IAA', success: true, errors: [] });
  });

  it('cannot run Apex, and is told so', async () => {
    await cli.write('script.apex', "System.debug('hello');");
    expect(await cli.json(['apex', 'run', '--file', 'script.apex'])).toMatchObject({
      status: 1,
      message: expect.stringContaining('API_DISABLED_FOR_ORG'),
    });
  });
});

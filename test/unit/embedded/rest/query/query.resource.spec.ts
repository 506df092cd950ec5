import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

interface Page {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly { readonly Name: string }[];
}

describe('query resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
    client.org.seed({
      records: Array.from({ length: 450 }, (_, index) => ({
        attributes: { type: 'Account' },
        Name: `Account ${String(index).padStart(3, '0')}`,
      })),
    });
  });
  afterEach(() => client.close());

  const run = (soql: string, headers = {}) =>
    client.get<Page>(`/query/?q=${encodeURIComponent(soql)}`, { headers });

  it('explains a query instead of running it', async () => {
    const soql = "SELECT Id FROM Account WHERE Name = 'account 007'";
    const { status, body } = await client.get(`/query?explain=${encodeURIComponent(soql)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      plans: [
        { leadingOperationType: 'Index', fields: ['Name'], cardinality: 1, sobjectCardinality: 450 },
        { leadingOperationType: 'TableScan', fields: [], cardinality: 450 },
      ],
      sourceQuery: soql,
    });
  });

  it('answers with the columns alone, when asked to', async () => {
    for (const path of ['/query', '/queryAll', '/tooling/query']) {
      const { body } = await client.get(`${path}?columns=true&q=SELECT+Name+FROM+Account`);
      expect(body).toMatchObject({
        columnMetadata: [{ columnName: 'Name', apexType: 'String' }],
        entityName: 'Account',
        keyPrefix: '001',
      });
    }
    for (const path of ['/query', '/tooling/query']) {
      const { body } = await client.get(`${path}?columns=true&q=SELECT+Label+FROM+EntityDefinition`);
      expect(body).toMatchObject({
        columnMetadata: [{ columnName: 'Label' }],
        entityName: 'EntityDefinition',
      });
    }
  });

  it('answers with records', async () => {
    const { status, body } = await run("SELECT Name FROM Account WHERE Name = 'account 007'");
    expect(status).toBe(200);
    expect(body).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: {
            type: 'Account',
            url: expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Account\/001\w{15}$/),
          },
          Name: 'Account 007',
        },
      ],
    });
  });

  it('pages by the size that is asked for', async () => {
    const names: string[] = [];
    const sizes: number[] = [];
    let page = (
      await run('SELECT Name FROM Account ORDER BY Name', { 'sforce-query-options': 'batchSize=200' })
    ).body;
    for (;;) {
      expect(page.totalSize).toBe(450);
      sizes.push(page.records.length);
      names.push(...page.records.map(({ Name }) => Name));
      if (page.done) break;
      expect(page.nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/query\/01g\w+-\d+$/);
      page = (await client.get<Page>(page.nextRecordsUrl!)).body;
    }
    expect(sizes).toEqual([200, 200, 50]);
    expect(new Set(names).size).toBe(450);
    expect(page).not.toHaveProperty('nextRecordsUrl');
  });

  it('leaves out deleted records, except by queryAll', async () => {
    const [first] = await client.query<{ Id: string }>('SELECT Id FROM Account LIMIT 1');
    await client.delete(`/sobjects/Account/${first?.Id}`);
    const q = encodeURIComponent('SELECT COUNT() FROM Account');
    expect((await client.get<Page>(`/query?q=${q}`)).body.totalSize).toBe(449);
    expect((await client.get<Page>(`/queryAll?q=${q}`)).body.totalSize).toBe(450);
  });

  it('refuses a locator that it did not give', async () => {
    expect(await client.get('/query/01g000000000000AAA-2000')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }],
    });
  });

  it.each([
    [
      'SELECT Bacon__c FROM Account LIMIT 2',
      'INVALID_FIELD',
      "\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
    [
      'select count() from XYZZY',
      'INVALID_TYPE',
      "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
  ])('refuses %s in the words of the platform', async (soql, errorCode, message) => {
    expect(await run(soql)).toMatchObject({ status: 400, body: [{ errorCode, message }] });
  });

  it.each(['/query', '/query?q='])('refuses %s, which asks nothing', async (path) => {
    expect(await client.get(path)).toMatchObject({ status: 400, body: [{ errorCode: 'MALFORMED_QUERY' }] });
  });
});

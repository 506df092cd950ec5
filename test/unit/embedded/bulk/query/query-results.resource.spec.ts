import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BulkClient } from '../../../../support/bulk-client.js';

describe('results of query jobs', () => {
  let bulk: BulkClient;

  beforeEach(async () => {
    bulk = await BulkClient.open({ clock: () => new Date('2026-03-01T10:00:00.000Z') });
  });
  afterEach(() => bulk.close());

  async function createNumbered(count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, row) => `N${String(row).padStart(5, '0')}\n`).join('');
    await bulk.ingest({ object: 'Account', operation: 'insert' }, `Name\n${rows}`);
  }

  it('write every type as the platform does', async () => {
    const account = await bulk.calls.create('Account', {
      Name: 'Acme, "Inc"',
      AnnualRevenue: 1500,
      NumberOfEmployees: 7,
    });
    const values = {
      Name: 'Deal',
      StageName: 'Prospecting',
      CloseDate: '2026-04-01',
      Probability: 12.5,
      AccountId: account,
    };
    await bulk.calls.create('Opportunity', values);
    await bulk.calls.create('Opportunity', {
      Name: 'Lone',
      StageName: 'Prospecting',
      CloseDate: '2026-04-02',
    });
    expect(
      await bulk.rows(
        'SELECT Name, account.name, Account.AnnualRevenue, Account.NumberOfEmployees, Probability, CloseDate, CreatedDate, ' +
          'IsClosed, Amount FROM Opportunity ORDER BY Name',
      ),
    ).toBe(
      '"Name","Account.Name","Account.AnnualRevenue","Account.NumberOfEmployees","Probability","CloseDate","CreatedDate","IsClosed","Amount"\n' +
        '"Deal","Acme, ""Inc""","1500.0","7","12.5","2026-04-01","2026-03-01T10:00:00.000Z","false",""\n' +
        '"Lone","","","","10.0","2026-04-02","2026-03-01T10:00:00.000Z","false",""\n',
    );
  });

  it('have nothing but a header where nothing was found', async () => {
    const { id } = await bulk.query('SELECT Id, Name FROM Account');
    const { headers, body } = await bulk.calls.get(`/jobs/query/${id}/results`);
    expect(body).toBe('"Id","Name"\n');
    expect(headers).toMatchObject({ 'sforce-locator': 'null', 'sforce-numberofrecords': '0' });
    expect(headers['content-type']).toMatch(/^text\/csv/);
  });

  it.each([
    ['PIPE', 'LF', '"Name"|"Phone"\n"Acme"|"1"\n'],
    ['TAB', 'CRLF', '"Name"\t"Phone"\r\n"Acme"\t"1"\r\n'],
  ])('keep to the dialect of the job: %s, %s', async (columnDelimiter, lineEnding, text) => {
    await bulk.calls.create('Account', { Name: 'Acme', Phone: '1' });
    expect(await bulk.rows('SELECT Name, Phone FROM Account', { columnDelimiter, lineEnding })).toBe(text);
  });

  it('order the columns by name before version 50', async () => {
    await bulk.calls.create('Account', { Name: 'Acme', Phone: '1' });
    const root = '/services/data/v49.0/jobs/query';
    const query = { operation: 'query', query: 'SELECT Phone, Name FROM Account' };
    const { body } = await bulk.calls.post<{ id: string }>(root, query);
    bulk.calls.org.runBulkJobs();
    expect((await bulk.calls.get(`${root}/${body.id}/results`)).body).toBe('"Name","Phone"\n"Acme","1"\n');
  });

  it('see deleted records where all rows are asked for', async () => {
    const id = await bulk.calls.create('Account', { Name: 'Acme' });
    await bulk.calls.delete(`/sobjects/Account/${id}`);
    expect(await bulk.rows('SELECT Name FROM Account')).toBe('"Name"\n');
    expect(await bulk.rows('SELECT Name FROM Account', { operation: 'queryAll' })).toBe('"Name"\n"Acme"\n');
  });

  it('leave compounds out of the standard fields', async () => {
    const header = (await bulk.rows('SELECT FIELDS(STANDARD) FROM Account')).split(',');
    expect(header).toContain('"BillingCity"');
    expect(header).not.toContain('"BillingAddress"');
  });

  it('come a page at a time, as often as they are asked for', async () => {
    await createNumbered(4500);
    const { id } = await bulk.query('SELECT Name FROM Account ORDER BY Name');
    const first = await bulk.calls.get<string>(`/jobs/query/${id}/results?maxRecords=1999`);
    expect(first.headers).toMatchObject({ 'sforce-numberofrecords': '1999', 'sforce-locator': 'MTk5OQ' });
    expect(first.body.split('\n').slice(0, 2)).toEqual(['"Name"', '"N00000"']);
    const second = await bulk.calls.get<string>(`/jobs/query/${id}/results?locator=MTk5OQ&maxRecords=2500`);
    const lines = second.body.split('\n');
    expect([lines[0], lines[1], lines[2500], lines.length]).toEqual(['"Name"', '"N01999"', '"N04498"', 2502]);
    const last = await bulk.calls.get<string>(
      `/jobs/query/${id}/results?locator=${second.headers['sforce-locator']}`,
    );
    expect(last.headers).toMatchObject({ 'sforce-numberofrecords': '1', 'sforce-locator': 'null' });
    expect(last.body).toBe('"Name"\n"N04499"\n');
    const whole = await bulk.calls.get<string>(`/jobs/query/${id}/results`);
    expect(whole.body.split('\n')).toHaveLength(4502);
    const again = await bulk.calls.get(`/jobs/query/${id}/results?maxRecords=1999`);
    expect(again.body).toBe(first.body);
  });

  it('can be read by several at once', async () => {
    await createNumbered(11);
    const { id } = await bulk.query('SELECT Name FROM Account');
    const path = `/services/data/v67.0/jobs/query/${id}`;
    const first = await bulk.calls.get(`/jobs/query/${id}/resultPages?maxRecords=2`);
    expect(first.body).toEqual({
      resultPages: [
        { resultUrl: `${path}/results?locator=MA&maxRecords=2` },
        { resultUrl: `${path}/results?locator=Mg&maxRecords=2` },
        { resultUrl: `${path}/results?locator=NA&maxRecords=2` },
        { resultUrl: `${path}/results?locator=Ng&maxRecords=2` },
        { resultUrl: `${path}/results?locator=OA&maxRecords=2` },
      ],
      nextRecordUrl: `${path}/resultPages?locator=MTA&maxRecords=2`,
      done: false,
    });
    expect((await bulk.calls.get(`${path}/resultPages?locator=MTA&maxRecords=2`)).body).toEqual({
      resultPages: [{ resultUrl: `${path}/results?locator=MTA&maxRecords=2` }],
      done: true,
    });
    expect((await bulk.calls.get(`${path}/results?locator=MTA&maxRecords=2`)).body).toBe(
      '"Name"\n"N00010"\n',
    );
    expect((await bulk.calls.get(`/jobs/query/${id}/resultPages`)).body).toEqual({
      resultPages: [{ resultUrl: `${path}/results?locator=MA` }],
      done: true,
    });
  });

  it.each([
    ['locator=nonsense', "Invalid value: 'nonsense' supplied for property: 'locator'"],
    ['maxRecords=0', "Invalid value: '0' supplied for property: 'maxRecords'"],
  ])('refuse %s', async (parameters, message) => {
    const { id } = await bulk.query('SELECT Name FROM Account');
    expect(await bulk.calls.get(`/jobs/query/${id}/results?${parameters}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'API_ERROR', message }],
    });
  });

  it('are those of the version that the job was made with', async () => {
    const { id } = await bulk.query('SELECT Name FROM Account');
    expect(await bulk.calls.get(`/services/data/v66.0/jobs/query/${id}/results`)).toMatchObject({
      status: 409,
    });
  });

  it('are not there while the job waits', async () => {
    const query = { operation: 'query', query: 'SELECT Id FROM Account' };
    const { body } = await bulk.calls.post<{ id: string }>('/jobs/query', query);
    expect(await bulk.calls.get(`/jobs/query/${body.id}/results`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE' }],
    });
  });
});

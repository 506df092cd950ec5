import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClassicClient } from '../../../../support/classic-client.js';

const NAMESPACE = 'xmlns="http://www.force.com/2009/06/asyncapi/dataload"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const JSON_TYPE = 'application/json; charset=UTF-8';

describe('batches of Bulk API 1.0', () => {
  let classic: ClassicClient;

  beforeEach(async () => {
    classic = await ClassicClient.open({ clock: () => new Date('2026-03-01T10:00:00.000Z') });
  });
  afterEach(() => classic.close());

  const get = <Body = string>(path: string, type?: string) =>
    classic.call<Body>('GET', path, undefined, type);

  it('wait, and then are done', async () => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    const added = await classic.call<string>(
      'POST',
      `/job/${job}/batch`,
      'LastName\nDoe\n',
      'text/csv; charset=UTF-8',
    );
    const id = /<id>(751\w{15})<\/id>/.exec(added.body)?.[1];
    expect(added).toMatchObject({
      status: 201,
      body:
        `${DECLARATION}<batchInfo ${NAMESPACE}><id>${id}</id><jobId>${job}</jobId><state>Queued</state>` +
        '<createdDate>2026-03-01T10:00:00.000Z</createdDate><systemModstamp>2026-03-01T10:00:00.000Z</systemModstamp>' +
        '<numberRecordsProcessed>0</numberRecordsProcessed><numberRecordsFailed>0</numberRecordsFailed>' +
        '<totalProcessingTime>0</totalProcessingTime><apiActiveProcessingTime>0</apiActiveProcessingTime>' +
        '<apexProcessingTime>0</apexProcessingTime></batchInfo>',
    });
    const early = await get(`/job/${job}/batch/${id}/result`);
    expect(early.status).toBe(400);
    expect(early.body).toContain(
      '<exceptionCode>InvalidBatch</exceptionCode><exceptionMessage>Batch not completed</exceptionMessage>',
    );
    classic.calls.org.runBulkJobs();
    expect((await get(`/job/${job}/batch/${id}`)).body).toContain(
      '<state>Completed</state><createdDate>2026-03-01T10:00:00.000Z</createdDate>',
    );
    expect((await get(`/job/${job}`)).body).toContain('<numberBatchesCompleted>1</numberBatchesCompleted>');
    expect((await get(`/job/${job}/batch`)).body).toMatch(
      new RegExp(
        `^<\\?xml [^>]+><batchInfoList ${NAMESPACE}><batchInfo><id>${id}</id>.*</batchInfo></batchInfoList>$`,
      ),
    );
    expect((await get(`/job/${job}/batch/${id}/request`)).body).toBe('LastName\nDoe\n');
  });

  it('of CSV answer in CSV', async () => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    const batch = await classic.addBatch(job, 'FirstName,LastName\r\nTom,Jones\r\nNobody,\r\n', 'text/csv');
    const { headers, body } = await get(`/job/${job}/batch/${batch}/result`);
    // Without a charset: there are clients that compare it as a whole.
    expect(headers['content-type']).toBe('text/csv');
    expect(body).toMatch(
      /^"Id","Success","Created","Error"\n"003\w{15}","true","true",""\n"","false","false","REQUIRED_FIELD_MISSING:Required fields are missing: \[LastName\]:LastName --"\n$/,
    );
  });

  it('of JSON answer in JSON', async () => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'JSON' });
    const records = [
      { LastName: 'Jones', Birthdate: null, Owner: { Username: 'admin@example.com' } },
      { FirstName: 'Nobody' },
    ];
    const batch = await classic.addBatch(job, JSON.stringify(records), JSON_TYPE);
    const { body } = await get<unknown>(`/job/${job}/batch/${batch}/result`, JSON_TYPE);
    expect(body).toEqual([
      { success: true, created: true, id: expect.stringMatching(/^003/), errors: [] },
      {
        success: false,
        created: false,
        id: null,
        errors: [
          {
            message: 'Required fields are missing: [LastName]',
            fields: ['LastName'],
            statusCode: 'REQUIRED_FIELD_MISSING',
            extendedErrorDetails: null,
          },
        ],
      },
    ]);
    expect((await get<{ batchInfo: unknown[] }>(`/job/${job}/batch`, JSON_TYPE)).body).toMatchObject({
      batchInfo: [
        { id: batch, jobId: job, state: 'Completed', numberRecordsProcessed: 2, numberRecordsFailed: 1 },
      ],
    });
  });

  it('of XML answer in XML', async () => {
    const id = await classic.calls.create('Contact', { LastName: 'Doe', Phone: '1', Title: 'Dr' });
    const job = await classic.openJob({ operation: 'update', object: 'Contact', contentType: 'XML' });
    const xml =
      `${DECLARATION}<sObjects ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<sObject><Id>${id}</Id><LastName>R&amp;D</LastName><Title xsi:nil="true"/><Phone></Phone>` +
      '<Owner><sObject><type>User</type><Username>admin@example.com</Username></sObject></Owner></sObject>' +
      '<sObject><Id>003000000000001AAA</Id><LastName>x</LastName></sObject></sObjects>';
    const batch = await classic.addBatch(job, xml, 'application/xml; charset=UTF-8');
    expect((await get(`/job/${job}/batch/${batch}/result`)).body).toBe(
      `${DECLARATION}<results ${NAMESPACE}><result><id>${id}</id><success>true</success><created>false</created></result>` +
        '<result><errors><message>invalid cross reference id</message><statusCode>INVALID_CROSS_REFERENCE_KEY</statusCode></errors>' +
        '<success>false</success><created>false</created></result></results>',
    );
    expect(await classic.calls.query('SELECT LastName, Title, Phone FROM Contact')).toMatchObject([
      { LastName: 'R&D', Title: null, Phone: '1' },
    ]);
  });

  it.each([
    ['CSV', 'text/csv', 'LastName,Nmae\nDoe,x\n', 'InvalidBatch : Field name not found : Nmae'],
    [
      'JSON',
      JSON_TYPE,
      '{"LastName":"Doe"}',
      'ClientInputError : Failed to parse JSON. An array of records is expected',
    ],
    [
      'XML',
      'application/xml',
      '<sObjects><sObject>',
      'InvalidXml : XML document structures must start and end within the same entity.',
    ],
  ])('of %s fail where it cannot be read', async (contentType, type, content, message) => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType });
    const batch = await classic.addBatch(job, content, type);
    const { body } = await get<{ state: string; stateMessage: string }>(
      `/job/${job}/batch/${batch}`,
      JSON_TYPE,
    );
    expect(body).toMatchObject({ state: 'Failed', stateMessage: message });
    expect(await get(`/job/${job}/batch/${batch}/result`, JSON_TYPE)).toMatchObject({
      status: 400,
      body: { exceptionCode: 'InvalidBatch', exceptionMessage: 'Records not processed' },
    });
  });

  it('are refused when their job is closed, and when they are of another type, too large or empty', async () => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    const add = (content: string, type: string) =>
      classic.call<string>('POST', `/job/${job}/batch`, content, type);
    expect((await add('[]', JSON_TYPE)).body).toMatchObject({ exceptionCode: 'InvalidBatch' });
    expect((await add('x'.repeat(10_000_001), 'text/csv')).body).toContain(
      '<exceptionMessage>Failed to read request. Exceeded max size limit of 10000000</exceptionMessage>',
    );
    expect((await add(' ', 'text/csv')).body).toContain('<exceptionCode>ClientInputError</exceptionCode>');
    await classic.call('POST', `/job/${job}`, classic.jobXml({ state: 'Closed' }), 'application/xml');
    expect((await add('LastName\nDoe\n', 'text/csv')).body).toContain(
      '<exceptionCode>InvalidJobState</exceptionCode>',
    );
  });

  it('are not processed when their job is aborted', async () => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    await classic.call('POST', `/job/${job}/batch`, 'LastName\nDoe\n', 'text/csv');
    await classic.call('POST', `/job/${job}`, classic.jobXml({ state: 'Aborted' }), 'application/xml');
    classic.calls.org.runBulkJobs();
    expect((await get(`/job/${job}/batch`)).body).toContain('<state>NotProcessed</state>');
    expect(await classic.calls.query('SELECT Id FROM Contact')).toEqual([]);
  });

  it('are not found by a wrong id', async () => {
    const job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    expect(await get(`/job/${job}/batch/751000000000001AAA`, JSON_TYPE)).toMatchObject({
      status: 400,
      body: { exceptionCode: 'InvalidBatch', exceptionMessage: 'Invalid batch id: 751000000000001AAA' },
    });
  });

  describe('of queries', () => {
    const SOQL = 'SELECT Id, LastName, Title, Account.Name FROM Contact';
    let contact: string;
    let account: string;

    beforeEach(async () => {
      account = await classic.calls.create('Account', { Name: 'Acme' });
      contact = await classic.calls.create('Contact', { LastName: 'Doe', AccountId: account });
    });

    async function resultOf(contentType: string, type: string, soql = SOQL) {
      const job = await classic.openJob({ operation: 'query', object: 'Contact', contentType });
      const batch = await classic.addBatch(job, soql, type);
      const list = await get<unknown>(
        `/job/${job}/batch/${batch}/result`,
        contentType === 'JSON' ? JSON_TYPE : undefined,
      );
      const id = Array.isArray(list.body)
        ? String(list.body[0])
        : /<result>(752\w{15})<\/result>/.exec(String(list.body))?.[1];
      return {
        list: list.body,
        id,
        result: (await get<unknown>(`/job/${job}/batch/${batch}/result/${id}`)).body,
      };
    }

    it('answer in CSV', async () => {
      const { list, id, result } = await resultOf('CSV', 'text/csv; charset=UTF-8');
      expect(list).toBe(`${DECLARATION}<result-list ${NAMESPACE}><result>${id}</result></result-list>`);
      expect(result).toBe(`"Id","LastName","Title","Account.Name"\n"${contact}","Doe","","Acme"\n`);
    });

    it('answer in JSON', async () => {
      const { list, id, result } = await resultOf('JSON', JSON_TYPE);
      expect(list).toEqual([id]);
      expect(result).toEqual([
        {
          attributes: { type: 'Contact', url: `/services/data/v60.0/sobjects/Contact/${contact}` },
          Id: contact,
          LastName: 'Doe',
          Title: null,
          Account: {
            attributes: { type: 'Account', url: `/services/data/v60.0/sobjects/Account/${account}` },
            Name: 'Acme',
          },
        },
      ]);
    });

    it('answer in XML', async () => {
      const { result } = await resultOf('XML', 'application/xml');
      expect(result).toBe(
        `${DECLARATION}<queryResult xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${NAMESPACE}>` +
          `<records xsi:type="sObject"><type>Contact</type><Id>${contact}</Id><LastName>Doe</LastName><Title xsi:nil="true"/>` +
          '<Account xsi:type="sObject"><type>Account</type><Name>Acme</Name></Account></records></queryResult>',
      );
    });

    it('write numbers with decimals so that every reader sees it', async () => {
      await classic.calls.patch(`/sobjects/Account/${account}`, { AnnualRevenue: 5, NumberOfEmployees: 7 });
      const soql = 'SELECT AnnualRevenue, NumberOfEmployees FROM Account';
      expect((await resultOf('XML', 'application/xml', soql)).result).toContain(
        '<AnnualRevenue>5.0</AnnualRevenue><NumberOfEmployees>7</NumberOfEmployees>',
      );
      expect((await resultOf('CSV', 'text/csv', soql)).result).toBe(
        '"AnnualRevenue","NumberOfEmployees"\n"5.0","7"\n',
      );
    });

    it('say so where nothing was found', async () => {
      const soql = "SELECT Id FROM Contact WHERE LastName = 'Nobody'";
      expect((await resultOf('CSV', 'text/csv', soql)).result).toBe('"Records not found for this query"\n');
      expect((await resultOf('JSON', JSON_TYPE, soql)).result).toEqual([]);
    });

    it.each([
      [
        'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
        'FeatureNotEnabled : Aggregate Relationships not supported in Bulk Query with CSV content type',
      ],
      [
        'SELECT Id, MailingAddress FROM Contact',
        'FeatureNotEnabled : Selecting compound data not supported in Bulk Query',
      ],
    ])('fail for %s', async (soql, message) => {
      const job = await classic.openJob({ operation: 'query', object: 'Contact', contentType: 'CSV' });
      const batch = await classic.addBatch(job, soql, 'text/csv');
      const { body } = await get<unknown>(`/job/${job}/batch/${batch}`, JSON_TYPE);
      expect(body).toMatchObject({ state: 'Failed', stateMessage: message });
    });

    it('fail with what SOQL says', async () => {
      const job = await classic.openJob({ operation: 'query', object: 'Account', contentType: 'CSV' });
      const batch = await classic.addBatch(job, 'SELECT Id, BadField FROM Account', 'text/csv');
      const { body } = await get<{ stateMessage: string }>(`/job/${job}/batch/${batch}`, JSON_TYPE);
      expect(body.stateMessage).toMatch(
        /^InvalidBatch : Failed to process query: INVALID_FIELD: SELECT Id, BadField FROM Account\s+\^ ERROR at Row:1:Column:12 No such column 'BadField' on entity 'Account'\./,
      );
    });

    it('are split by ids where the client asks for it', async () => {
      for (const LastName of ['Poe', 'Roe']) await classic.calls.create('Contact', { LastName });
      const job = await classic.openJob(
        { operation: 'query', object: 'Contact', contentType: 'CSV' },
        { 'sforce-enable-pkchunking': 'chunkSize=2; startRow=000000000000000' },
      );
      const original = await classic.addBatch(
        job,
        "SELECT LastName FROM Contact WHERE LastName LIKE '%oe'",
        'text/csv',
      );
      const { body } = await get<{ batchInfo: { id: string; state: string }[] }>(
        `/job/${job}/batch`,
        JSON_TYPE,
      );
      expect(body.batchInfo).toMatchObject([
        { id: original, state: 'NotProcessed' },
        { state: 'Completed', numberRecordsProcessed: 2 },
        { state: 'Completed', numberRecordsProcessed: 1 },
      ]);
      const requests = [];
      for (const { id } of body.batchInfo.slice(1))
        requests.push((await get(`/job/${job}/batch/${id}/request`)).body);
      expect(requests).toEqual([
        expect.stringMatching(
          /^SELECT LastName FROM Contact WHERE LastName LIKE '%oe' AND Id < '003\w{15}'$/,
        ),
        expect.stringMatching(
          /^SELECT LastName FROM Contact WHERE LastName LIKE '%oe' AND Id >= '003\w{15}'$/,
        ),
      ]);
    });
  });
});

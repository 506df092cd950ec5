import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SObjectDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { BulkClient } from '../../../../support/bulk-client.js';

const FIELD = { custom: true, createable: true, updateable: true, nillable: true } as const;
const ITEM: SObjectDefinition = {
  name: 'Item__c',
  label: 'Item',
  labelPlural: 'Items',
  keyPrefix: null,
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [
    {
      ...FIELD,
      name: 'Code__c',
      label: 'Code',
      type: 'string',
      length: 40,
      externalId: true,
      idLookup: true,
    },
    { ...FIELD, name: 'Size__c', label: 'Size', type: 'double', precision: 10, scale: 2 },
    { ...FIELD, name: 'Sold__c', label: 'Sold', type: 'date' },
    { ...FIELD, name: 'Seen__c', label: 'Seen', type: 'datetime' },
    { ...FIELD, name: 'Active__c', label: 'Active', type: 'boolean', nillable: false },
    { ...FIELD, name: 'Note__c', label: 'Note', type: 'textarea', length: 1000 },
    {
      ...FIELD,
      name: 'Account__c',
      label: 'Account',
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Account__r',
    },
  ],
};

describe('results of ingest jobs', () => {
  let bulk: BulkClient;

  beforeEach(async () => {
    bulk = await BulkClient.open({ definitions: [ITEM] });
  });
  afterEach(() => bulk.close());

  const successful = (id: string) => bulk.results(id, 'successfulResults');
  const failed = (id: string) => bulk.results(id, 'failedResults');

  it('repeat the rows behind ids and behind errors', async () => {
    const csv = 'LastName,Email\nDoe,jane@example.com\n"Roe, ""Rick""",not an address\n';
    const job = await bulk.ingest({ object: 'Contact', operation: 'insert' }, csv);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    const [{ Id: id }] = (await bulk.calls.query<{ Id: string }>('SELECT Id FROM Contact')) as [
      { Id: string },
    ];
    expect(await successful(job.id)).toBe(
      `"sf__Id","sf__Created",LastName,Email\n"${id}","true","Doe","jane@example.com"\n`,
    );
    expect(await failed(job.id)).toBe(
      '"sf__Id","sf__Error",LastName,Email\n' +
        '"","INVALID_EMAIL_ADDRESS:Email: invalid email address: not an address:Email --",' +
        '"Roe, ""Rick""","not an address"\n',
    );
    expect(await bulk.results(job.id, 'unprocessedrecords')).toBe('LastName,Email\n');
  });

  it('name required fields', async () => {
    const job = await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'FirstName\nJane\n');
    expect(await failed(job.id)).toBe(
      '"sf__Id","sf__Error",FirstName\n' +
        '"","REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --","Jane"\n',
    );
  });

  it.each([
    ['Sold__c', '2003-04-987654321987654321', 'xsd:date'],
    ['Seen__c', '2027-02-11 06:01:40', 'xsd:dateTime'],
    ['Size__c', 'big', 'xsd:double'],
    ['Active__c', 'perhaps', 'xsd:boolean'],
  ])('name the column of a value that %s cannot hold', async (field, value, type) => {
    const job = await bulk.ingest(
      { object: 'Item__c', operation: 'insert' },
      `Note__c,${field}\nx,${value}\n`,
    );
    expect(await failed(job.id)).toBe(
      `"sf__Id","sf__Error",Note__c,${field}\n` +
        `"","INVALID_FIELD:Failed to deserialize field at col 1. Due to, '${value}' is not a valid value for the type ${type}:${field} --","x","${value}"\n`,
    );
  });

  it('take digits for flags', async () => {
    const csv = 'Code__c,Active__c\na,1\nb,0\nc,TRUE\nd,\n';
    await bulk.ingest({ object: 'Item__c', operation: 'insert' }, csv);
    expect(await bulk.calls.query('SELECT Code__c, Active__c FROM Item__c ORDER BY Code__c')).toMatchObject([
      { Active__c: true },
      { Active__c: false },
      { Active__c: true },
      { Active__c: false },
    ]);
  });

  it('tell updates and creations of an upsert apart', async () => {
    await bulk.calls.create('Item__c', { Code__c: 'a', Note__c: 'old' });
    const upsert = { object: 'Item__c', operation: 'upsert', externalIdFieldName: 'Code__c' };
    const job = await bulk.ingest(upsert, 'Code__c,Note__c\na,new\nb,new\nB,again\n,nobody\n');
    expect(await successful(job.id)).toMatch(
      /^"sf__Id","sf__Created",Code__c,Note__c\n"a\w{17}","false","a","new"\n"a\w{17}","true","b","new"\n$/,
    );
    expect(await failed(job.id)).toBe(
      '"sf__Id","sf__Error",Code__c,Note__c\n' +
        '"","DUPLICATE_VALUE:Duplicate external id specified: b:--","B","again"\n' +
        '"","MISSING_ARGUMENT:Code__c not specified:--","","nobody"\n',
    );
    expect(await bulk.calls.query('SELECT Code__c, Note__c FROM Item__c ORDER BY Code__c')).toMatchObject([
      { Code__c: 'a', Note__c: 'new' },
      { Code__c: 'b', Note__c: 'new' },
    ]);
  });

  it('upsert by the id too', async () => {
    const id = await bulk.calls.create('Contact', { LastName: 'Doe' });
    const upsert = { object: 'Contact', operation: 'upsert', externalIdFieldName: 'Id' };
    const job = await bulk.ingest(upsert, `Id,LastName\n${id},Roe\n,Poe\n`);
    expect(await successful(job.id)).toContain(`"${id}","false","${id}","Roe"\n`);
    expect(await bulk.calls.query('SELECT LastName FROM Contact ORDER BY LastName')).toMatchObject([
      { LastName: 'Poe' },
      { LastName: 'Roe' },
    ]);
  });

  it('leave fields alone whose cells are empty, and empty those of #N/A', async () => {
    const id = await bulk.calls.create('Contact', { LastName: 'Doe', Phone: '1', Title: 'Dr' });
    await bulk.ingest({ object: 'Contact', operation: 'update' }, `Id,Phone,Title\n${id},,#N/A\n`);
    expect(await bulk.calls.query('SELECT Phone, Title FROM Contact')).toMatchObject([
      { Phone: '1', Title: null },
    ]);
  });

  it('tell what is wrong with the id of an update', async () => {
    const id = await bulk.calls.create('Contact', { LastName: 'Doe' });
    await bulk.calls.delete(`/sobjects/Contact/${id}`);
    const csv = `Id,LastName\n${id},a\n003000000000001AAA,b\nnonsense,c\n,d\n`;
    const job = await bulk.ingest({ object: 'Contact', operation: 'update' }, csv);
    expect(await failed(job.id)).toBe(
      '"sf__Id","sf__Error",Id,LastName\n' +
        `"${id}","ENTITY_IS_DELETED:entity is deleted:--","${id}","a"\n` +
        '"003000000000001AAA","INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--","003000000000001AAA","b"\n' +
        '"nonsense","MALFORMED_ID:Contact ID: id value of incorrect type: nonsense:Id --","nonsense","c"\n' +
        '"","MISSING_ARGUMENT:Id not specified in an update call:--","","d"\n',
    );
  });

  it('delete records to the bin, or for good', async () => {
    const first = await bulk.calls.create('Contact', { LastName: 'Doe' });
    const second = await bulk.calls.create('Contact', { LastName: 'Roe' });
    const deleted = await bulk.ingest({ object: 'Contact', operation: 'delete' }, `Id\n${first}\n`);
    expect(await successful(deleted.id)).toBe(`"sf__Id","sf__Created",Id\n"${first}","false","${first}"\n`);
    await bulk.ingest({ object: 'Contact', operation: 'hardDelete' }, `Id\n${second}\n`);
    const { body } = await bulk.calls.get<{ records: unknown[] }>(
      `/queryAll?q=${encodeURIComponent('SELECT LastName, IsDeleted FROM Contact')}`,
    );
    expect(body.records).toMatchObject([{ LastName: 'Doe', IsDeleted: true }]);
  });

  it('find parents by their external ids, whatever the type they are of', async () => {
    const [user] = (await bulk.calls.query('SELECT Id, Username FROM User')) as [
      { Id: string; Username: string },
    ];
    const lead = await bulk.calls.create('Lead', {
      LastName: 'Doe',
      Company: 'Acme',
      Email: 'jane@example.com',
    });
    const job = await bulk.ingest(
      { object: 'Task', operation: 'insert' },
      `Subject,Owner.Username,Lead:Who.Email\ncall,${user.Username},jane@example.com\ncall,nobody@example.com,#N/A\n`,
    );
    expect(await bulk.calls.query('SELECT OwnerId, WhoId FROM Task')).toMatchObject([
      { OwnerId: user.Id, WhoId: lead },
    ]);
    expect(await failed(job.id)).toContain(
      '"INVALID_FIELD:Foreign key external ID: nobody@example.com not found for field Username in entity User:--"',
    );
  });

  it.each([
    ['COMMA', ','],
    ['SEMICOLON', ';'],
    ['PIPE', '|'],
    ['TAB', '\t'],
    ['CARET', '^'],
    ['BACKQUOTE', '`'],
  ])('are separated as the data is: %s', async (columnDelimiter, d) => {
    const job = { object: 'Contact', operation: 'insert', columnDelimiter, lineEnding: 'CRLF' };
    const { id } = await bulk.ingest(job, `LastName${d}Title\r\nDoe${d}"a${d}b\r\nc"\r\n`);
    expect(await successful(id)).toMatch(
      new RegExp(
        `^"sf__Id"\\${d}"sf__Created"\\${d}LastName\\${d}Title\r\n"003\\w{15}"\\${d}"true"\\${d}"Doe"\\${d}"a\\${d}b\r\nc"\r\n$`,
      ),
    );
  });

  it.each([
    ['an unknown column', 'insert', 'LastName,Nmae\nDoe,x\n', 'InvalidBatch : Field name not found : Nmae'],
    [
      'an unknown parent',
      'insert',
      'LastName,Nobody.Name\nDoe,x\n',
      'InvalidBatch : Field name not found : Nobody.Name',
    ],
    [
      'a parent by what tells nobody apart',
      'insert',
      'LastName,Owner.Phone\nDoe,x\n',
      'InvalidBatch : Field name not found : Owner.Phone',
    ],
    ['an update without ids', 'update', 'LastName\nDoe\n', 'InvalidBatch : Field name not found : Id'],
    [
      'a deletion of more than ids',
      'delete',
      'Id,LastName\n1,Doe\n',
      'InvalidBatch : delete batch must contain only ids',
    ],
    [
      'another line end',
      'insert',
      'LastName\r\nDoe\r\n',
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    ],
    [
      'a stray quote',
      'insert',
      'LastName\nDo"e\n',
      'ClientInputError : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote - Line number 2',
    ],
  ])('are none for %s', async (_, operation, csv, errorMessage) => {
    const job = await bulk.ingest({ object: 'Contact', operation }, csv);
    expect(job).toMatchObject({
      state: 'Failed',
      errorMessage,
      numberRecordsProcessed: 0,
      numberRecordsFailed: 0,
    });
    expect(await bulk.results(job.id, 'unprocessedrecords')).toBe(csv.replace('\r\n', '\n'));
  });

  it('hold what was done before a row that cannot be read', async () => {
    const rows = Array.from({ length: 250 }, (_, row) => `Doe ${row}\n`).join('');
    const job = await bulk.ingest({ object: 'Contact', operation: 'insert' }, `LastName\n${rows}Do"e\nRoe\n`);
    expect(job).toMatchObject({ state: 'Failed', numberRecordsProcessed: 250 });
    expect((await successful(job.id)).split('\n')).toHaveLength(252);
    expect(await bulk.results(job.id, 'unprocessedrecords')).toBe('LastName\nDo"e\nRoe\n');
  });

  it('are not there while the job waits', async () => {
    const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
    const reply = await bulk.calls.get(`/jobs/ingest/${body.id}/successfulResults`);
    expect(reply).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
  });
});

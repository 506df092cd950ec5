import type {
  ConformanceCase,
  ConformanceStep,
} from '../../support/conformance/conformance-case.interface.js';
import { conformanceSuite } from '../../support/conformance/conformance-suite.js';

const CSV = { 'content-type': 'text/csv' };

const uploaded = (csv: string): readonly ConformanceStep[] => [
  { call: 'PUT /jobs/ingest/{job}/batches', headers: CSV, body: csv, status: 201, answer: '' },
  {
    call: 'PATCH /jobs/ingest/{job}',
    body: { state: 'UploadComplete' },
    status: 200,
    contains: { state: 'UploadComplete' },
  },
];

const JOB = '<jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">';
const XML = { 'content-type': 'application/xml; charset=UTF-8', 'x-sfdc-session': '{token}' };

const CASES: readonly ConformanceCase[] = [
  {
    title: 'Bulk API 2.0 takes rows, and says of each what became of it',
    steps: [
      {
        call: 'POST /jobs/ingest',
        body: { object: 'Contact', operation: 'insert' },
        status: 200,
        answer: {
          id: /^750\w{15}$/,
          operation: 'insert',
          object: 'Contact',
          createdById: /^005\w{15}$/,
          createdDate: '2026-01-31T10:00:00.000+0000',
          systemModstamp: '2026-01-31T10:00:00.000+0000',
          state: 'Open',
          concurrencyMode: 'Parallel',
          contentType: 'CSV',
          apiVersion: 60,
          contentUrl: /^services\/data\/v60\.0\/jobs\/ingest\/750\w{15}\/batches$/,
          lineEnding: 'LF',
          columnDelimiter: 'COMMA',
        },
        keep: { job: 'id' },
      },
      ...uploaded('LastName,Email\nLovelace,ada@example.com\n"Some, ville","not an address"\n'),
      {
        call: 'GET /jobs/ingest/{job}',
        afterJobs: true,
        status: 200,
        contains: {
          state: 'JobComplete',
          jobType: 'V2Ingest',
          numberRecordsProcessed: 2,
          numberRecordsFailed: 1,
          retries: 0,
        },
      },
      {
        call: 'GET /jobs/ingest/{job}/successfulResults',
        status: 200,
        answerHeaders: { 'content-type': /^text\/csv/ },
        answer: /^"sf__Id","sf__Created",LastName,Email\n"003\w{15}","true","Lovelace","ada@example\.com"\n$/,
      },
      {
        call: 'GET /jobs/ingest/{job}/failedResults',
        status: 200,
        answer:
          /^"sf__Id","sf__Error",LastName,Email\n"","INVALID_EMAIL_ADDRESS:Email: invalid email address: not an address:Email --","Some, ville","not an address"\n$/,
      },
      {
        call: 'GET /jobs/ingest/{job}/unprocessedrecords',
        status: 200,
        answer: 'LastName,Email\n',
      },
      { call: 'DELETE /jobs/ingest/{job}', status: 204, answer: '' },
    ],
  },
  {
    title: 'Bulk API 2.0 fails a job whose columns are wrong, and gives one up',
    steps: [
      {
        call: 'POST /jobs/ingest',
        body: { object: 'Contact', operation: 'insert' },
        status: 200,
        keep: { job: 'id' },
      },
      ...uploaded('LastName,Bacon__c\nx,y\n'),
      {
        call: 'GET /jobs/ingest/{job}',
        afterJobs: true,
        status: 200,
        contains: { state: 'Failed', errorMessage: 'InvalidBatch : Field name not found : Bacon__c' },
      },
      {
        call: 'POST /jobs/ingest',
        body: { object: 'Contact', operation: 'insert' },
        status: 200,
        keep: { job: 'id' },
      },
      {
        call: 'PATCH /jobs/ingest/{job}',
        body: { state: 'Aborted' },
        status: 200,
        contains: { state: 'Aborted' },
      },
      { call: 'GET /jobs/ingest/750000000000001AAA', status: 404, contains: [{ errorCode: 'NOT_FOUND' }] },
      {
        call: 'POST /jobs/ingest',
        body: { object: 'Whizbang', operation: 'insert' },
        status: 400,
        contains: [{ errorCode: /^[A-Z_]+$/ }],
      },
    ],
  },
  {
    title: 'Bulk API 2.0 queries in pages',
    steps: [
      {
        call: 'POST /composite/sobjects',
        body: {
          records: ['Acme', 'Globex', 'Hooli'].map((Name) => ({ attributes: { type: 'Account' }, Name })),
        },
        status: 200,
      },
      {
        call: 'POST /jobs/query',
        body: { operation: 'query', query: 'SELECT Name, Phone FROM Account ORDER BY Name' },
        status: 200,
        contains: { state: 'UploadComplete', object: 'Account', operation: 'query' },
        keep: { job: 'id' },
      },
      {
        call: 'GET /jobs/query/{job}',
        afterJobs: true,
        status: 200,
        contains: { state: 'JobComplete', jobType: 'V2Query', numberRecordsProcessed: 3 },
      },
      {
        call: 'GET /jobs/query/{job}/results?maxRecords=2',
        status: 200,
        answerHeaders: {
          'content-type': /^text\/csv/,
          'sforce-numberofrecords': '2',
          'sforce-locator': /^\w+$/,
        },
        answer: '"Name","Phone"\n"Acme",""\n"Globex",""\n',
      },
      {
        call: 'GET /jobs/query/{job}/results',
        status: 200,
        answerHeaders: { 'sforce-numberofrecords': '3', 'sforce-locator': 'null' },
        answer: '"Name","Phone"\n"Acme",""\n"Globex",""\n"Hooli",""\n',
      },
    ],
  },
  {
    title: 'Bulk API 1.0 takes batches',
    steps: [
      {
        call: 'POST /services/async/60.0/job',
        headers: XML,
        body: `${JOB}<operation>insert</operation><object>Account</object><contentType>CSV</contentType></jobInfo>`,
        status: 201,
        answerHeaders: { 'content-type': /^application\/xml/ },
        answer: /<operation>insert<\/operation>\s*<object>Account<\/object>.*<state>Open<\/state>/s,
      },
      {
        call: 'POST /services/async/60.0/job',
        headers: { 'content-type': 'application/json', 'x-sfdc-session': '{token}' },
        body: { operation: 'insert', object: 'Account', contentType: 'CSV' },
        status: 201,
        contains: { object: 'Account', state: 'Open', numberBatchesTotal: 0, apiVersion: 60 },
        keep: { job: 'id' },
      },
      {
        call: 'POST /services/async/60.0/job/{job}/batch',
        headers: { ...CSV, 'x-sfdc-session': '{token}' },
        body: 'Name\nAcme\n',
        status: 201,
        answer: /<jobId>750\w{15}<\/jobId>\s*<state>Queued<\/state>/,
        keep: { batch: /<id>(751\w{15})<\/id>/ },
      },
      {
        call: 'GET /services/async/60.0/job/{job}/batch/{batch}',
        headers: { 'x-sfdc-session': '{token}' },
        afterJobs: true,
        status: 200,
        answer:
          /<state>Completed<\/state>.*<numberRecordsProcessed>1<\/numberRecordsProcessed>\s*<numberRecordsFailed>0</s,
      },
      {
        call: 'GET /services/async/60.0/job/{job}/batch/{batch}/result',
        headers: { 'x-sfdc-session': '{token}' },
        status: 200,
        answer: /^"Id","Success","Created","Error"\n"001\w{15}","true","true",""\n$/,
      },
      {
        call: 'GET /services/async/60.0/job/750000000000001',
        headers: { 'x-sfdc-session': 'over' },
        token: null,
        status: 400,
        answer: /<exceptionCode>InvalidSessionId<\/exceptionCode>/,
      },
    ],
  },
];

conformanceSuite('bulk jobs', CASES);

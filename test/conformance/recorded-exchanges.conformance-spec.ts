import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { HttpMethod } from '../../lib/transport/transport.interface.js';
import {
  FAILED_ROWS,
  JOB_PROPERTIES,
  UNKNOWN_COLUMN,
} from '../fixtures/recorded-exchanges/bulk-exchanges.js';
import { COLLECTION_EXCHANGES } from '../fixtures/recorded-exchanges/collection-exchanges.js';
import { LOGIN_EXCHANGES } from '../fixtures/recorded-exchanges/login-exchanges.js';
import { ORG_EXCHANGES } from '../fixtures/recorded-exchanges/org-exchanges.js';
import { QUERY_EXCHANGES } from '../fixtures/recorded-exchanges/query-exchanges.js';
import { RECORD_EXCHANGES } from '../fixtures/recorded-exchanges/record-exchanges.js';
import type {
  RecordedError,
  RecordedExchange,
} from '../fixtures/recorded-exchanges/recorded-exchange.interface.js';
import { openRecordedOrg } from '../fixtures/recorded-exchanges/recorded-org.js';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const AREAS: Readonly<Record<string, readonly RecordedExchange[]>> = {
  records: RECORD_EXCHANGES,
  'collections of records': COLLECTION_EXCHANGES,
  'queries and searches': QUERY_EXCHANGES,
  'the org and composite calls': ORG_EXCHANGES,
  logins: LOGIN_EXCHANGES,
};

/**
 * What real orgs answered, repeated. Of the errors that were recorded, these are not:
 * - `APEX_ERROR` and `CANNOT_EXECUTE_FLOW_TRIGGER`: neither Apex nor flows run in the org;
 * - `CANNOT_UPDATE_CONVERTED_LEAD`: leads are not converted in it;
 * - `DUPLICATE_VALUE` of a permission set's assignment: permission sets are options of the org, not records;
 * - `INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY` for a new record's parent: it is not known whether that one was hidden
 *   or absent, and the org says it of hidden ones;
 * - `MALFORMED_ID` for a parent's id of the right kind: it is not known what was wrong with it;
 * - `MALFORMED_ID` with status 200: of another API than the one called.
 */
describe('exchanges with real orgs', () => {
  let org: EmbeddedOrg;
  let names: Readonly<Record<string, string>>;

  beforeEach(async () => {
    ({ org, names } = await openRecordedOrg());
  });
  afterEach(() => org.close());

  const named = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);

  async function send({
    request,
    version = '60.0',
    body,
    headers,
    token,
  }: Partial<RecordedExchange>): Promise<Reply> {
    const [method, path = ''] = named(request!).split(/ (.*)/s) as [HttpMethod, string];
    const session = token === undefined ? org.accessToken : token;
    const isText = typeof body === 'string';
    const response = await org.transport.dispatch({
      method,
      url: org.instanceUrl + (/^\/(?:services|id)\//.test(path) ? path : `/services/data/v${version}${path}`),
      headers: {
        ...(session !== null && { authorization: `Bearer ${session}` }),
        ...(body !== undefined && !isText && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: named(isText ? body : JSON.stringify(body)) }),
    });
    const text = await response.text();
    const isJson = response.headers['content-type']?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  async function upsert(csv: string): Promise<{ id: string; made: Reply; closed: Reply; done: Reply }> {
    const body = {
      object: 'Opportunity',
      operation: 'upsert',
      externalIdFieldName: 'Code__c',
      contentType: 'CSV',
    };
    const made = await send({ request: 'POST /jobs/ingest', body });
    const { id } = made.body as { id: string };
    await send({
      request: `PUT /jobs/ingest/${id}/batches`,
      body: csv,
      headers: { 'content-type': 'text/csv' },
    });
    const closed = await send({ request: `PATCH /jobs/ingest/${id}`, body: { state: 'UploadComplete' } });
    org.runBulkJobs();
    return { id, made, closed, done: await send({ request: `GET /jobs/ingest/${id}` }) };
  }

  /** A pattern of what is expected: regular expressions match texts, the rest is what it is. */
  function pattern(value: unknown): unknown {
    if (value instanceof RegExp) return expect.stringMatching(value);
    if (typeof value === 'string') return named(value);
    if (Array.isArray(value)) return value.map(pattern);
    if (typeof value !== 'object' || value === null) return value;
    return expect.objectContaining(
      Object.fromEntries(Object.entries(value).map(([name, each]) => [name, pattern(each)])),
    );
  }

  const error = ([code, message, fields]: RecordedError, codeName: string): unknown => ({
    message: pattern(message),
    [codeName]: code,
    ...(fields && { fields }),
  });

  describe.each(Object.entries(AREAS))('about %s', (_area, exchanges) => {
    it.each(exchanges)('$title: $request', async (exchange) => {
      const { status, answerHeaders = [], errors, results, properties, open = false, contains } = exchange;
      const reply = await send(exchange);
      expect({ status: reply.status, body: reply.body }).toMatchObject({ status });
      expect(Object.keys(reply.headers)).toEqual(expect.arrayContaining([...answerHeaders]));
      if (status === 204) expect(reply.body).toBe('');
      if (errors) expect(reply.body).toEqual(errors.map((each) => error(each, 'errorCode')));
      if (results) {
        const expected = results.map((failures) =>
          failures
            ? { success: false, errors: failures.map((each) => error(each, 'statusCode')) }
            : { success: true, errors: [] },
        );
        expect(reply.body).toMatchObject(expected);
      }
      if (properties) {
        const found = Object.keys((Array.isArray(reply.body) ? reply.body[0] : reply.body) as object);
        expect(open ? found.filter((name) => properties.includes(name)) : found).toEqual(
          found.length === 0 ? properties : expect.arrayContaining([...properties]),
        );
        if (!open) expect(found).toHaveLength(properties.length);
      }
      if (contains !== undefined) expect(reply.body).toEqual(pattern(contains));
    });
  });

  describe('about bulk jobs', () => {
    it('a job is told as it is made, closed and done', async () => {
      const { made, closed, done } = await upsert(
        'Name,StageName,Code__c,CloseDate\nA,Prospecting,a,2026-06-30\n',
      );
      expect(Object.keys(made.body as object)).toEqual(expect.arrayContaining([...JOB_PROPERTIES.made]));
      expect(made.body).toMatchObject({
        state: 'Open',
        concurrencyMode: 'Parallel',
        apiVersion: 60,
        contentUrl: expect.stringMatching(/^services\/data\/v60\.0\/jobs\/ingest\/750\w{15}\/batches$/),
        lineEnding: 'LF',
        columnDelimiter: 'COMMA',
      });
      expect(Object.keys(closed.body as object)).toEqual(expect.arrayContaining([...JOB_PROPERTIES.closed]));
      expect(closed.body).toMatchObject({ state: 'UploadComplete' });
      expect(Object.keys(done.body as object)).toEqual(expect.arrayContaining([...JOB_PROPERTIES.done]));
      expect(done.body).toMatchObject({
        state: 'JobComplete',
        jobType: 'V2Ingest',
        numberRecordsProcessed: 1,
        numberRecordsFailed: 0,
        retries: 0,
      });
      expect(done.body).not.toHaveProperty('errorMessage');
    });

    it('a row whose value does not fit fails in the recorded words', async () => {
      const { id, done } = await upsert(FAILED_ROWS.csv);
      expect(done.body).toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: 2,
        numberRecordsFailed: 1,
      });
      const { body } = await send({ request: `GET /jobs/ingest/${id}/failedResults` });
      expect(body).toBe(FAILED_ROWS.failedResults);
    });

    it('a column that there is not fails the job in the recorded words', async () => {
      const { done } = await upsert(UNKNOWN_COLUMN.csv);
      expect(done.body).toMatchObject({
        state: 'Failed',
        numberRecordsProcessed: 0,
        numberRecordsFailed: 0,
        errorMessage: UNKNOWN_COLUMN.errorMessage,
      });
    });

    it('a query job is told as it is made', async () => {
      const body = { operation: 'query', query: 'SELECT Id FROM Account' };
      const { status, body: made } = await send({ request: 'POST /jobs/query', body });
      expect(status).toBe(200);
      expect(Object.keys(made as object)).toEqual([...JOB_PROPERTIES.queried]);
      expect(made).toMatchObject({
        object: 'Account',
        state: 'UploadComplete',
        contentType: 'CSV',
        apiVersion: 60,
      });
    });
  });
});

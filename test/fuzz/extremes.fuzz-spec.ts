import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FuzzedOrg } from '../support/fuzz/fuzzed-org.js';
import { complaintAbout } from '../support/fuzz/reply-complaint.js';
import { type FuzzCall, VALID_CALLS } from '../support/fuzz/valid-calls.js';

const DATA = '/services/data/v60.0';
const DEPTH = 200_000;
const MEGABYTE = 2 ** 20;

function post(path: string, body: string, type = 'application/json'): FuzzCall {
  return {
    method: 'POST',
    path: path.startsWith('/services') ? path : DATA + path,
    headers: { 'content-type': type },
    body,
  };
}

const query = (soql: string): FuzzCall => ({
  method: 'GET',
  path: `${DATA}/query?q=${encodeURIComponent(soql)}`,
  headers: {},
});

/** `{"a":{"a":…}}`, so deep. */
const nested = (open: string, close: string, depth = DEPTH): string =>
  open.repeat(depth) + close.repeat(depth);

const subrequests = (depth: number): object =>
  depth === 0
    ? { batchRequests: [{ method: 'GET', url: 'v60.0/limits' }] }
    : {
        batchRequests: [{ method: 'POST', url: 'v60.0/composite/batch', richInput: subrequests(depth - 1) }],
      };

const EXTREMES: Readonly<Record<string, () => FuzzCall>> = {
  'JSON nested deeply in arrays': () => post('/sobjects/Account', nested('[', ']')),
  'JSON nested deeply in objects': () => post('/sobjects/Account', nested('{"a":', '}')),
  'JSON never closed': () => post('/composite', '{"compositeRequest":'.repeat(DEPTH)),
  'a value nested deeply within a record': () =>
    post('/sobjects/Account', `{"Name":${nested('[', ']', 5_000)}}`),
  'a tree nested deeply': () =>
    post(
      '/composite/tree/Account',
      `${'{"records":[{"attributes":{"type":"Account","referenceId":"a"},"ChildAccounts":'.repeat(2_000)}{}${'}]}'.repeat(2_000)}`,
    ),
  'batches within batches': () => post('/composite/batch', JSON.stringify(subrequests(40))),
  'XML nested deeply': () => post('/sobjects/Account', nested('<a>', '</a>'), 'application/xml'),
  'XML that expands': () =>
    post(
      '/services/Soap/u/60.0',
      '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>',
      'text/xml',
    ),
  'a SOAP envelope nested deeply': () => post('/services/Soap/u/60.0', nested('<a>', '</a>'), 'text/xml'),
  'SOQL of nothing but parentheses': () => query(`SELECT Id FROM Account WHERE ${'('.repeat(15_000)}`),
  'SOQL with conditions nested deeply': () =>
    query(`SELECT Id FROM Account WHERE ${'('.repeat(5_000)}Name = 'x'${')'.repeat(5_000)}`),
  'SOQL with very many conditions': () =>
    query(
      `SELECT Id FROM Account WHERE ${Array.from({ length: 700 }, (_, i) => `Name = '${i}'`).join(' OR ')}`,
    ),
  'SOQL with subqueries nested deeply': () =>
    query(
      `SELECT Id FROM Account WHERE Id IN (${'SELECT AccountId FROM Contact WHERE AccountId IN ('.repeat(300)}`,
    ),
  'SOQL longer than may be': () => query(`SELECT Id FROM Account WHERE Name = '${'x'.repeat(60_000)}'`),
  'SOSL of nothing but parentheses': () => ({
    method: 'GET',
    path: `${DATA}/search?q=${encodeURIComponent(`FIND {${'('.repeat(5_000)}a} IN ALL FIELDS`)}`,
    headers: {},
  }),
  'an address of 16 KiB': () => ({
    method: 'GET',
    path: `${DATA}/sobjects/${'a'.repeat(16_400)}`,
    headers: {},
  }),
  'a path of very many segments': () => ({ method: 'GET', path: DATA + '/a'.repeat(4_000), headers: {} }),
  'a text longer than its field': () =>
    post('/sobjects/Account', JSON.stringify({ Name: 'x'.repeat(5 * MEGABYTE) })),
  'a body of 51 MB': () => post('/sobjects/Account', JSON.stringify({ Name: 'x'.repeat(51 * MEGABYTE) })),
  'a record of 100,000 fields': () =>
    post(
      '/sobjects/Account',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`F${i}`, 1]))),
    ),
  'a collection of 100,000 records': () =>
    post('/composite/sobjects', JSON.stringify({ records: Array.from({ length: 100_000 }, () => ({})) })),
  'multipart without an end': () =>
    post(
      '/sobjects/ContentVersion',
      `--b\r\n${'a: b\r\n'.repeat(100_000)}`,
      'multipart/form-data; boundary=b',
    ),
  'multipart of very many parts': () =>
    post(
      '/sobjects/ContentVersion',
      '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n\r\n'.repeat(20_000),
      'multipart/form-data; boundary=b',
    ),
  'an encoded path of nothing': () => ({
    method: 'GET',
    path: `${DATA}/sobjects/%00%00%00/%ff%fe`,
    headers: {},
  }),
  'a very long number': () =>
    post('/sobjects/Account', `{"Name":"x","AnnualRevenue":${'9'.repeat(100_000)}}`),
  'a very long external id': () => ({
    method: 'PATCH',
    path: `${DATA}/sobjects/Ship__c/Code__c/${'x'.repeat(10_000)}`,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }),
};

describe('calls that go too far', () => {
  let fuzzed: FuzzedOrg;

  beforeEach(async () => {
    fuzzed = await FuzzedOrg.open();
  });
  afterEach(() => fuzzed.close());

  it.each(Object.entries(EXTREMES))('%s: refused as the platform does', async (_name, call) => {
    const contents = await fuzzed.contents();
    const reply = await fuzzed.send(call());
    expect({ complaint: complaintAbout(reply), reply: reply.text.slice(0, 300) }).toMatchObject({
      complaint: undefined,
    });
    expect(fuzzed.failures).toEqual([]);
    if (reply.status >= 400) expect(await fuzzed.contents()).toBe(contents);
  });

  // Whoever reads them with a regular expression that goes back and forth would not come to an end.
  it.each(['a', ' ', '"', '\\', '<a ', '&', '\n', ',', '{'])(
    'bodies that go on and on with %j are answered',
    async (piece) => {
      const more = piece.repeat(200_000);
      for (const call of VALID_CALLS.filter(({ body }) => body !== undefined)) {
        const body = call.body ?? '';
        const middle = body.length >> 1;
        for (const long of [body + more, body.slice(0, middle) + more + body.slice(middle)]) {
          const { method, path, headers } = call;
          expect(complaintAbout(await fuzzed.send({ method, path, headers, body: long }))).toBeUndefined();
        }
      }
      expect(fuzzed.failures).toEqual([]);
    },
  );

  it('a bulk job takes whatever its CSV is', async () => {
    const made = await fuzzed.send(post('/jobs/ingest', '{"object":"Contact","operation":"insert"}'));
    const { id } = JSON.parse(made.text) as { id: string };
    const csv = `LastName,"Email\n${'"'.repeat(100_000)}\n${','.repeat(100_000)}`;
    const path = `${DATA}/jobs/ingest/${id}`;
    await fuzzed.send({
      method: 'PUT',
      path: `${path}/batches`,
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
    const body = '{"state":"UploadComplete"}';
    const headers = { 'content-type': 'application/json' };
    const closed = await fuzzed.send({ method: 'PATCH', path, headers, body });
    expect(complaintAbout(closed)).toBeUndefined();
    const { text } = await fuzzed.send({ method: 'GET', path, headers: {} });
    expect(JSON.parse(text)).toMatchObject({ state: expect.stringMatching(/^(?:JobComplete|Failed)$/) });
    expect(fuzzed.failures).toEqual([]);
  });
});

// Serves one query's result, accounts in pages of 2,000, from memory: the server's work is next to nothing, so that the
// readers' is what is measured. There are 100,000 of them, or as many as the query is limited to; beyond 100,000 their
// pages come round again.
import { createServer } from 'node:http';

const RECORDS = 100_000;
const PAGE = 2_000;
const QUERY = '/services/data/v67.0/query';
const LOCATOR = '01gB000003OCxSPIA1';

const id = (number) => `001B${String(number).padStart(11, '0')}AAA`;
const record = (number) => ({
  attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id(number)}` },
  Id: id(number),
  Name: `Account number ${number}`,
  Type: 'Customer - Direct',
  Industry: number % 7 === 0 ? null : 'Energy',
  Phone: '+1 555 0100',
  Website: `https://account-${number}.example`,
  AnnualRevenue: number * 1000.5,
  NumberOfEmployees: number % 5000,
  BillingStreet: `${number} Market Street`,
  BillingCity: 'San Francisco',
  BillingState: 'California',
  BillingPostalCode: '94105',
  BillingCountry: 'United States',
  Description: 'A customer since the beginning, with many a story to tell',
  AccountNumber: `CD${number}`,
  Rating: 'Hot',
  OwnerId: '005B0000000000AAAA',
  IsDeleted: false,
  CreatedDate: '2026-01-31T10:20:30.000+0000',
  LastModifiedDate: '2026-02-28T11:22:33.000+0000',
});

const recordsOf = Array.from({ length: RECORDS / PAGE }, (_, page) =>
  Buffer.from(JSON.stringify(Array.from({ length: PAGE }, (_row, row) => record(page * PAGE + row)))),
);

/** The pieces of one page's body. */
function pageOf(total, offset) {
  const last = offset + PAGE >= total;
  const next = last ? '' : `,"nextRecordsUrl":"${QUERY}/${LOCATOR}-${total}-${offset + PAGE}"`;
  const head = Buffer.from(`{"totalSize":${total},"done":${last}${next},"records":`);
  return [head, recordsOf[(offset / PAGE) % recordsOf.length], Buffer.from('}')];
}

const server = createServer((request, response) => {
  const [, total, offset] = request.url.match(/-(\d+)-(\d+)$/) ?? [];
  const limit = request.url.match(/LIMIT%20(\d+)/)?.[1];
  const body = pageOf(Number(total ?? limit ?? RECORDS), Number(offset ?? 0));
  response.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': body.reduce((length, piece) => length + piece.length, 0),
  });
  for (const piece of body) response.write(piece);
  response.end();
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));

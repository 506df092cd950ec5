// Serves one query's result, 100,000 accounts in pages of 2,000, from memory: the server's work is next to nothing, so that
// the readers' is what is measured.
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

const pages = Array.from({ length: RECORDS / PAGE }, (_, page) => {
  const last = (page + 1) * PAGE >= RECORDS;
  const records = Array.from({ length: PAGE }, (_, row) => record(page * PAGE + row));
  const body = {
    totalSize: RECORDS,
    done: last,
    ...(!last && { nextRecordsUrl: `${QUERY}/${LOCATOR}-${(page + 1) * PAGE}` }),
    records,
  };
  return Buffer.from(JSON.stringify(body));
});

const server = createServer((request, response) => {
  const offset = Number(request.url.match(/-(\d+)$/)?.[1] ?? 0);
  const body = pages[offset / PAGE];
  response.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': body.length,
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));

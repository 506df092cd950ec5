// node test/bench/embedded-org.mjs [--json] [--rounds N] [--records 1000,100000], after npm run build: queries a second that the embedded
// org answers, in process and over HTTP, as it grows: by a contact's name, and over three tables (contact, its account, the
// account's owner).
import { parseArgs } from 'node:util';
import { EmbeddedOrg } from 'nestjs-salesforce/embedded';
import { Agent } from 'undici';
import { contactQuery as simple, seededRandom } from './contact-data.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    records: { type: 'string', default: '1000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const SLICE_MILLISECONDS = 500;
const CHUNK = 20_000;
const PER_ACCOUNT = 20;

const threeTables = (number) =>
  `SELECT Id, LastName, Account.Name, Account.Owner.Name FROM Contact WHERE Account.Name = 'Account ${number}' ORDER BY LastName`;

/** Grows the org to so many contacts; every twentieth comes with an account. */
function grow(org, from, to) {
  for (let start = from; start < to; start += CHUNK) {
    const records = [];
    for (let i = start; i < Math.min(start + CHUNK, to); i++) {
      const account = Math.floor(i / PER_ACCOUNT);
      if (i % PER_ACCOUNT === 0) {
        records.push({
          attributes: { type: 'Account', referenceId: `a${account}` },
          Name: `Account ${account}`,
        });
      }
      records.push({
        attributes: { type: 'Contact' },
        FirstName: 'Ada',
        LastName: `Number ${i}`,
        Email: `ada.${i}@customer.example`,
        AccountId: `@a${account}`,
      });
    }
    org.seed({ records });
  }
}

/** Queries a second, one after the other: the median of the rounds, after one to warm up. */
async function rate(query, expected, count) {
  const random = seededRandom(42);
  const rates = [];
  for (let round = 0; round <= Number(options.rounds); round++) {
    let done = 0;
    const start = performance.now();
    for (; performance.now() < start + SLICE_MILLISECONDS; done++) {
      const { totalSize } = await query(Math.floor(random() * count));
      if (totalSize !== expected) throw new Error(`${totalSize} records instead of ${expected}`);
    }
    rates.push(done / ((performance.now() - start) / 1000));
  }
  const measured = rates.slice(1).toSorted((a, b) => a - b);
  return Math.round(measured[Math.floor(measured.length / 2)]);
}

const org = await EmbeddedOrg.create();
const server = await org.listen({ port: 0 });
const dispatcher = new Agent();
const headers = { authorization: `Bearer ${org.accessToken}` };
const path = (soql) => `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`;

async function inProcess(soql) {
  const url = org.instanceUrl + path(soql);
  const response = await org.transport.dispatch({ method: 'GET', url, headers });
  return JSON.parse(await response.text());
}

async function overHttp(soql) {
  const { body } = await dispatcher.request({ origin: server.url, path: path(soql), method: 'GET', headers });
  return body.json();
}

const rows = [];
try {
  let size = 0;
  for (const target of options.records.split(',').map(Number)) {
    const start = performance.now();
    grow(org, size, target);
    const loaded = Math.round((target - size) / ((performance.now() - start) / 1000));
    size = target;
    rows.push({
      contacts: target,
      'loaded a second': loaded,
      'simple, in process': await rate((n) => inProcess(simple(n)), 1, size),
      'simple, HTTP': await rate((n) => overHttp(simple(n)), 1, size),
      'three tables, in process': await rate(
        (n) => inProcess(threeTables(n)),
        PER_ACCOUNT,
        size / PER_ACCOUNT,
      ),
      'three tables, HTTP': await rate((n) => overHttp(threeTables(n)), PER_ACCOUNT, size / PER_ACCOUNT),
    });
  }
} finally {
  await dispatcher.close();
  await org.close();
}

if (options.json) console.log(JSON.stringify({ node: process.version, rows }, null, 2));
else {
  console.log('Queries a second of the embedded org, one after the other\n');
  console.table(Object.fromEntries(rows.map(({ contacts, ...rates }) => [`${contacts} contacts`, rates])));
}

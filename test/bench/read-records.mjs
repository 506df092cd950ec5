// One reader in a process of its own: a read to warm up, then one that is measured, of all records or of as many as are
// given. The first one counts for the peak as well: in its course the engine makes room for young objects.
import 'reflect-metadata';

const [, , reader, url, limit] = process.argv;
const FIELDS =
  `Name Type Industry Phone Website AnnualRevenue NumberOfEmployees BillingStreet BillingCity BillingState
  BillingPostalCode BillingCountry Description AccountNumber Rating OwnerId IsDeleted CreatedDate LastModifiedDate`.split(
    /\s+/,
  );
const SOQL = `SELECT Id, ${FIELDS.join(', ')} FROM Account`;
const TYPES = {
  AnnualRevenue: 'currency',
  NumberOfEmployees: 'int',
  IsDeleted: 'boolean',
  CreatedDate: 'datetime',
  LastModifiedDate: 'datetime',
};

async function bare() {
  const { Agent, request } = await import('undici');
  const dispatcher = new Agent();
  return async () => {
    const records = [];
    let path = `/services/data/v67.0/query?q=${encodeURIComponent(SOQL)}`;
    while (path) {
      const { body } = await request(url + path, { dispatcher, headers: { authorization: 'Bearer token' } });
      const page = JSON.parse(await body.text());
      records.push(...page.records);
      path = page.nextRecordsUrl;
    }
    return records.length;
  };
}

async function jsforce() {
  const { default: jsforce } = await import('jsforce');
  const connection = new jsforce.Connection({ instanceUrl: url, accessToken: 'token', version: '67.0' });
  return async () => (await connection.query(SOQL, { autoFetch: true, maxFetch: 1_000_000 })).records.length;
}

async function openRepository() {
  const { Field, getRepository, Id, SalesforceConnections, SObject } = await import('nestjs-salesforce');
  class Account {}
  Id()(Account.prototype, 'id');
  for (const name of FIELDS) {
    Field({ type: TYPES[name] ?? 'string' })(Account.prototype, name[0].toLowerCase() + name.slice(1));
  }
  SObject()(Account);
  const connection = new SalesforceConnections().add('default', {
    auth: { flow: 'session', accessToken: 'token', instanceUrl: url },
  });
  return getRepository(connection, Account);
}

async function repository() {
  const accounts = await openRepository();
  return async () => (await accounts.find()).length;
}

async function stream() {
  const accounts = await openRepository();
  return async (take) => {
    let count = 0;
    for await (const account of accounts.stream({ take })) if (account.id) count++;
    return count;
  };
}

const read = await { bare, jsforce, repository, stream }[reader]();
await read();
globalThis.gc();

const [start, cpu] = [performance.now(), process.cpuUsage()];
const records = await read(limit && Number(limit));
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
process.send(
  {
    records,
    milliseconds,
    cpuMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  },
  () => process.exit(),
);

// Finds that the typed dialect compiles to text in a second: from plain data to SOQL, nothing kept between two of them. The
// query reads through two parents and has five conditions.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  count,
  DateLiteral,
  Field,
  getRepository,
  Id,
  Lookup,
  SalesforceConnection,
  SObject,
} from 'nestjs-salesforce';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    milliseconds: { type: 'string', default: '300' },
  },
});

/** Decorates a class as TypeScript would: each property with its decorators, then the class. */
function entity(target, properties) {
  for (const [property, ...decorators] of properties) {
    for (const decorate of decorators) decorate(target.prototype, property);
  }
  SObject()(target);
  return target;
}

const id = ['id', Id()];
const text = (property) => [property, Field({ type: 'string' })];
const User = entity(class User {}, [id, text('name'), ['isActive', Field({ type: 'boolean' })]]);
const Account = entity(class Account {}, [
  id,
  text('name'),
  ['industry', Field({ type: 'picklist' })],
  ['ownerId', Field()],
  ['owner', Lookup(() => User, 'ownerId')],
]);
const Contact = entity(class Contact {}, [
  id,
  text('lastName'),
  ['email', Field({ type: 'email' })],
  ['createdDate', Field()],
  ['accountId', Field({ type: 'reference' })],
  ['account', Lookup(() => Account, 'accountId')],
]);

const connection = new SalesforceConnection('bench', {
  auth: { flow: 'session', accessToken: 'none', instanceUrl: 'https://bench.my.salesforce.com' },
});
const contacts = getRepository(connection, Contact);

const find = (n) => ({
  select: { lastName: true, email: true, account: { name: true, owner: { name: true } } },
  where: {
    lastName: { startsWith: `A${n}` },
    email: { not: null },
    createdDate: { gte: DateLiteral.lastNDays(30) },
    account: { industry: { in: ['Energy', 'Utilities'] }, owner: { isActive: true } },
  },
  orderBy: { lastName: 'asc' },
  take: 50,
});
const prepared = contacts.prepare(find(0));

const CASES = {
  'find to text': (n) => contacts.toSoql(find(n)),
  'aggregate to text': (n) =>
    contacts
      .query()
      .where({ lastName: { startsWith: `A${n}` } })
      .groupBy({ account: { industry: true } })
      .aggregate({ n: count(), accounts: count('accountId') })
      .having({ n: { gt: 1 } })
      .orderBy({ n: 'desc' })
      .toSoql(),
  'prepared to text': () => prepared.toSoql(),
};

function perSecond(run) {
  const duration = Number(options.milliseconds);
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < duration) {
    for (let i = 0; i < 100; i++) run(runs + i);
    runs += 100;
    elapsed = performance.now() - start;
  }
  return (runs / elapsed) * 1000;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rows = Object.entries(CASES).map(([name, run]) => {
  perSecond(run);
  const rounds = Array.from({ length: Number(options.rounds) }, () => perSecond(run));
  return { name, perSecond: Math.round(median(rounds)), text: run(0) };
});

if (options.json) console.log(JSON.stringify({ node: process.version, rows }, null, 2));
else console.table(Object.fromEntries(rows.map(({ name, perSecond }) => [name, { 'a second': perSecond }])));
await connection.close();

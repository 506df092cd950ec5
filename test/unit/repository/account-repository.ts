import 'reflect-metadata';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { Related } from '../../../lib/metadata/related.js';
import { getRepository } from '../../../lib/repository/repository.factory.js';
import { type Answer, ScriptedTransport } from '../../support/scripted-transport.js';

@SObject()
export class User {
  @Id() readonly id!: string;
  @Field() email!: string;
}

@SObject()
export class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'string' }) phone!: string | null;
  @Field({ type: 'string', custom: true, externalId: true }) erpNumber!: string | null;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;

  title(): string {
    return this.name.toUpperCase();
  }
}

export const A = '001000000000001AAA';
export const B = '001000000000002AAA';
export const C = '001000000000003AAA';

export const rows = (...records: object[]) => ({
  totalSize: records.length,
  done: true,
  records: records.map((record) => Object.assign({ attributes: { type: 'Account' } }, record)),
});

export const saved = (...ids: string[]) => ids.map((id) => ({ id, success: true, errors: [] }));

export function repositoryAnswering(answer: Answer) {
  const transport = new ScriptedTransport(answer);
  const connection = new SalesforceConnection(
    'default',
    { auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' } },
    { transport },
  );
  return { transport, accounts: getRepository(connection, Account) };
}

/** A repository that must not call anybody. */
export const offline = () =>
  repositoryAnswering(({ path }) => {
    throw new Error(`Nobody expected a call of ${path}`);
  });

export const MALFORMED: [string, string][] = [
  [
    '0010000000000010000',
    "Account: '0010000000000010000' is not an id: it has 19 characters, and an id has 15 or 18.",
  ],
  ['', "Account: '' is not an id: it has 0 characters, and an id has 15 or 18."],
  [
    '001000000000001AAB',
    "Account: '001000000000001AAB' is not an id: its last three characters do not fit the case of the others. Was its case changed?",
  ],
  [
    "001000000000' OR '",
    "Account: '001000000000' OR '' is not an id: an id is made of letters and digits only.",
  ],
  [
    'x'.repeat(60),
    `Account: '${'x'.repeat(40)}…' is not an id: it has 60 characters, and an id has 15 or 18.`,
  ],
];

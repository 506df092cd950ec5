import { EmbeddedOrg } from '../../../lib/embedded/embedded-org.js';
import type { SObjectDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import type { FuzzCall } from './valid-calls.js';

export interface FuzzReply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const WRITABLE = { custom: true, createable: true, updateable: true, nillable: true } as const;

const SHIP: SObjectDefinition = {
  name: 'Ship__c',
  label: 'Ship',
  labelPlural: 'Ships',
  keyPrefix: 'a00',
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [
    {
      name: 'Name',
      label: 'Ship Name',
      type: 'string',
      length: 80,
      nameField: true,
      createable: true,
      updateable: true,
    },
    {
      ...WRITABLE,
      name: 'Code__c',
      label: 'Code',
      type: 'string',
      length: 40,
      externalId: true,
      unique: true,
    },
    { ...WRITABLE, name: 'Crew__c', label: 'Crew', type: 'int', digits: 8 },
    {
      ...WRITABLE,
      name: 'Flagship__c',
      label: 'Flagship',
      type: 'reference',
      referenceTo: ['Ship__c'],
      relationshipName: 'Flagship__r',
    },
  ],
};

/** All that fuzzed calls are likely to change. */
const WATCHED = [
  'SELECT Id, Name, AnnualRevenue, IsDeleted, SystemModstamp FROM Account ORDER BY Id',
  'SELECT Id, Name, Email, AccountId, IsDeleted, SystemModstamp FROM Contact ORDER BY Id',
  'SELECT Id, Name, Amount, IsDeleted, SystemModstamp FROM Opportunity ORDER BY Id',
  'SELECT Id, Name, Code__c, Crew__c, IsDeleted, SystemModstamp FROM Ship__c ORDER BY Id',
  'SELECT Id, Name, BodyLength, IsDeleted FROM Attachment ORDER BY Id',
  'SELECT Id, Title, SystemModstamp FROM ContentVersion ORDER BY Id',
  'SELECT Id, Username, IsActive, SystemModstamp FROM User ORDER BY Id',
];

/** An embedded org with a few records that takes whatever is sent to it, and that can be asked what it holds. */
export class FuzzedOrg {
  /** Failures of the org itself. There should be none. */
  readonly failures: unknown[] = [];
  #ids: Readonly<Record<string, string>> = {};

  private constructor(
    readonly org: EmbeddedOrg,
    failures: unknown[],
  ) {
    this.failures = failures;
  }

  static async open(): Promise<FuzzedOrg> {
    const failures: unknown[] = [];
    const org = await EmbeddedOrg.create({
      bulkJobs: 'hold',
      definitions: [SHIP],
      clock: () => new Date('2026-01-31T10:00:00Z'),
      user: { username: 'admin@example.com', password: 'secret' },
      passwordPolicies: { maxLoginAttempts: 0 },
      apexRest: { 'GET /ships/:id': ({ params }) => params },
      onUnexpectedError: (error) => failures.push(error),
      seed: {
        records: [
          { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme', Industry: 'Energy' },
          { attributes: { type: 'Contact' }, FirstName: 'Ada', LastName: 'Lovelace', AccountId: '@acme' },
          { attributes: { type: 'Ship__c' }, Name: 'Endurance', Code__c: 'E-0', Crew__c: 28 },
          { attributes: { type: 'Attachment' }, Name: 'note.txt', ParentId: '@acme', Body: 'aGVsbG8=' },
        ],
      },
    });
    const fuzzed = new FuzzedOrg(org, failures);
    await fuzzed.#prepare();
    return fuzzed;
  }

  async #prepare(): Promise<void> {
    const idOf = async (sobject: string): Promise<string> => {
      const { text } = await this.send(get(`/services/data/v60.0/query?q=SELECT+Id+FROM+${sobject}+LIMIT+1`));
      return (JSON.parse(text) as { records: { Id: string }[] }).records[0]!.Id;
    };
    const made = async (path: string, body: object): Promise<string> => {
      const headers = { 'content-type': 'application/json', 'x-sfdc-session': this.org.accessToken };
      const { text } = await this.send({ method: 'POST', path, headers, body: JSON.stringify(body) });
      return (JSON.parse(text) as { id: string }).id;
    };
    const job = { object: 'Contact', operation: 'insert', contentType: 'CSV' };
    this.#ids = {
      account: await idOf('Account'),
      contact: await idOf('Contact'),
      attachment: await idOf('Attachment'),
      user: await idOf('User'),
      organization: this.org.organizationId,
      ingestJob: await made('/services/data/v60.0/jobs/ingest', job),
      queryJob: await made('/services/data/v60.0/jobs/query', {
        operation: 'query',
        query: 'SELECT Id FROM Contact',
      }),
      classicJob: await made('/services/async/60.0/job', job),
    };
  }

  /** As the administrator, unless the call has an authorization of its own; then all bulk work that came of it is done. */
  async send(call: FuzzCall): Promise<FuzzReply> {
    const { transport, instanceUrl, accessToken } = this.org;
    const response = await transport.dispatch({
      method: call.method,
      url: instanceUrl + this.#named(call.path),
      headers: { authorization: `Bearer ${accessToken}`, 'x-sfdc-session': accessToken, ...call.headers },
      ...(call.body !== undefined && { body: this.#named(call.body) }),
    });
    const reply = {
      status: response.status,
      contentType: response.headers['content-type'] ?? '',
      text: await response.text(),
    };
    this.org.runBulkJobs();
    return reply;
  }

  /** What the org holds, in a text. */
  async contents(): Promise<string> {
    const replies = [];
    for (const soql of WATCHED) {
      const { status, text } = await this.send(
        get(`/services/data/v60.0/queryAll?q=${encodeURIComponent(soql)}`),
      );
      if (status !== 200) throw new TypeError(`The org does not answer any longer: ${status} ${text}`);
      replies.push(text);
    }
    return replies.join('\n');
  }

  close(): Promise<void> {
    return this.org.close();
  }

  #named(text: string): string {
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => this.#ids[name] ?? whole);
  }
}

function get(path: string): FuzzCall {
  return { method: 'GET', path, headers: {} };
}

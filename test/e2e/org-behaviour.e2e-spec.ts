import { afterEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgOptions } from '../../lib/embedded/embedded-org-options.interface.js';
import type { FieldDefinition } from '../../lib/schema/sobject-definition.interface.js';
import { customField, customObject } from '../support/record-engine.js';

const SAM = { username: 'sam@example.com', password: 'secret' };

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** An org as its set-up makes it, over HTTP. */
class ServedOrg {
  private constructor(
    readonly org: EmbeddedOrg,
    readonly url: string,
  ) {}

  static async create(options: EmbeddedOrgOptions): Promise<ServedOrg> {
    const org = await EmbeddedOrg.create(options);
    const { url } = await org.listen();
    return new ServedOrg(org, url);
  }

  async call(method: string, path: string, body?: unknown, headers: object = {}): Promise<Reply> {
    return this.#send(this.org.accessToken, method, path, body, headers);
  }

  /** A call of Sam's. */
  async callAsSam(method: string, path: string, body?: unknown): Promise<Reply> {
    const fields = { grant_type: 'password', client_id: 'a', client_secret: 'b', ...SAM };
    const login = await fetch(`${this.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const { access_token: token } = (await login.json()) as { access_token: string };
    return this.#send(token, method, path, body, {});
  }

  async #send(token: string, method: string, path: string, body: unknown, headers: object): Promise<Reply> {
    const response = await fetch(`${this.url}/services/data/v67.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }
}

describe('The set-up of an embedded org, over HTTP', () => {
  let served: ServedOrg;

  afterEach(() => served.org.close());

  it('refuses what validation rules refuse, with every reason', async () => {
    served = await ServedOrg.create({
      rules: {
        Account: [
          { when: ({ Phone }) => Phone === null, message: 'Call them!', field: 'Phone' },
          { when: ({ Site }) => Site === null, message: 'Where?' },
        ],
      },
    });
    expect(await served.call('POST', '/sobjects/Account', { Name: 'Acme' })).toEqual({
      status: 400,
      body: [
        { message: 'Call them!', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Phone'] },
        { message: 'Where?', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: [] },
      ],
    });
    const record = { attributes: { type: 'Account' }, Name: 'Acme', Phone: '1' };
    const { body } = await served.call('POST', '/composite/sobjects', { records: [record] });
    expect(body).toEqual([
      {
        success: false,
        errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Where?', fields: [] }],
      },
    ]);
  });

  it('finds duplicates, and lets them pass by the header', async () => {
    served = await ServedOrg.create({ duplicateRules: { Lead: [{ match: ['Email'], action: 'alert' }] } });
    const lead = { LastName: 'Doe', Company: 'Acme', Email: 'jane@example.com' };
    expect((await served.call('POST', '/sobjects/Lead', lead)).status).toBe(201);
    expect(await served.call('POST', '/sobjects/Lead', lead)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'DUPLICATES_DETECTED', duplicateResut: { allowSave: true } }],
    });
    const allowed = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };
    expect((await served.call('POST', '/sobjects/Lead', lead, allowed)).status).toBe(201);
  });

  it('computes formulas and roll-ups', async () => {
    const account: FieldDefinition[] = [
      customField('Total__c', 'currency'),
      customField('Grade__c', 'string', { filterable: true }),
    ];
    served = await ServedOrg.create({
      definitions: [
        { ...customObject('Account', account), custom: false },
        customObject('Invoice__c', [
          customField('Amount__c', 'currency'),
          customField('Account__c', 'reference', {
            referenceTo: ['Account'],
            relationshipName: 'Account__r',
            cascadeDelete: true,
          }),
        ]),
      ],
      formulas: { Account: { Grade__c: 'IF(Total__c >= 100, "A", "B")' } },
      rollUps: {
        Account: { Total__c: { of: 'Invoice__c', by: 'Account__c', summarize: 'SUM', field: 'Amount__c' } },
      },
    });
    const created = await served.call('POST', '/sobjects/Account', { Name: 'Acme' });
    const { id } = created.body as { id: string };
    for (const amount of [70, 40]) {
      await served.call('POST', '/sobjects/Invoice__c', { Account__c: id, Amount__c: amount });
    }
    const { body } = await served.call('GET', `/sobjects/Account/${id}?fields=Total__c,Grade__c`);
    expect(body).toMatchObject({ Total__c: 110, Grade__c: 'A' });
    const query = encodeURIComponent("SELECT Name FROM Account WHERE Grade__c = 'A'");
    expect((await served.call('GET', `/query?q=${query}`)).body).toMatchObject({ totalSize: 1 });
  });

  it('holds users to their permissions', async () => {
    served = await ServedOrg.create({
      users: [SAM],
      permissions: {
        [SAM.username]: {
          objects: { Account: { delete: false }, Contact: { read: false } },
          fields: { 'Account.Rating': 'read', 'Account.AnnualRevenue': 'none' },
        },
      },
    });
    const created = await served.call('POST', '/sobjects/Account', { Name: 'Acme', AnnualRevenue: 5 });
    const { id } = created.body as { id: string };
    const asSam = async (method: string, path: string, body?: unknown) => {
      const reply = await served.callAsSam(method, path, body);
      return [reply.status, (reply.body as { errorCode: string }[] | undefined)?.[0]?.errorCode];
    };
    expect(await asSam('PATCH', `/sobjects/Account/${id}`, { Name: 'Renamed' })).toEqual([204, undefined]);
    expect(await asSam('PATCH', `/sobjects/Account/${id}`, { Rating: 'Hot' })).toEqual([
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    ]);
    expect(await asSam('PATCH', `/sobjects/Account/${id}`, { AnnualRevenue: 1 })).toEqual([
      400,
      'INVALID_FIELD',
    ]);
    expect(await asSam('DELETE', `/sobjects/Account/${id}`)).toEqual([
      403,
      'INSUFFICIENT_ACCESS_OR_READONLY',
    ]);
    expect(await asSam('POST', '/sobjects/Contact', { LastName: 'x' })).toEqual([404, 'NOT_FOUND']);
    expect(await asSam('GET', '/query?q=SELECT+Id+FROM+Contact')).toEqual([400, 'INVALID_TYPE']);
    expect(await asSam('GET', '/query?q=SELECT+AnnualRevenue+FROM+Account')).toEqual([400, 'INVALID_FIELD']);
    const { body: record } = await served.callAsSam('GET', `/sobjects/Account/${id}`);
    expect(record).toMatchObject({ Name: 'Renamed', Rating: null });
    expect(record).not.toHaveProperty('AnnualRevenue');
    const { body: describe } = await served.callAsSam('GET', '/sobjects/Account/describe');
    const { deletable, fields } = describe as {
      deletable: boolean;
      fields: { name: string; updateable: boolean }[];
    };
    expect(deletable).toBe(false);
    expect(fields.find(({ name }) => name === 'Rating')?.updateable).toBe(false);
    expect(fields.some(({ name }) => name === 'AnnualRevenue')).toBe(false);
  });
});

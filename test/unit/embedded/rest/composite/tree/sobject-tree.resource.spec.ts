import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

interface TreeReply {
  readonly hasErrors: boolean;
  readonly results: readonly {
    readonly referenceId: string;
    readonly id?: string;
    readonly errors?: unknown;
  }[];
}

const account = (referenceId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  attributes: { type: 'Account', referenceId },
  Name: referenceId,
  ...more,
});
const contact = (referenceId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  attributes: { type: 'Contact', referenceId },
  LastName: referenceId,
  ...more,
});

describe('sObject tree resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const send = (records: unknown) => client.post<TreeReply>('/composite/tree/Account', { records });

  it('creates records with their children, the roots reported first', async () => {
    const { status, body } = await send([
      account('ref1', { Contacts: { records: [contact('ref2'), contact('ref3')] } }),
      account('ref4', {
        ChildAccounts: { records: [account('ref5', { Contacts: { records: [contact('ref6')] } })] },
      }),
    ]);
    expect(status).toBe(201);
    expect(body.hasErrors).toBe(false);
    expect(body.results.map(({ referenceId }) => referenceId)).toEqual([
      'ref1',
      'ref4',
      'ref2',
      'ref3',
      'ref5',
      'ref6',
    ]);
    const idOf = new Map(body.results.map(({ referenceId, id }) => [referenceId, id]));
    expect(idOf.get('ref1')).toMatch(/^001\w{15}$/);
    const rows = await client.query<{ LastName: string; AccountId: string }>(
      'SELECT LastName, AccountId FROM Contact ORDER BY LastName',
    );
    expect(rows.map(({ LastName, AccountId }) => [LastName, AccountId])).toEqual([
      ['ref2', idOf.get('ref1')],
      ['ref3', idOf.get('ref1')],
      ['ref6', idOf.get('ref5')],
    ]);
    const [child] = await client.query<{ ParentId: string }>(
      "SELECT ParentId FROM Account WHERE Name = 'ref5'",
    );
    expect(child?.ParentId).toBe(idOf.get('ref4'));
  });

  it('reports the failed records, and creates none', async () => {
    const { status, body } = await send([
      account('ref1', { Contacts: { records: [contact('ref2', { Email: '123' }), contact('ref3')] } }),
    ]);
    expect(status).toBe(400);
    expect(body).toEqual({
      hasErrors: true,
      results: [
        {
          referenceId: 'ref2',
          errors: [
            {
              statusCode: 'INVALID_EMAIL_ADDRESS',
              message: 'Email: invalid email address: 123',
              fields: ['Email'],
            },
          ],
        },
      ],
    });
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });

  it('does not report the children of a failed record', async () => {
    const { body } = await send([
      { attributes: { type: 'Account', referenceId: 'ref1' }, Contacts: { records: [contact('ref2')] } },
    ]);
    expect(body.results).toEqual([
      {
        referenceId: 'ref1',
        errors: [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [Name]',
            fields: ['Name'],
          },
        ],
      },
    ]);
  });

  it('refuses reference ids that are given twice, once for every record', async () => {
    const { status, body } = await send([account('ref1'), account('ref1')]);
    expect(status).toBe(400);
    const errors = [
      { statusCode: 'INVALID_INPUT', message: 'Duplicate ReferenceId provided in the request.', fields: [] },
    ];
    expect(body.results).toEqual([
      { referenceId: 'ref1', errors },
      { referenceId: 'ref1', errors },
    ]);
  });

  it('takes 200 records and no more', async () => {
    const accounts = Array.from({ length: 201 }, (_, index) => account(`ref${index}`));
    expect(await send(accounts)).toMatchObject({
      status: 400,
      body: { results: [{ referenceId: 'ref200', errors: [{ statusCode: 'INVALID_INPUT' }] }] },
    });
    expect((await send(accounts.slice(0, 200))).status).toBe(201);
  });

  it('takes five levels and no more', async () => {
    let tree = account('level6');
    for (let level = 5; level > 0; level--) {
      tree = account(`level${level}`, { ChildAccounts: { records: [tree] } });
    }
    const { status, body } = await send([tree]);
    expect(status).toBe(400);
    expect(body.results.map(({ referenceId }) => referenceId)).toEqual(['level6']);
  });

  it.each([
    ['a record of another type', [contact('ref1')], 'INVALID_INPUT'],
    ['a relationship there is not', [account('ref1', { Nothings: { records: [] } })], 'INVALID_FIELD'],
    ['a record that is none', ['Acme'], 'JSON_PARSER_ERROR'],
    ['no records', [], 'REQUIRED_FIELD_MISSING'],
    ['records that are no list', {}, 'JSON_PARSER_ERROR'],
  ])('refuses %s', async (_, records, errorCode) => {
    expect(await send(records)).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  it('is not there before v34.0, nor for an object there is not', async () => {
    const old = await client.post('/services/data/v33.0/composite/tree/Account', { records: [account('a')] });
    expect(old).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
    expect((await client.post('/composite/tree/Whizbang', { records: [account('a')] })).status).toBe(404);
  });
});

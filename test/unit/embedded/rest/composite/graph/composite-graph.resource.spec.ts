import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

interface GraphReply {
  readonly graphs: readonly {
    readonly graphId: string;
    readonly graphResponse: {
      readonly compositeResponse: readonly { readonly body: unknown; readonly httpStatusCode: number }[];
    };
    readonly isSuccessful: boolean;
  }[];
}

const ROOT = '/services/data/v67.0';
const create = (referenceId: string, sobject: string, body: Readonly<Record<string, unknown>>) => ({
  method: 'POST',
  url: `${ROOT}/sobjects/${sobject}/`,
  referenceId,
  body,
});
const HALTED = [
  {
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
    errorCode: 'PROCESSING_HALTED',
  },
];

const graphOf = (graphId: string, count: number) => ({
  graphId,
  compositeRequest: Array.from({ length: count }, (_, index) =>
    create(`n${index}`, 'Account', { Name: 'A' }),
  ),
});
const chain = (length: number) => ({
  graphId: 'chain',
  compositeRequest: Array.from({ length }, (_, index) =>
    create(`n${index}`, 'Account', { Name: 'A', ...(index > 0 && { ParentId: `@{n${index - 1}.id}` }) }),
  ),
});

describe('composite graph resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const send = (graphs: unknown) => client.post<GraphReply>('/composite/graph', { graphs });

  it('answers as recorded', async () => {
    const { status, body } = await send([
      {
        graphId: 'test1',
        compositeRequest: [create('newAccount', 'Account', { Name: 'Test Account Composite' })],
      },
    ]);
    expect(status).toBe(200);
    const [account] = await client.query<{ Id: string }>('SELECT Id FROM Account');
    expect(body).toEqual({
      graphs: [
        {
          graphId: 'test1',
          graphResponse: {
            compositeResponse: [
              {
                body: { id: account!.Id, success: true, errors: [] },
                httpHeaders: { Location: `${ROOT}/sobjects/Account/${account!.Id}` },
                httpStatusCode: 201,
                referenceId: 'newAccount',
              },
            ],
          },
          isSuccessful: true,
        },
      ],
    });
  });

  it('undoes the graph that fails, and no other', async () => {
    const { body } = await send([
      {
        graphId: 'good',
        compositeRequest: [
          create('account', 'Account', { Name: 'Good' }),
          create('contact', 'Contact', { LastName: 'Doe', AccountId: '@{account.id}' }),
        ],
      },
      {
        graphId: 'bad',
        compositeRequest: [create('account', 'Account', { Name: 'Bad' }), create('contact', 'Contact', {})],
      },
    ]);
    expect(body.graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
      ['good', true],
      ['bad', false],
    ]);
    expect(body.graphs[1]?.graphResponse.compositeResponse).toMatchObject([
      { body: HALTED, httpStatusCode: 400, httpHeaders: {}, referenceId: 'account' },
      {
        body: [
          {
            message: 'Required fields are missing: [LastName]',
            errorCode: 'REQUIRED_FIELD_MISSING',
            fields: ['LastName'],
          },
        ],
        httpStatusCode: 400,
        referenceId: 'contact',
      },
    ]);
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Good' }]);
    expect(await client.query('SELECT Account.Name FROM Contact')).toMatchObject([
      { Account: { Name: 'Good' } },
    ]);
  });

  it('refuses nodes that are not about records', async () => {
    const { body } = await send([
      {
        graphId: 'g',
        compositeRequest: [
          { method: 'GET', url: `${ROOT}/query?q=SELECT+Id+FROM+Account`, referenceId: 'q' },
        ],
      },
    ]);
    expect(body.graphs).toMatchObject([{ isSuccessful: false }]);
  });

  it('stops after more than 14 failed graphs', async () => {
    const { body } = await send(
      Array.from({ length: 17 }, (_, index) => ({
        graphId: `g${index}`,
        compositeRequest: [create('account', 'Account', index < 15 ? {} : { Name: 'Late' })],
      })),
    );
    const codes = body.graphs.map(
      ({ graphResponse }) =>
        (graphResponse.compositeResponse[0]!.body as { errorCode: string }[])[0]!.errorCode,
    );
    expect(codes.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 'REQUIRED_FIELD_MISSING'));
    expect(codes.slice(15)).toEqual(['PROCESSING_HALTED', 'PROCESSING_HALTED']);
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });

  it.each([
    ['76 graphs', Array.from({ length: 76 }, (_, index) => graphOf(`g${index}`, 1))],
    ['501 nodes', [graphOf('one', 250), graphOf('two', 251)]],
    ['16 levels', [chain(16)]],
    [
      '16 kinds of nodes',
      [
        {
          graphId: 'kinds',
          compositeRequest: Array.from({ length: 16 }, (_, index) =>
            create(`n${index}`, `Object${index}__c`, {}),
          ),
        },
      ],
    ],
  ])('refuses %s', async (_, graphs) => {
    expect(await send(graphs)).toMatchObject({ status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED' }] });
  });

  it('takes 15 levels', async () => {
    const { body } = await send([chain(15)]);
    expect(body.graphs).toMatchObject([{ isSuccessful: true }]);
  });

  it.each([
    ['no graphs', [], 'REQUIRED_FIELD_MISSING'],
    ['a graph without an id', [{ compositeRequest: [] }], 'REQUIRED_FIELD_MISSING'],
    ['two graphs of one id', [graphOf('g', 1), graphOf('g', 1)], 'JSON_PARSER_ERROR'],
  ])('refuses %s', async (_, graphs, errorCode) => {
    expect(await send(graphs)).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  it('is not there before v50.0', async () => {
    const reply = await client.post('/services/data/v49.0/composite/graph', { graphs: [graphOf('g', 1)] });
    expect(reply).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });
});

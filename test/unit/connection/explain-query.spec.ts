import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { type Answer, ScriptedTransport } from '../../support/scripted-transport.js';

function connectionAnswering(answer: Answer) {
  const transport = new ScriptedTransport(answer);
  const connection = new SalesforceConnection(
    'default',
    { auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' } },
    { transport },
  );
  return { transport, connection };
}

describe('SalesforceConnection.explain', () => {
  const PLANS = [
    {
      cardinality: 1,
      fields: [],
      leadingOperationType: 'TableScan',
      notes: [
        {
          description: 'Not considering filter for optimization because unindexed',
          fields: ['IsDeleted'],
          tableEnumOrId: 'Merchandise__c',
        },
      ],
      relativeCost: 0.65,
      sobjectCardinality: 3,
      sobjectType: 'Merchandise__c',
    },
  ];

  it('gives the plans of a query', async () => {
    const { connection, transport } = connectionAnswering(() => ({ plans: PLANS, sourceQuery: '' }));
    expect(await connection.explain('SELECT Id FROM Merchandise__c')).toEqual(PLANS);
    expect(transport.calls).toMatchObject([
      { method: 'GET', path: 'query', query: { explain: 'SELECT Id FROM Merchandise__c' } },
    ]);
  });

  it.each([[{}], [[]], [undefined]])('refuses %j as an answer', async (body) => {
    const { connection } = connectionAnswering(() => body);
    await expect(connection.explain('SELECT Id FROM Account')).rejects.toBeInstanceOf(
      InvalidResponseException,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { MalformedQueryException } from '../../../lib/exceptions/malformed-query.exception.js';
import { sosl } from '../../../lib/soql/sosl/sosl-tag.js';
import { type Answer, ScriptedTransport, Status } from '../../support/scripted-transport.js';

/** What an org answered to a search for contacts, accounts and cases. */
const FOUND = [
  {
    attributes: { type: 'Contact', url: '/services/data/v53.0/sobjects/Contact/0035d00006bOrFOAA0' },
    FirstName: 'Dirk',
  },
  {
    attributes: { type: 'Account', url: '/services/data/v53.0/sobjects/Account/0011Y00003I0OpPQAV' },
    Name: 'Acme',
  },
];

function connectionAnswering(answer: Answer) {
  const transport = new ScriptedTransport(answer);
  const connection = new SalesforceConnection(
    'default',
    { auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' } },
    { transport },
  );
  return { transport, connection };
}

describe('SalesforceConnection.search', () => {
  it('gives the records of all objects in the order of the answer', async () => {
    const { connection, transport } = connectionAnswering(() => ({ searchRecords: FOUND }));
    expect(
      await connection.search(sosl`FIND {${'Acme & Co'}} RETURNING Contact(FirstName), Account(Name)`),
    ).toEqual(FOUND);
    expect(transport.calls).toMatchObject([
      {
        method: 'GET',
        path: 'search',
        query: { q: 'FIND {Acme \\& Co} RETURNING Contact(FirstName), Account(Name)' },
      },
    ]);
  });

  it('takes the bare list of old versions of the API', async () => {
    const { connection } = connectionAnswering(() => FOUND);
    expect(await connection.search('FIND {Acme}')).toEqual(FOUND);
  });

  it('sends a long search in a body', async () => {
    const { connection, transport } = connectionAnswering(() => ({
      hasErrors: false,
      results: [{ statusCode: 200, result: { searchRecords: FOUND } }],
    }));
    expect(await connection.search(`FIND {${'Acme '.repeat(4000)}}`)).toEqual(FOUND);
    expect(transport.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST composite/batch']);
  });

  it('passes on what the org says of a malformed search', async () => {
    const { connection } = connectionAnswering(
      () =>
        new Status(400, [
          {
            message: 'No search term found. The search term must be enclosed in braces.',
            errorCode: 'MALFORMED_SEARCH',
          },
        ]),
    );
    const failing = connection.search("FIND 'Acme'");
    await expect(failing).rejects.toBeInstanceOf(MalformedQueryException);
    await expect(failing).rejects.toThrow(
      'No search term found. The search term must be enclosed in braces.',
    );
  });

  it.each([[{}], [{ searchRecords: null }], ['x'], [undefined], [null]])(
    'refuses %j as an answer',
    async (body) => {
      const { connection } = connectionAnswering(() => body);
      await expect(connection.search('FIND {Acme}')).rejects.toBeInstanceOf(InvalidResponseException);
    },
  );

  it('ends with its signal', async () => {
    const { connection, transport } = connectionAnswering(() => ({ searchRecords: [] }));
    const signals: unknown[] = [];
    const { dispatch } = transport;
    transport.dispatch = (request) => {
      signals.push(request.signal);
      return dispatch.call(transport, request);
    };
    const { signal } = new AbortController();
    await connection.search('FIND {Acme}', { signal });
    expect(signals).toEqual([signal]);
  });
});

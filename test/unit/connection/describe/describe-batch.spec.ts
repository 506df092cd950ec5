import { describe, expect, it } from '@jest/globals';
import type { DescribeConnection } from '../../../../lib/connection/describe/conditional-get.js';
import { describeBatch } from '../../../../lib/connection/describe/describe-batch.js';
import type { ResourceRequest } from '../../../../lib/connection/resource-request.interface.js';
import { LimitExceededException } from '../../../../lib/exceptions/limit-exceeded.exception.js';
import { SalesforceException } from '../../../../lib/exceptions/salesforce.exception.js';

const unused = (): never => {
  throw new TypeError('the answer is read as text');
};

/** A connection that answers with one text, or fails. */
class ScriptedConnection implements DescribeConnection {
  readonly name = 'default';
  readonly apiVersion = '59.0';
  readonly asked: ResourceRequest[] = [];
  readonly #answer: string | Error;

  constructor(answer: object | string | Error) {
    this.#answer = typeof answer === 'string' || answer instanceof Error ? answer : JSON.stringify(answer);
  }

  async open(request: ResourceRequest): ReturnType<DescribeConnection['open']> {
    this.asked.push(request);
    const text = this.#answer;
    if (text instanceof Error) throw text;
    return { status: 200, headers: {}, text: async () => text, bytes: unused, stream: unused };
  }
}

const KNOWN = { since: 'Wed, 06 May 2026 09:49:20 GMT', etag: '"1"', body: { name: 'Contact' } };
const WISHES = [
  { name: 'Account', known: undefined },
  { name: 'Contact', known: KNOWN },
  { name: 'Lead', known: undefined },
];

describe('describeBatch', () => {
  it('asks for all in one composite request, under the conditions of what is known', async () => {
    const connection = new ScriptedConnection({ compositeResponse: [] });
    await describeBatch(connection, WISHES);
    expect(connection.asked).toEqual([
      {
        method: 'POST',
        path: 'composite',
        signal: undefined,
        body: {
          allOrNone: false,
          compositeRequest: [
            {
              method: 'GET',
              url: '/services/data/v59.0/sobjects/Account/describe',
              referenceId: 'object0',
            },
            {
              method: 'GET',
              url: '/services/data/v59.0/sobjects/Contact/describe',
              referenceId: 'object1',
              httpHeaders: { 'if-modified-since': 'Wed, 06 May 2026 09:49:20 GMT', 'if-none-match': '"1"' },
            },
            { method: 'GET', url: '/services/data/v59.0/sobjects/Lead/describe', referenceId: 'object2' },
          ],
        },
      },
    ]);
  });

  it('gives what was described, what is as it was, and leaves out what was refused', async () => {
    const connection = new ScriptedConnection({
      compositeResponse: [
        {
          body: { name: 'Account' },
          // As recorded of an org.
          httpHeaders: { ETag: '"e8178a2d"', 'Last-Modified': 'Wed, 6 May 2026 09:49:20 GMT' },
          httpStatusCode: 200,
          referenceId: 'object0',
        },
        { body: null, httpHeaders: {}, httpStatusCode: 304, referenceId: 'object1' },
        {
          body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
          httpHeaders: {},
          httpStatusCode: 404,
          referenceId: 'object2',
        },
        { body: {}, httpStatusCode: 200, referenceId: 'object9' },
      ],
    });
    expect([...(await describeBatch(connection, WISHES))]).toEqual([
      ['Account', { since: 'Wed, 06 May 2026 09:49:20 GMT', etag: '"e8178a2d"', body: { name: 'Account' } }],
      ['Contact', KNOWN],
    ]);
  });

  it.each([400, 404, 405, 413, 500])('gives nothing where the request is refused with %d', async (status) => {
    const connection = new ScriptedConnection(new SalesforceException('refused', { status }));
    expect((await describeBatch(connection, WISHES)).size).toBe(0);
  });

  it('fails where any call would', async () => {
    const limit = new LimitExceededException('TotalRequests Limit exceeded.', { status: 403 });
    await expect(describeBatch(new ScriptedConnection(limit), WISHES)).rejects.toBe(limit);
    await expect(describeBatch(new ScriptedConnection('<html>'), WISHES)).rejects.toThrow(
      'The answer of composite is no JSON.',
    );
  });
});

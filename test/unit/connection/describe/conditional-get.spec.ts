import { describe, expect, it } from '@jest/globals';
import {
  conditionalGet,
  type DescribeConnection,
} from '../../../../lib/connection/describe/conditional-get.js';
import type { ResourceRequest } from '../../../../lib/connection/resource-request.interface.js';

const KNOWN = { since: 'Wed, 06 May 2026 09:49:20 GMT', etag: '"1"', body: { name: 'Account' } };
const PATH = 'sobjects/Account/describe';

const unused = (): never => {
  throw new TypeError('the answer is read as text');
};

function connection(status: number, text: string, headers: Readonly<Record<string, string>> = {}) {
  const asked: ResourceRequest[] = [];
  const answering: DescribeConnection = {
    name: 'default',
    apiVersion: '67.0',
    open: async (request) => {
      asked.push(request);
      return { status, headers, text: async () => text, bytes: unused, stream: unused };
    },
  };
  return { answering, asked };
}

describe('conditionalGet', () => {
  it('reads what is not known', async () => {
    const headers = { 'last-modified': 'Wed, 6 May 2026 09:49:20 GMT', etag: '"2"' };
    const { answering, asked } = connection(200, '{"name":"Account"}', headers);
    expect(await conditionalGet(answering, PATH)).toEqual({
      since: 'Wed, 06 May 2026 09:49:20 GMT',
      etag: '"2"',
      body: { name: 'Account' },
    });
    expect(asked).toEqual([{ path: PATH, signal: undefined, headers: {} }]);
  });

  it('takes what is known where nothing has changed', async () => {
    const { answering, asked } = connection(304, '');
    expect(await conditionalGet(answering, PATH, { known: KNOWN })).toBe(KNOWN);
    expect(asked[0]?.headers).toEqual({
      'if-modified-since': 'Wed, 06 May 2026 09:49:20 GMT',
      'if-none-match': '"1"',
    });
  });

  it.each(['', '<html>', '"text"', 'null'])(
    'refuses %j for an answer, and does not quote it',
    async (text) => {
      await expect(conditionalGet(connection(200, text).answering, PATH)).rejects.toThrow(
        'The answer of sobjects/Account/describe is no JSON object.',
      );
    },
  );
});

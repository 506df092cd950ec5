import { describe, expect, it } from '@jest/globals';
import { SalesforceTimeoutException } from '../../../../lib/exceptions/salesforce-timeout.exception.js';
import { loggingInterceptor } from '../../../../lib/transport/interceptors/logging.interceptor.js';
import { fakeDispatch } from '../fake-dispatch.js';

describe('loggingInterceptor', () => {
  const lines: string[] = [];
  const write = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  const logger = { error: write('error'), warn: write('warn'), log: write('log'), debug: write('debug') };
  const request = {
    method: 'POST',
    url: 'https://acme.my.salesforce.com/services/data/v67.0/query?q=SECRET-VALUE',
    headers: { authorization: 'Bearer SECRET-TOKEN' },
    body: 'SECRET-BODY',
  } as const;

  it.each([
    [200, 'debug'],
    [404, 'debug'],
    [503, 'warn'],
  ])('reports an answer of %i at the level %s by path, status and time alone', async (status, level) => {
    lines.length = 0;
    await loggingInterceptor(logger)(fakeDispatch(() => ({ status, body: 'SECRET-ANSWER' })))(request);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${level} POST /services/data/v67\\.0/query ${status} \\d+ ms$`));
  });

  it('warns of a call without an answer and hands on its failure', async () => {
    lines.length = 0;
    const failure = new SalesforceTimeoutException('SECRET-MESSAGE');
    const failing = async () => {
      throw failure;
    };
    await expect(loggingInterceptor(logger)(failing)(request)).rejects.toBe(failure);
    expect(lines[0]).toMatch(/^warn POST \/services\/data\/v67\.0\/query SalesforceTimeoutException \d+ ms$/);
  });

  it('takes a call that its caller gave up for no trouble', async () => {
    lines.length = 0;
    const reason = new DOMException('This operation was aborted', 'AbortError');
    const abandoned = async () => {
      throw reason;
    };
    const call = loggingInterceptor(logger)(abandoned)({ ...request, signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
    expect(lines[0]).toMatch(/^debug POST \/services\/data\/v67\.0\/query given up \d+ ms$/);
  });
});

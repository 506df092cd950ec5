import { describe, expect, it, jest } from '@jest/globals';
import { writeWatchInterceptor } from '../../../../lib/connection/cache/write-watch.interceptor.js';
import { bufferedResponse } from '../../../../lib/transport/buffered-response.js';
import type { TransportRequest } from '../../../../lib/transport/transport.interface.js';

const request = (method: TransportRequest['method']): TransportRequest => ({
  method,
  url: '/services/data/v67.0/sobjects/Account/001',
  headers: {},
});
const answer = bufferedResponse({ status: 204, headers: {} }, '');

describe('writeWatchInterceptor', () => {
  it('reports a write before its answer is given out', async () => {
    const steps: string[] = [];
    const watched = writeWatchInterceptor(async (written) => {
      await Promise.resolve();
      steps.push(`reported ${written}`);
    })(async () => {
      steps.push('sent');
      return answer;
    });
    await expect(watched(request('PATCH'))).resolves.toBe(answer);
    expect(steps).toEqual(['sent', 'reported Account']);
  });

  it('reports a write that failed, since part of it may have been done', async () => {
    const report = jest.fn<(written: unknown) => Promise<void>>(async () => undefined);
    const broken = new Error('the connection broke');
    await expect(writeWatchInterceptor(report)(() => Promise.reject(broken))(request('PATCH'))).rejects.toBe(
      broken,
    );
    expect(report).toHaveBeenCalledWith(['Account']);
  });

  it('reports no reads', async () => {
    const report = jest.fn(async () => undefined);
    await writeWatchInterceptor(report)(async () => answer)(request('GET'));
    expect(report).not.toHaveBeenCalled();
  });
});

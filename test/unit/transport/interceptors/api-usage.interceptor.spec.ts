import { describe, expect, it, jest } from '@jest/globals';
import { apiUsageInterceptor } from '../../../../lib/transport/interceptors/api-usage.interceptor.js';
import { fakeDispatch } from '../fake-dispatch.js';

describe('apiUsageInterceptor', () => {
  const request = { method: 'GET', url: 'https://acme.my.salesforce.com/', headers: {} } as const;

  it.each([
    ['api-usage=18/5000', { used: 18, limit: 5000 }],
    ['api-usage=25/5000; per-app-api-usage=17/250(appName=sample-connected-app)', { used: 25, limit: 5000 }],
  ])('reports %s', async (header, usage) => {
    const report = jest.fn();
    await apiUsageInterceptor(report)(fakeDispatch(() => ({ headers: { 'sforce-limit-info': header } })))(
      request,
    );
    expect(report.mock.calls).toEqual([[usage]]);
  });

  it('reports nothing when the answer tells nothing', async () => {
    const report = jest.fn();
    await apiUsageInterceptor(report)(fakeDispatch(() => ({})))(request);
    expect(report).not.toHaveBeenCalled();
  });
});

import { describe, expect, it } from '@jest/globals';
import { compose } from '../../../../lib/transport/interceptors/compose.js';
import { headersInterceptor } from '../../../../lib/transport/interceptors/headers.interceptor.js';
import type { Interceptor } from '../../../../lib/transport/transport.interface.js';
import { fakeDispatch } from '../fake-dispatch.js';

const request = {
  method: 'GET',
  url: 'https://acme.my.salesforce.com/',
  headers: { accept: 'text/csv' },
} as const;

describe('compose', () => {
  it('lets the first interceptor see a request first and its answer last', async () => {
    const order: string[] = [];
    const named =
      (name: string): Interceptor =>
      (next) =>
      async (given) => {
        order.push(`${name} sends`);
        const response = await next(given);
        order.push(`${name} receives`);
        return response;
      };
    await compose([named('outer'), named('inner')])(fakeDispatch(() => ({})))(request);
    expect(order).toEqual(['outer sends', 'inner sends', 'inner receives', 'outer receives']);
  });

  it('changes nothing when there is no interceptor', () => {
    const dispatch = fakeDispatch(() => ({}));
    expect(compose([])(dispatch)).toBe(dispatch);
  });
});

describe('headersInterceptor', () => {
  it("adds headers below the request's own", async () => {
    const dispatch = fakeDispatch(() => ({}));
    await headersInterceptor({ 'Sforce-Call-Options': 'client=acme', Accept: 'application/json' })(dispatch)(
      request,
    );
    expect(dispatch.requests[0]?.headers).toEqual({
      'sforce-call-options': 'client=acme',
      accept: 'text/csv',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { writtenObjects } from '../../../../lib/connection/cache/written-objects.js';
import type { HttpMethod } from '../../../../lib/transport/transport.interface.js';

const written = (method: HttpMethod, path: string, body?: unknown) =>
  writtenObjects({
    method,
    url: path.startsWith('/') ? path : `https://acme.my.salesforce.com/services/data/v67.0/${path}`,
    headers: {},
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });

const typed = (...types: string[]) => ({
  allOrNone: false,
  records: types.map((type) => ({ attributes: { type }, Name: 'x' })),
});

describe('writtenObjects', () => {
  it.each<[HttpMethod, string, unknown]>([
    ['GET', 'query?q=SELECT', undefined],
    ['GET', 'sobjects/Account/001', undefined],
    ['HEAD', 'sobjects', undefined],
    ['POST', 'composite/sobjects/Account', { ids: ['001'], fields: ['Name'] }],
    ['POST', 'parameterizedSearch', { q: 'Acme' }],
    ['POST', 'composite', { compositeRequest: [{ method: 'GET', url: '/services/data/v67.0/query?q=x' }] }],
    ['POST', 'composite/batch', { batchRequests: [{ method: 'GET', url: 'v67.0/limits' }] }],
  ])('knows that %s %s only reads', (method, path, body) => {
    expect(written(method, path, body)).toBe('none');
  });

  it.each<[HttpMethod, string, unknown, string[]]>([
    ['POST', 'sobjects/Account', { Name: 'Acme' }, ['Account']],
    ['PATCH', 'sobjects/Account/001', { Name: 'Acme' }, ['Account']],
    ['PATCH', '/services/data/v67.0/sobjects/Account/001', { Name: 'Acme' }, ['Account']],
    ['PATCH', 'sobjects/Account/ErpNumber__c/17%2F4', { Name: 'Acme' }, ['Account']],
    ['POST', 'composite/sobjects', typed('Account', 'Account', 'Contact'), ['Account', 'Contact']],
    ['PATCH', 'composite/sobjects', typed('Contact'), ['Contact']],
    ['PATCH', 'composite/sobjects/Account/ErpNumber__c', typed('Account'), ['Account']],
  ])('knows what %s %s writes', (method, path, body, objects) => {
    expect(written(method, path, body)).toEqual(objects);
  });

  it.each<[HttpMethod, string, unknown]>([
    ['DELETE', 'sobjects/Account/001', undefined],
    ['DELETE', 'composite/sobjects?ids=001,003', undefined],
    ['POST', 'composite/sobjects', { records: [{ Name: 'x' }] }],
    ['POST', 'composite/sobjects', 'no JSON'],
    ['POST', 'composite/sobjects', 'null'],
    ['POST', 'composite', { compositeRequest: [{ method: 'GET' }, { method: 'PATCH' }] }],
    ['POST', 'composite', undefined],
    ['POST', 'composite/tree/Account', typed('Account')],
    ['POST', 'composite/graph', {}],
    ['POST', 'jobs/ingest', { object: 'Account' }],
    ['POST', '/services/apexrest/orders', {}],
    ['POST', '/services/Soap/u/67.0', '<xml/>'],
  ])('does not know what %s %s writes', (method, path, body) => {
    expect(written(method, path, body)).toBe('unknown');
  });
});

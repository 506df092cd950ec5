import { describe, expect, it } from '@jest/globals';
import { RouteTable } from '../../../../lib/embedded/rest/route-table.js';

const table = new RouteTable([
  { path: '/' },
  { path: '/sobjects' },
  { path: '/sobjects/:sobject' },
  { path: '/sobjects/:sobject/describe' },
  { path: '/sobjects/:sobject/:id' },
  { path: '/sobjects/:sobject/:field/:value' },
]);

function find(path: string) {
  const route = table.find(path.split('/').filter(Boolean));
  return route && { path: route.target.path, parameters: route.parameters };
}

describe('RouteTable', () => {
  it.each([
    ['/', '/', {}],
    ['/sobjects', '/sobjects', {}],
    ['/sobjects/Account', '/sobjects/:sobject', { sobject: 'Account' }],
    ['/sobjects/Account/describe', '/sobjects/:sobject/describe', { sobject: 'Account' }],
    ['/SObjects/Account/Describe', '/sobjects/:sobject/describe', { sobject: 'Account' }],
    ['/sobjects/Account/001', '/sobjects/:sobject/:id', { sobject: 'Account', id: '001' }],
    [
      '/sobjects/Account/describe/x',
      '/sobjects/:sobject/:field/:value',
      { sobject: 'Account', field: 'describe', value: 'x' },
    ],
  ])('finds %s', (path, expected, parameters) => {
    expect(find(path)).toEqual({ path: expected, parameters });
  });

  it.each(['/unknown', '/sobjects/a/b/c/d'])('finds nothing for %s', (path) => {
    expect(find(path)).toBeUndefined();
  });
});

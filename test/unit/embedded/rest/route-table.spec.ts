import { describe, expect, it } from '@jest/globals';
import { type DeferredTargets, RouteTable } from '../../../../lib/embedded/rest/route-table.js';

const table = new RouteTable([
  { path: '/' },
  { path: '/sobjects' },
  { path: '/sobjects/:sobject' },
  { path: '/sobjects/:sobject/describe' },
  { path: '/sobjects/:sobject/:id' },
  { path: '/sobjects/:sobject/:field/:value' },
  { path: '/files/*' },
  { path: '/files/:id/content' },
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
    ['/files/a/content', '/files/:id/content', { id: 'a' }],
    ['/files/a/other/b', '/files/*', { '*': 'a/other/b' }],
    ['/files', '/files/*', { '*': '' }],
  ])('finds %s', (path, expected, parameters) => {
    expect(find(path)).toEqual({ path: expected, parameters });
  });

  it.each(['/unknown', '/sobjects/a/b/c/d'])('finds nothing for %s', (path) => {
    expect(find(path)).toBeUndefined();
  });
});

describe('RouteTable with deferred targets', () => {
  interface Target {
    readonly path: string;
  }

  function open() {
    const loaded: string[] = [];
    const group = (below: string, paths: readonly string[], callOthers = false): DeferredTargets<Target> => ({
      below: [below],
      callOthers,
      load: () => {
        loaded.push(below);
        return Promise.resolve(paths.map((path) => ({ path })));
      },
    });
    const routes = new RouteTable<Target>(
      [{ path: '/sobjects/:sobject' }, { path: '/sobjects/:sobject/:field/:value' }],
      [
        group('/tooling/*', ['/tooling', '/tooling/query']),
        group('/sobjects/:sobject/listviews/*', ['/sobjects/:sobject/listviews/:view']),
        group('/composite/*', ['/composite'], true),
      ],
    );
    const pathOf = async (path: string): Promise<string | undefined> => {
      const segments = path.split('/').filter(Boolean);
      await routes.prepare(segments);
      return routes.find(segments)?.target.path;
    };
    return { loaded, pathOf, routes };
  }

  it('loads them with the first path that leads to them, and once', async () => {
    const { loaded, pathOf } = open();
    expect(await pathOf('/sobjects/Account')).toBe('/sobjects/:sobject');
    expect(loaded).toEqual([]);
    expect(await Promise.all([pathOf('/tooling'), pathOf('/Tooling/query')])).toEqual([
      '/tooling',
      '/tooling/query',
    ]);
    expect(await pathOf('/tooling/unknown')).toBeUndefined();
    expect(loaded).toEqual(['/tooling/*']);
  });

  it('finds what a path leads to without them when none of them answers it', async () => {
    const { pathOf } = open();
    expect(await pathOf('/sobjects/Account/listviews/00B')).toBe('/sobjects/:sobject/listviews/:view');
    expect(await pathOf('/sobjects/Account/listviews')).toBeUndefined();
    expect(await pathOf('/sobjects/Account/Name/Acme')).toBe('/sobjects/:sobject/:field/:value');
  });

  it('loads all of them with those that call others', async () => {
    const { loaded, pathOf, routes } = open();
    expect(await pathOf('/composite')).toBe('/composite');
    expect(loaded).toEqual(['/tooling/*', '/sobjects/:sobject/listviews/*', '/composite/*']);
    expect(routes.prepare(['tooling', 'query'])).toBeUndefined();
    expect(routes.find(['tooling', 'query'])?.target.path).toBe('/tooling/query');
  });

  it('asks again for what could not be loaded', async () => {
    let attempts = 0;
    const load = (): Promise<readonly Target[]> =>
      attempts++ === 0 ? Promise.reject(new Error('out of reach')) : Promise.resolve([{ path: '/files' }]);
    const routes = new RouteTable<Target>([], [{ below: ['/files/*'], load }]);
    await expect(routes.prepare(['files'])).rejects.toThrow('out of reach');
    await routes.prepare(['files']);
    expect(routes.find(['files'])?.target.path).toBe('/files');
  });
});

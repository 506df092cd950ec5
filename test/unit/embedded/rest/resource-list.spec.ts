import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DATA_RESOURCES,
  DEFERRED_DATA_RESOURCES,
  DEFERRED_OPEN_RESOURCES,
} from '../../../../lib/embedded/rest/resource-list.js';
import type { HttpMethod } from '../../../../lib/transport/transport.interface.js';
import { OrgClient } from '../../../support/org-client.js';

const DEFERRED = await Promise.all(DEFERRED_DATA_RESOURCES.map(({ load }) => load()));
const ALL_RESOURCES = [...DATA_RESOURCES, ...DEFERRED.flat()];

/** Texts that want out of where they are put. */
const HOSTILE_TEXTS: readonly string[] = [
  "'",
  "' OR Name != '",
  "') UNION SELECT 1 --",
  '"; DROP TABLE "Account"; --',
  '\\',
  '\u0000',
  '\ud800\udc00\ufeff',
  '../../../etc/passwd',
  '%00%2e%2e',
  '{}',
  '@{a.b}',
  '*',
  '__proto__',
  'constructor',
  ' ',
  'x'.repeat(300),
];

/** Bodies that fit no resource, or only half. */
const BODIES: readonly string[] = [
  '',
  'null',
  '[]',
  '{}',
  '"text"',
  '{"records":[null]}',
  '{"records":[{"attributes":{"type":"Account","referenceId":7}}]}',
  '{"records":{"records":[]},"allOrNone":"yes"}',
  '{"compositeRequest":[{}],"graphs":[{"graphId":"g","compositeRequest":[{}]}],"batchRequests":[{}]}',
  '{"inputs":[null,7],"record":[],"contextId":7,"requests":7}',
  '{"FullName":7,"Metadata":[],"q":{},"sobjects":[7],"ids":[null],"fields":[{}]}',
];

describe('every resource', () => {
  let client: OrgClient;
  const failures: unknown[] = [];

  beforeAll(async () => {
    client = await OrgClient.open({ onUnexpectedError: (error) => failures.push(error) });
  });
  afterAll(() => client.close());

  it.each(ALL_RESOURCES.map(({ path, methods }) => [path, Object.keys(methods)] as const))(
    'answers hostile calls with a refusal: %s',
    async (path, methods) => {
      for (const method of methods) {
        for (const [index, text] of HOSTILE_TEXTS.entries()) {
          const filled = path
            .replace(':sobject', index % 2 === 0 ? 'Account' : encodeURIComponent(text))
            .replaceAll(/:\w+|\*/g, () => encodeURIComponent(text));
          const query = `?q=${encodeURIComponent(text)}&ids=${encodeURIComponent(text)}&fields=${encodeURIComponent(text)}&sobject=Account`;
          const body = method === 'GET' || method === 'DELETE' ? undefined : BODIES[index % BODIES.length]!;
          const { status } = await client.call(method as HttpMethod, filled + query, {
            ...(body !== undefined && { body }),
            headers: {
              accept: index % 3 === 0 ? 'application/xml' : 'application/json',
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
          });
          expect([filled, method, status < 500]).toEqual([filled, method, true]);
        }
      }
      expect(failures).toEqual([]);
    },
  );

  it('writes what it answers as XML too', async () => {
    const answers = new Map<string, number>();
    for (const { path, methods, formats } of ALL_RESOURCES) {
      if (!methods.GET || formats === 'json') continue;
      const filled = path.replace(':sobject', 'Account').replaceAll(/:\w+|\*/g, '001000000000001AAA');
      const { status, headers } = await client.get(`${filled}?q=Account`, {
        headers: { accept: 'application/xml' },
      });
      expect([filled, status < 500]).toEqual([filled, true]);
      if (status === 200) answers.set(headers['content-type'] ?? '', status);
    }
    expect([...answers.keys()]).toEqual(['application/xml;charset=UTF-8']);
    expect(failures).toEqual([]);
  });

  it.each(BODIES)('refuses a body that says nothing: %s', async (body) => {
    for (const { path, methods } of ALL_RESOURCES) {
      for (const method of ['POST', 'PATCH'] as const) {
        if (!methods[method]) continue;
        const filled = path.replace(':sobject', 'Account').replaceAll(/:\w+|\*/g, '001000000000001AAA');
        const { status } = await client.call(method, filled, {
          body,
          headers: { 'content-type': 'application/json' },
        });
        expect([filled, method, status < 500]).toEqual([filled, method, true]);
      }
    }
    expect(failures).toEqual([]);
  });
});

describe('deferred resources', () => {
  it.each([...DEFERRED_DATA_RESOURCES, ...DEFERRED_OPEN_RESOURCES])(
    'are where they are looked for: $below',
    async ({ below, load }) => {
      const places = below.map((path) => path.replace(/\/\*$/, ''));
      const lost = (await load()).filter(
        ({ path }) => !places.some((place) => `${path}/`.startsWith(`${place}/`)),
      );
      expect(lost.map(({ path }) => path)).toEqual([]);
    },
  );
});

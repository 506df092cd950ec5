import * as fc from 'fast-check';
import type { HttpMethod } from '../../../lib/transport/transport.interface.js';
import { hostileTexts } from '../hostile-values.js';
import { type FuzzCall, VALID_CALLS } from './valid-calls.js';

/** What looks like something to a part of the org that is not meant to see it. */
const FRAGMENTS = [
  "' OR '1'='1",
  "'; DROP TABLE Account; --",
  '" ; DELETE FROM "Account" ; --',
  ') UNION SELECT * FROM sqlite_master --',
  "\\' OR Name LIKE '%",
  '../../../../etc/passwd',
  '%2e%2e%2f',
  '..%2f',
  '//',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '?',
  '#',
  '&q=x',
  ';jsessionid=1',
  '{account}',
  '{contact}',
  '{user}',
  '{organization}',
  '000000000000000AAA',
  '001000000000000',
  '@{one.id}',
  '@{one.id.length}',
  '@{nothing[9].id}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$$user',
  '\u0000',
  '\ufeff',
  '\ud800',
  '🚢',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '&e;',
  '<![CDATA[',
  ']]>',
  '<a b="',
  '</',
  '"',
  "'",
  '\\',
  '\\u',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\r\n',
  '\n',
  '1e999',
  '-0',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  '2026-02-30',
  '2026-01-01T25:00:00Z',
  '--part',
] as const;

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/xml',
  'text/xml',
  'text/csv',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/mixed; boundary="part"',
  'application/octet-stream',
  'zip/xml',
  '',
  ';',
  '/',
  'application/json, application/xml',
] as const;

const HEADERS = [
  'accept',
  'accept-encoding',
  'authorization',
  'content-encoding',
  'cookie',
  'host',
  'if-modified-since',
  'if-none-match',
  'if-match',
  'origin',
  'sforce-auto-assign',
  'sforce-call-options',
  'sforce-duplicate-rule-header',
  'sforce-query-options',
  'sforce-enable-pkchunking',
  'soapaction',
  'x-http-method-override',
  'x-prettyprint',
  'x-sfdc-session',
] as const;

const HEADER_VALUES = [
  'gzip',
  'deflate, gzip;q=0',
  'application/xml',
  'text/html',
  '*/*;q=x',
  'Bearer ',
  'Bearer 00D!x',
  'Basic eA==',
  'W/"x"',
  'batchSize=0',
  'batchSize=200, client=x',
  'client=,,=',
  'defaultNamespace=__proto__',
  'Tue, 99 Foo 2026',
  'null',
  'DELETE',
  '1',
] as const;

/** What a value in a JSON body is replaced by. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  'a'.repeat(5000),
  "x' OR 'a'='a",
  '{user}',
  '{account}',
  '2026-02-30',
  [],
  {},
  [[]],
  [null],
  { attributes: null },
  { attributes: { type: "Account'; --" } },
  { records: {} },
  { __proto__: null, constructor: 'x' },
];

type Mutation = (call: FuzzCall) => FuzzCall;

const places = (): fc.Arbitrary<number> => fc.double({ min: 0, max: 1, noNaN: true });

/** The text cut, shortened, doubled or enriched at some place. */
export function textMutations(): fc.Arbitrary<(text: string) => string> {
  const fragments = fc.oneof(fc.constantFrom(...FRAGMENTS), hostileTexts());
  return fc.oneof(
    fc.tuple(places(), fragments).map(([place, fragment]) => (text: string) => {
      const at = Math.round(place * text.length);
      return text.slice(0, at) + fragment + text.slice(at);
    }),
    places().map((place) => (text: string) => text.slice(0, Math.round(place * text.length))),
    fc.tuple(places(), fc.integer({ min: 1, max: 12 })).map(([place, length]) => (text: string) => {
      const at = Math.round(place * text.length);
      return text.slice(0, at) + text.slice(at + length);
    }),
    fc.tuple(places(), fc.integer({ min: 1, max: 30 })).map(([place, length]) => (text: string) => {
      const at = Math.round(place * text.length);
      return text.slice(0, at + length) + text.slice(at);
    }),
  );
}

/** One value of a JSON body, at any depth, replaced by another; or its property renamed. */
function jsonMutations(): fc.Arbitrary<(text: string) => string> {
  return fc
    .tuple(fc.nat(), fc.constantFrom(...VALUES), fc.option(fc.constantFrom(...FRAGMENTS), { freq: 4 }))
    .map(([index, value, name]) => (text: string) => {
      let body: unknown;
      try {
        body = JSON.parse(text);
      } catch {
        return text;
      }
      const holders = holdersIn(body);
      if (holders.length === 0) return JSON.stringify(value);
      const [holder, key] = holders[index % holders.length]!;
      if (name === null) holder[key] = value;
      else {
        Object.defineProperty(holder, name, { value: holder[key], enumerable: true, configurable: true });
        delete holder[key];
      }
      return JSON.stringify(body);
    });
}

function holdersIn(value: unknown, holders: [Record<string, unknown>, string][] = []): typeof holders {
  if (typeof value !== 'object' || value === null) return holders;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    holders.push([holder, key]);
    holdersIn(holder[key], holders);
  }
  return holders;
}

function mutations(): fc.Arbitrary<Mutation> {
  const methods: readonly HttpMethod[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD'] as HttpMethod[];
  return fc.oneof(
    {
      weight: 4,
      arbitrary: textMutations().map((mutate): Mutation => (call) => ({
        ...call,
        path: `/${mutate(call.path.slice(1))}`,
      })),
    },
    {
      weight: 5,
      arbitrary: textMutations().map((mutate): Mutation => (call) => ({
        ...call,
        body: mutate(call.body ?? ''),
      })),
    },
    {
      weight: 5,
      arbitrary: jsonMutations().map((mutate): Mutation => (call) => ({
        ...call,
        body: mutate(call.body ?? '{}'),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...methods).map((method): Mutation => (call) => ({ ...call, method })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...CONTENT_TYPES)
        .map((type): Mutation => (call) => ({ ...call, headers: { ...call.headers, 'content-type': type } })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...HEADERS), fc.oneof(fc.constantFrom(...HEADER_VALUES), hostileTexts()))
        .map(([name, value]): Mutation => (call) => ({
          ...call,
          headers: { ...call.headers, [name]: value },
        })),
    },
  );
}

/** Calls that are nearly right: valid ones with a few things wrong. */
export function fuzzedCalls(): fc.Arbitrary<FuzzCall> {
  return fc
    .tuple(fc.constantFrom(...VALID_CALLS), fc.array(mutations(), { minLength: 1, maxLength: 3 }))
    .map(([call, mutated]) => mutated.reduce((result, mutate) => mutate(result), call));
}

/** Calls whose bodies are anything at all. */
export function randomBodies(): fc.Arbitrary<FuzzCall> {
  const withBody = VALID_CALLS.filter(({ body }) => body !== undefined);
  return fc
    .tuple(fc.constantFrom(...withBody), fc.constantFrom(...CONTENT_TYPES), hostileTexts())
    .map(([{ method, path, headers }, type, body]) => {
      const typed = { ...headers, 'content-type': type };
      return { method, path, headers: typed, body };
    });
}

import { describe, expect, it } from '@jest/globals';
import {
  conditional,
  hasConditions,
  requireConditions,
} from '../../../../../lib/embedded/rest/format/conditional.js';
import type { OpenCall } from '../../../../../lib/embedded/rest/resource.interface.js';

const MODIFIED = new Date('2021-12-03T17:59:20.700Z');
const DATE = 'Fri, 03 Dec 2021 17:59:20 GMT';
const EARLIER = 'Fri, 03 Dec 2021 17:59:19 GMT';
const TAG = 'U5iWijwWbQD18jeiXwsqxeGpZQk=';
const VALIDATORS = { etag: TAG, lastModified: MODIFIED };

const call = (headers: Record<string, string>) => ({ headers }) as unknown as OpenCall;
const read = (headers: Record<string, string>) =>
  conditional(call(headers), VALIDATORS, () => ({ status: 200, headers: { x: 'y' }, body: {} }));

describe('conditional', () => {
  it('sends the validators along', () => {
    expect(read({})).toEqual({
      status: 200,
      headers: { 'last-modified': DATE, etag: `"${TAG}"`, x: 'y' },
      body: {},
    });
    expect(conditional(call({}), {}, () => ({ status: 200 }))).toEqual({ status: 200, headers: {} });
  });

  it.each([
    ['if-none-match', `"${TAG}"`],
    ['if-none-match', `"${TAG}--gzip"`],
    ['if-none-match', `"Jbjuzw7dbhaEG3fd90kJbx6A0ow=-gzip", W/"${TAG}-gzip"`],
    ['if-none-match', '*'],
    ['if-modified-since', DATE],
    ['if-modified-since', 'Sat, 04 Dec 2021 00:00:00 GMT'],
  ])('answers 304 to %s: %s', (name, value) => {
    expect(read({ [name]: value })).toEqual({
      status: 304,
      headers: { 'last-modified': DATE, etag: `"${TAG}"` },
    });
  });

  it.each([
    ['if-none-match', '"Jbjuzw7dbhaEG3fd90kJbx6A0ow=-gzip"'],
    ['if-none-match', 'no tag'],
    ['if-modified-since', EARLIER],
    ['if-modified-since', 'yesterday or so'],
    ['if-match', `"x", "${TAG}"`],
    ['if-match', '*'],
    ['if-unmodified-since', DATE],
  ])('answers as ever to %s: %s', (name, value) => {
    expect(read({ [name]: value }).status).toBe(200);
  });

  it('looks at the date only where the tag says nothing', () => {
    expect(read({ 'if-none-match': '"x"', 'if-modified-since': DATE }).status).toBe(200);
  });

  it.each([
    ['if-match', '"x"'],
    ['if-unmodified-since', EARLIER],
  ])('answers 412 to %s: %s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ status: 412 }));
  });
});

describe('requireConditions', () => {
  it.each([
    ['if-match', '"x"', 412],
    ['if-none-match', `"${TAG}"`, 412],
    ['if-unmodified-since', EARLIER, 412],
    ['if-match', 'no tag', 400],
    ['if-none-match', 'no tag', 400],
    ['if-unmodified-since', 'yesterday or so', 400],
  ])('refuses %s: %s', (name, value, status) => {
    expect(() => requireConditions(call({ [name]: value }), VALIDATORS)).toThrow(
      expect.objectContaining({ status }),
    );
  });

  it.each([
    ['if-match', `"${TAG}"`],
    ['if-none-match', '"x"'],
    ['if-unmodified-since', DATE],
    ['if-modified-since', DATE],
  ])('lets %s: %s pass', (name, value) => {
    expect(() => requireConditions(call({ [name]: value }), VALIDATORS)).not.toThrow();
  });

  it('asks nothing of what has no tag', () => {
    expect(() => requireConditions(call({ 'if-match': '"x"' }), { lastModified: MODIFIED })).not.toThrow();
  });
});

describe('hasConditions', () => {
  it.each(['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'])('knows %s', (name) => {
    expect(hasConditions({ [name]: '' })).toBe(true);
  });

  it('needs none', () => {
    expect(hasConditions({ accept: '*/*' })).toBe(false);
  });
});

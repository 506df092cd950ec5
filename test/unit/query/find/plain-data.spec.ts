import { describe, expect, it } from '@jest/globals';
import { DateLiteral } from '../../../../lib/query/where/date-literal.js';
import { isPlainData } from '../../../../lib/query/find/plain-data.js';

describe('isPlainData', () => {
  it.each<[string, unknown, boolean]>([
    ['an object literal', { a: 1 }, true],
    ['an object without prototype', Object.create(null), true],
    ['parsed JSON', JSON.parse('{"a":1}'), true],
    ['an object of another realm', structuredClone({ a: 1 }), true],
    ['null', null, false],
    ['undefined', undefined, false],
    ['text', 'text', false],
    ['a list', [], false],
    ['a Date', new Date(0), false],
    ['a Map', new Map(), false],
    ['a relative date', DateLiteral.today(), false],
    ['a function', () => undefined, false],
  ])('tells of %s', (_, value, plain) => {
    expect(isPlainData(value)).toBe(plain);
  });
});

import { describe, expect, it } from '@jest/globals';
import { canonicalCode, type NameMeaning } from '../../../../../lib/codegen/update/source/canonical-code.js';
import { parseSource } from '../../../../../lib/codegen/update/source/source-parser.js';

const asIs: NameMeaning = (name) => name;

function canonical(code: string, meaning = asIs): string {
  return canonicalCode(parseSource('code.ts', code).program.body[0]!, meaning);
}

describe('canonicalCode', () => {
  it.each([
    ['quotes', "x('a');", 'x("a");'],
    ['layout and semicolons', 'x({a:1})', 'x({\n  a: 1,\n});'],
    ['commas at the end', 'x(a, [1, 2])', 'x(a, [1, 2,],)'],
    ['parentheses', 'x((a), (b) => (b))', 'x(a, b => b)'],
    ['quoted keys', "x({ 'a': 1 })", 'x({ a: 1 })'],
    ['shorthands', 'x({ a })', 'x({ a: a })'],
    ['numbers', 'x(0xff, 1.50)', 'x(255, 1.5)'],
    ['comments', 'x(a /* one */) // two', 'x(a)'],
    ['the order of a union', "type A = null | 'b' | string", "type A = | string | 'b' | null"],
    ['nested unions', 'type A = (a | b) | c', 'type A = a | b | c'],
    ['separators in types', 'type A = { a: b; c: d }', 'type A = { a: b, c: d }'],
  ])('does not show %s', (_, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });

  it.each([
    ['values', 'x(1)', "x('1')"],
    ['names', 'x(a)', 'x(b)'],
    ['the order of arguments', 'x(a, b)', 'x(b, a)'],
    ['a missing argument', 'x(a)', 'x()'],
    ['computed keys', 'x({ [a]: 1 })', 'x({ a: 1 })'],
    ['null', 'type A = b | null', 'type A = b'],
    ['arrays', 'type A = b[]', 'type A = b'],
  ])('shows %s', (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });

  it('goes by what names mean', () => {
    expect(canonical('x(() => Person)', (name) => (name === 'Person' ? 'User' : name))).toBe(
      canonical('x(() => User)'),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { codeTokens } from '../../../../../lib/codegen/update/source/code-tokens.js';
import { parseSource } from '../../../../../lib/codegen/update/source/source-parser.js';

function names(text: string): string[] {
  return codeTokens(parseSource('a.ts', text).program.body).names.map(({ name, shorthand }) =>
    shorthand ? `{${name}}` : name,
  );
}

describe('codeTokens', () => {
  it('finds uses of names in code and in types', () => {
    expect(names('@A({ b: C }) class D extends E<F> { @G(() => H) i?: J<K[]>; }')).toEqual(
      expect.arrayContaining(['A', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K']),
    );
  });

  it('leaves out what names properties, and imports', () => {
    expect(names("import { A } from 'a'; b.c; ({ d: e }); class F { g = 1; h() {} }")).toEqual([
      'b',
      'e',
      'F',
    ]);
  });

  it('tells shorthands', () => {
    expect(names('x(() => ({ A, B: C }))')).toEqual(['x', '{A}', 'C']);
  });

  it('finds names behind computed keys and in qualified ones', () => {
    expect(names('a[b]; let c: D.E; type F = typeof G;')).toEqual(
      expect.arrayContaining(['a', 'b', 'D', 'G']),
    );
    expect(names('let c: D.E;')).not.toContain('E');
  });

  it('finds strings', () => {
    const { strings } = codeTokens(parseSource('a.ts', 'x(\'a\', "b")').program.body);
    expect(strings).toEqual([
      { start: 2, end: 5 },
      { start: 7, end: 10 },
    ]);
  });
});

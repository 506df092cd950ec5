import { describe, expect, it } from '@jest/globals';
import { SalesforceConfigurationException } from '../../../../../lib/exceptions/salesforce-configuration.exception.js';
import { parseSource } from '../../../../../lib/codegen/update/source/source-parser.js';

describe('parseSource', () => {
  it('reads what Nest projects are written in', () => {
    const text =
      'import type { A } from "a";\nexport default abstract class B<T> extends C<T> implements A {\n' +
      '  @D({ e: () => F }) declare readonly g?: H[];\n  accessor i = 1;\n  constructor(@J() private readonly k: L) { super(); }\n}\n' +
      'export const m = { n: 1 } as const satisfies O;\nenum P { Q }\nusing;\n';
    expect(parseSource('a.ts', text).program.body).toHaveLength(5);
  });

  it.each([
    ['class A {\n  b c\n}', 'a.ts:2:5'],
    ['const a = ;', 'a.ts:1:11'],
    ['class A {', 'a.ts:1:10'],
  ])('names the place of an error in %j', (text, place) => {
    const parse = () => parseSource('a.ts', text);
    expect(parse).toThrow(SalesforceConfigurationException);
    expect(parse).toThrow(
      new RegExp(`^${place} cannot be read: .+\\. Correct the file; nothing was written\\.$`),
    );
  });
});

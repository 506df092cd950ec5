import { describe, expect, it } from '@jest/globals';
import type {
  SourceClass,
  SourceConst,
} from '../../../../../lib/codegen/update/source/source-file.interface.js';
import { readSourceFile } from '../../../../../lib/codegen/update/source/source-file.reader.js';

describe('readSourceFile', () => {
  it('reads imports with the names they give', () => {
    const { imports } = readSourceFile(
      'a.ts',
      "import type { A } from 'a';\nimport b, { C, type D as E } from './c.js';\nimport * as f from 'f';\nimport 'g';",
    );
    expect(
      imports.map(({ from, typeOnly, names, others }) => [
        from,
        typeOnly,
        names.map(({ imported, local, typeOnly: isType }) => [imported, local, isType]),
        others,
      ]),
    ).toEqual([
      ['a', true, [['A', 'A', true]], []],
      [
        './c.js',
        false,
        [
          ['C', 'C', false],
          ['D', 'E', true],
        ],
        [{ local: 'b', namespace: false }],
      ],
      ['f', false, [], [{ local: 'f', namespace: true }]],
      ['g', false, [], []],
    ]);
  });

  it('knows what names mean: those of the library and of files as they are exported, those of packages with the package', () => {
    const { meaning } = readSourceFile(
      'a.ts',
      "import { Field as F } from 'nestjs-salesforce';\nimport { User as U } from './user.js';\nimport { Field } from '@nestjs/graphql';",
    );
    expect(['F', 'U', 'Field', 'Other'].map(meaning)).toEqual([
      'Field',
      'User',
      '@nestjs/graphql:Field',
      'Other',
    ]);
  });

  it('reads decorators under whatever name', () => {
    const [read] = readSourceFile(
      'a.ts',
      "import * as sf from 'nestjs-salesforce';\nimport { Field as F } from 'nestjs-salesforce';\n" +
        "class A { @sf.Field({ a: 1, 'b': 2 }) @F() @x.Y b!: string; }",
    ).statements as [SourceClass];
    expect(
      read.members[0]?.decorators.map(({ label, args }) => [
        label,
        args.map(({ options }) => options?.items.map((item) => item.label)),
      ]),
    ).toEqual([
      ['@Field', [['a', 'b']]],
      ['@Field~2', []],
      ['@x.Y', []],
    ]);
  });

  it('reads classes, however they are exported, with what their properties are', () => {
    const { statements } = readSourceFile(
      'a.ts',
      'export default abstract class A extends B<C> {\n  declare public readonly a?: string;\n  b: number = 1;\n  static c = 1;\n  d() {}\n  [e] = 1;\n}\n@F() export class G {}',
    );
    const [one, other] = statements as [SourceClass, SourceClass];
    expect([one.name, one.modifiers, other.name, other.decorators.map(({ name }) => name)]).toEqual([
      'A',
      ['abstract'],
      'G',
      ['F'],
    ]);
    expect(
      one.members.map(({ name, modifiers, readonly, mark, property }) => [
        name,
        modifiers,
        readonly,
        mark,
        property,
      ]),
    ).toEqual([
      ['a', ['public', 'declare'], true, '?', true],
      ['b', [], false, '', true],
      ['c', ['static'], false, '', false],
      ['d', [], false, '', false],
      ['e', [], false, '', false],
    ]);
  });

  it('reads the values of constants', () => {
    const [read] = readSourceFile(
      'a.ts',
      "export const A = ['b', { value: 'c', label: 'C' }] as const satisfies D;",
    ).statements as [SourceConst];
    expect(read.items?.items.map(({ name }) => name)).toEqual(["'b'", "'c'"]);
  });

  it('tells docs from comments of people', () => {
    const [read] = readSourceFile(
      'a.ts',
      'class A {\n  /**\n   * What it\n   * is.\n   */\n  a!: string;\n  /** Docs. */\n  // why\n  b!: string;\n  c!: string; // behind\n  /* far */\n\n  d!: string;\n  @E(/* in */) e!: string;\n}',
    ).statements as [SourceClass];
    expect(
      read.members.map(({ name, docs, commented, commentedInside }) => [
        name,
        docs?.text,
        commented,
        commentedInside,
      ]),
    ).toEqual([
      ['a', 'What it is.', false, false],
      ['b', 'Docs.', true, false],
      ['c', undefined, true, false],
      ['d', undefined, false, false],
      ['e', undefined, true, true],
    ]);
  });

  it('takes the comment at the top for the header', () => {
    expect(readSourceFile('a.ts', '// One\n// two.\n\nexport {};').header?.text).toBe('One two.');
    expect(readSourceFile('a.ts', '/* One. */\nexport {};').header?.text).toBe('One.');
    expect(readSourceFile('a.ts', 'export {}; // no').header).toBeUndefined();
  });
});

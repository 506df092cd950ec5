import { describe, expect, it } from '@jest/globals';
import type { DecoratorModel } from '../../../../../lib/codegen/model/decorator.model.js';
import type { GeneratedFile } from '../../../../../lib/codegen/model/generated-file.model.js';
import { decorator, entity, field, file } from '../../../../support/codegen/entity-models.js';
import { GeneratedFolder } from '../../../../support/codegen/generated-folder.js';

type Options = Readonly<Record<string, string>>;

function user(decorators: readonly DecoratorModel[]): GeneratedFile[] {
  const email = { ...field('Email'), decorators };
  return [
    file('user.entity.ts', 'Field, SObject', [entity('User', [email])], {
      'class-validator': 'IsEmail, MaxLength',
    }),
  ];
}

const line = (text: string): string => /^ {2}(@[\s\S]*email[\s\S]*;)$/m.exec(text)?.[1] ?? '';

function userOf(sobject: DecoratorModel): GeneratedFile[] {
  return [
    file('user.entity.ts', 'Field, SObject', [entity('User', [field('Email')], { decorators: [sobject] })]),
  ];
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

async function merged(
  base: readonly DecoratorModel[],
  [found, replacement]: readonly [string, string],
  fresh: readonly DecoratorModel[],
): Promise<string> {
  await using folder = new GeneratedFolder();
  await folder.update(user(base));
  await folder.edit('user.entity.ts', [found, replacement]);
  await folder.update(user(fresh));
  expect(await folder.changes(user(fresh))).toEqual([]);
  return line(await folder.read('user.entity.ts'));
}

const OPTIONS: readonly (readonly [string, Options, readonly [string, string], Options, string])[] = [
  [
    'adds an option behind its neighbour',
    { a: '1', c: '3' },
    ['c: 3', 'c: 4'],
    { a: '1', b: '2', c: '3' },
    '{ a: 1, b: 2, c: 4 }',
  ],
  ['adds an option in front', { b: '2' }, ['b: 2', 'b: 3'], { a: '1', b: '2' }, '{ a: 1, b: 3 }'],
  [
    'adds an option behind one of people',
    { a: '1' },
    ['a: 1', 'a: 1, own: 0'],
    { a: '1', b: '2' },
    '{ a: 1, b: 2, own: 0 }',
  ],
  ['takes an option out in front', { a: '1', b: '2' }, ['b: 2', 'b: 3'], { b: '2' }, '{ b: 3 }'],
  ['takes an option out at the end', { a: '1', b: '2' }, ['a: 1', 'a: 0'], { a: '1' }, '{ a: 0 }'],
  ['takes all but what people added', { a: '1', b: '2' }, ['b: 2', 'b: 2, own: 0'], {}, '{ own: 0 }'],
  [
    'changes an option beside a comment',
    { a: '1', b: '2' },
    ['a: 1', 'a: 1 /* one */'],
    { a: '1', b: '3' },
    '{ a: 1 /* one */, b: 3 }',
  ],
  [
    'keeps lists on lines of their own',
    { a: '1', b: '2' },
    ['{ a: 1, b: 2 }', '{\n    a: 0,\n    b: 2,\n  }'],
    { a: '1', b: '2', c: '3' },
    '{\n    a: 0,\n    b: 2,\n    c: 3,\n  }',
  ],
  [
    'keeps lists without a comma at the end',
    { a: '1' },
    ['{ a: 1 }', '{\n    a: 1,\n    own: 0\n  }'],
    { a: '1', c: '3' },
    '{\n    a: 1,\n    c: 3,\n    own: 0\n  }',
  ],
  [
    'leaves comments at their options',
    { a: '1', b: '2' },
    ['{ a: 1, b: 2 }', '{\n    a: 1, // one\n    b: 2, // two\n  }'],
    { a: '1', b: '2', c: '3' },
    '{\n    a: 1, // one\n    b: 2, // two\n    c: 3,\n  }',
  ],
  [
    'leaves options away that people took out',
    { a: '1', b: '2' },
    ['a: 1, ', ''],
    { a: '1', b: '3' },
    '{ b: 3 }',
  ],
  [
    'gives only what is new to a decorator without options',
    { a: '1' },
    ['{ a: 1 }', ''],
    { a: '1', b: '2' },
    '{ b: 2 }',
  ],
];

describe('DecoratorMerge', () => {
  it.each(OPTIONS)('%s', async (_, base, edit, fresh, expected) => {
    const result = await merged([decorator('Field', [], base)], edit, [decorator('Field', [], fresh)]);
    expect(result).toBe(`@Field(${expected}) email!: string | null;`);
  });

  it('adds a decorator behind the one it is generated behind', async () => {
    const result = await merged(
      [decorator('Field')],
      ['@Field()', '@Field() @Own()'],
      [decorator('Field'), decorator('IsEmail')],
    );
    expect(inOneLine(result)).toBe('@Field() @IsEmail() @Own() email!: string | null;');
  });

  it('adds a decorator in front of all when it is generated first', async () => {
    const result = await merged(
      [decorator('Field')],
      ['@Field()', '@Field() @Own()'],
      [decorator('IsEmail'), decorator('Field')],
    );
    expect(inOneLine(result)).toBe('@IsEmail() @Field() @Own() email!: string | null;');
  });

  it('takes a decorator out that people left alone', async () => {
    const result = await merged(
      [decorator('Field'), decorator('MaxLength', ['80'])],
      ['@Field()', '@Field() @Own()'],
      [decorator('Field')],
    );
    expect(inOneLine(result)).toBe('@Field() @Own() email!: string | null;');
  });

  it('leaves a decorator that people changed', async () => {
    const result = await merged(
      [decorator('Field'), decorator('MaxLength', ['80'])],
      ['MaxLength(80)', 'MaxLength(60)'],
      [decorator('Field')],
    );
    expect(inOneLine(result)).toBe('@Field() @MaxLength(60) email!: string | null;');
  });

  it('changes an argument people left alone, beside one they changed', async () => {
    const result = await merged(
      [decorator('Field'), decorator('MaxLength', ['80'], { a: '1' })],
      ['a: 1', 'a: 2'],
      [decorator('Field'), decorator('MaxLength', ['90'], { a: '1' })],
    );
    expect(inOneLine(result)).toBe('@Field() @MaxLength(90, { a: 2 }) email!: string | null;');
  });

  it('adds an argument behind those there are', async () => {
    const result = await merged(
      [decorator('MaxLength', ['80'])],
      ['80', '60'],
      [decorator('MaxLength', ['80'], { a: '1' })],
    );
    expect(inOneLine(result)).toBe('@MaxLength(60, { a: 1 }) email!: string | null;');
  });

  it('takes an argument out at the end', async () => {
    const result = await merged(
      [decorator('MaxLength', ['80'], { a: '1' })],
      ['80', '60'],
      [decorator('MaxLength', ['80'])],
    );
    expect(inOneLine(result)).toBe('@MaxLength(60) email!: string | null;');
  });

  it('makes options of a name where people left that alone', async () => {
    await using folder = new GeneratedFolder();
    await folder.update(userOf(decorator('SObject', ["'User'"])));
    await folder.edit('user.entity.ts', ['export class', '// ours\nexport class']);
    await folder.update(userOf(decorator('SObject', [], { label: "'Person'" })));
    expect(await folder.read('user.entity.ts')).toContain(
      "@SObject({ label: 'Person' })\n// ours\nexport class User {",
    );
  });
});

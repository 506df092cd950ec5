import { describe, expect, it } from '@jest/globals';
import { FileImports, type NeededName } from '../../../../../lib/codegen/update/edits/file-imports.js';
import { readSourceFile } from '../../../../../lib/codegen/update/source/source-file.reader.js';
import { styleOf } from '../../../../../lib/codegen/update/source/source-style.js';
import { TextEdits } from '../../../../../lib/codegen/update/edits/text-edits.js';

const LIBRARY = 'nestjs-salesforce';
const value = (name: string, module = LIBRARY): NeededName => ({
  module,
  name,
  isFile: module !== LIBRARY,
  typeOnly: false,
});
const type = (name: string, module = LIBRARY): NeededName => ({ ...value(name, module), typeOnly: true });

function edit(
  text: string,
  needed: readonly NeededName[],
  unused: readonly string[] = [],
): [text: string, locals: string[]] {
  const source = readSourceFile('account.ts', text);
  const edits = new TextEdits(text);
  const imports = new FileImports({ source, edits, style: styleOf(source), ending: '.js' });
  const locals = needed.map((name) => imports.localName(name));
  imports.apply(new Set(unused), []);
  return [edits.toString(), locals];
}

describe('FileImports', () => {
  it.each([
    [
      'a value',
      "import { A, C } from 'nestjs-salesforce';",
      [value('B')],
      "import { A, B, C } from 'nestjs-salesforce';",
    ],
    [
      'a type beside values',
      "import { A } from 'nestjs-salesforce';",
      [type('B')],
      "import { A, type B } from 'nestjs-salesforce';",
    ],
    [
      'a type to types',
      "import type { A } from 'nestjs-salesforce';",
      [type('B')],
      "import type { A, B } from 'nestjs-salesforce';",
    ],
    [
      'a value beside types',
      "import type { A } from 'nestjs-salesforce';",
      [value('B')],
      "import type { A } from 'nestjs-salesforce';\nimport { B } from 'nestjs-salesforce';",
    ],
    [
      'a file',
      "import { A } from 'a';",
      [value('B', 'b.entity')],
      "import { A } from 'a';\nimport { B } from './b.entity.js';",
    ],
    [
      'a type where there is nothing',
      'class X {}',
      [type('B')],
      "import type { B } from 'nestjs-salesforce';\n\nclass X {}",
    ],
    [
      'below the comment at the top',
      '// Ours.\n\nclass X {}',
      [value('B')],
      "// Ours.\n\nimport { B } from 'nestjs-salesforce';\n\nclass X {}",
    ],
    [
      'in the quotes of the file, without semicolons',
      'import { A } from "nestjs-salesforce"\n',
      [value('B', 'b')],
      'import { A } from "nestjs-salesforce"\nimport { B } from "./b.js"\n',
    ],
  ])('adds %s', (_, text, needed, result) => {
    expect(edit(text, needed)[0]).toBe(result);
  });

  it('finds what is imported under another name, or by way of the index', () => {
    const text = "import { Field as F } from 'nestjs-salesforce';\nimport { User } from './index.js';";
    expect(edit(text, [value('Field'), value('User', 'user.entity')])).toEqual([text, ['F', 'User']]);
  });

  it('gives a name another one where that is taken', () => {
    expect(edit("import { User } from 'passport';\n", [value('User', 'user.entity')])).toEqual([
      "import { User } from 'passport';\nimport { User as UserEntity } from './user.entity.js';\n",
      ['UserEntity'],
    ]);
  });

  it.each([
    ["import { A, type B } from 'nestjs-salesforce';", "import { A, B } from 'nestjs-salesforce';"],
    ["import type { B } from 'nestjs-salesforce';", "import { B } from 'nestjs-salesforce';"],
    [
      "import type { A, B } from 'nestjs-salesforce';\nimport { C } from 'nestjs-salesforce';",
      "import type { A } from 'nestjs-salesforce';\nimport { B, C } from 'nestjs-salesforce';",
    ],
  ])('makes a value of a type: %s', (text, result) => {
    expect(edit(text, [value('B')])[0]).toBe(result);
  });

  it('takes out what is unused, and statements of which nothing is left', () => {
    const text =
      "import { A, B } from 'nestjs-salesforce';\nimport { C } from './c.js';\nimport D, { E } from './d.js';\n";
    expect(edit(text, [], ['B', 'C', 'E'])[0]).toBe(
      "import { A } from 'nestjs-salesforce';\nimport D from './d.js';\n",
    );
  });
});

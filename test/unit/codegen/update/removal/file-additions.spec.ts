import { describe, expect, it } from '@jest/globals';
import { hasAdditions } from '../../../../../lib/codegen/update/removal/file-additions.js';
import type { ManifestFile } from '../../../../../lib/codegen/update/manifest/manifest.interface.js';
import { readSourceFile } from '../../../../../lib/codegen/update/source/source-file.reader.js';

const BASE: ManifestFile = { text: '', imports: new Map([['b', ['B']]]), statements: new Map() };
const CODE = "import { B } from 'b';\n\n/** Docs. */\nexport class A {}\n";

function added(text: string): boolean {
  const source = readSourceFile('a.ts', text);
  return hasAdditions(source, BASE, new Set(source.statements.filter(({ name }) => name === 'A')));
}

describe('hasAdditions', () => {
  it('is false for what was generated', () => {
    expect(added(CODE)).toBe(false);
  });

  it.each([
    ['code', `${CODE}export const c = 1;\n`],
    ['an import', `import { D } from 'd';\n${CODE}`],
    ['an import for its effects', `import 'd';\n${CODE}`],
    ['a comment', `${CODE}// more to come\n`],
  ])('sees %s', (_, text) => {
    expect(added(text)).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { importedModules, SourceFolder } from '../../../../../lib/codegen/update/folder/source-folder.js';
import { textFingerprint } from '../../../../../lib/codegen/update/source/fingerprint.js';

const TEXT = "import { b } from './b.js';\n";

function folderOf(texts: Readonly<Record<string, string>>): SourceFolder {
  return new SourceFolder({ name: 'src/entities', path: '/nowhere', texts: new Map(Object.entries(texts)) });
}

describe('SourceFolder', () => {
  it('leaves declarations, builds and hidden folders alone', () => {
    const folder = folderOf({ 'a.ts': '', 'a.d.ts': '', 'dist/a.ts': '', '.old/a.ts': '', 'b/a.ts': '' });
    expect([...folder.paths]).toEqual(['a.ts', 'b/a.ts']);
  });

  it('takes a file for untouched whatever its line ends', () => {
    const text = textFingerprint(TEXT);
    expect(folderOf({ 'a.ts': TEXT.replace('\n', '\r\n') }).isUntouched('a.ts', { text })).toBe(true);
    expect(folderOf({ 'a.ts': `${TEXT}\n` }).isUntouched('a.ts', { text })).toBe(false);
    expect(folderOf({}).isUntouched('a.ts', { text })).toBe(false);
  });

  it('finds modules as files and as folders', () => {
    const folder = folderOf({ 'a.ts': '', 'b/index.ts': '' });
    expect([folder.module('a.js')?.path, folder.module('b')?.path]).toEqual(['a.ts', 'b/index.ts']);
    expect(folder.module('c')).toBeUndefined();
    expect(folder.module('../c')).toBeUndefined();
  });

  it('knows who imports a file', () => {
    const folder = folderOf({ 'a.ts': TEXT, 'b.ts': '', 'c/d.ts': "export * from '../b.js';" });
    expect([folder.imports('a.ts', 'b.ts'), folder.imports('c/d.ts', 'b.ts')]).toEqual([true, true]);
    expect(folder.imports('b.ts', 'a.ts')).toBe(false);
  });

  it('names a file that it cannot read as people do', () => {
    expect(() => folderOf({ 'a.ts': 'class {' }).file('a.ts')).toThrow(
      'src/entities/a.ts:1:7 cannot be read',
    );
  });
});

describe('importedModules', () => {
  it('finds those of the folder, however they are imported', () => {
    const text = `import './a.js'; import type { B } from "./b"; export * from '../c.js'; import('./d.ts'); import 'e';`;
    expect(importedModules('x/y.ts', text)).toEqual(['x/a', 'x/b', 'c', 'x/d']);
  });
});

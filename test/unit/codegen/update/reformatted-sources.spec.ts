import { describe, expect, it } from '@jest/globals';
import { format, type Options } from 'prettier';
import { accountModels } from '../../../support/codegen/account-folder.js';
import { AFTER, BEFORE } from '../../../support/codegen/account-sources.js';
import { GeneratedFolder } from '../../../support/codegen/generated-folder.js';

const STYLES: readonly (readonly [title: string, options: Options])[] = [
  ['as it is printed', { singleQuote: true, trailingComma: 'all', printWidth: 110 }],
  ['with the defaults', {}],
  ['with tabs and without semicolons', { useTabs: true, semi: false, singleQuote: true }],
  ['in short lines', { printWidth: 40, trailingComma: 'none', quoteProps: 'consistent' }],
  ['in long lines', { printWidth: 200, bracketSpacing: false, arrowParens: 'avoid', tabWidth: 4 }],
  ['with objects opened', { printWidth: 60, objectWrap: 'preserve', endOfLine: 'crlf' }],
];

async function reformatted(options: Options): Promise<GeneratedFolder> {
  const folder = new GeneratedFolder();
  await folder.update(accountModels());
  for (const path of Object.keys(BEFORE)) {
    await folder.write(path, await format(await folder.read(path), { ...options, parser: 'typescript' }));
  }
  return folder;
}

describe('updating what prettier laid out', () => {
  it.each(STYLES)('changes nothing when the org did not change: %s', async (_, options) => {
    await using folder = await reformatted(options);
    expect(await folder.changes(accountModels())).toEqual([]);
  });

  it.each(STYLES)('comes to the same as laying out what is generated: %s', async (_, options) => {
    await using folder = await reformatted(options);
    await folder.update(accountModels(true));
    for (const [path, text] of Object.entries(AFTER)) {
      const layout = { ...options, parser: 'typescript' };
      expect(await format(await folder.read(path), layout)).toBe(await format(text, layout));
    }
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const SOURCE = new URL('../../../../lib/cli/target/import-module.ts', import.meta.url);

/** In processes of their own: Jest loads modules in its own way. */
describe('importTypeScript', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-module-'));
    const code = stripTypeScriptTypes(await readFile(SOURCE, 'utf8'));
    await writeFile(join(folder, 'import-module.mjs'), code);
    await writeFile(join(folder, 'names.mts'), "export const name: string = 'acme';");
    await writeFile(
      join(folder, 'config.ts'),
      "import type { Stats } from 'node:fs';\nimport { name } from './names.mts';\nexport default { name } as { name: string; stats?: Stats };",
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['an ES module', '{ "type": "module" }'],
    ['CommonJS', '{ "type": "commonjs" }'],
    ['neither', '{}'],
  ])('imports it in a package that is %s', async (_, manifest) => {
    await writeFile(join(folder, 'package.json'), manifest);
    const program = `import { importTypeScript } from './import-module.mjs';
      const { default: config } = await importTypeScript(${JSON.stringify(join(folder, 'config.ts'))});
      console.log(JSON.stringify(config));`;
    const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    expect([stdout, stderr]).toEqual(['{"name":"acme"}\n', '']);
  });
});

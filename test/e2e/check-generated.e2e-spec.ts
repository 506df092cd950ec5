import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const sourceUrl = (path: string): string => pathToFileURL(join(ROOT, path)).href;

const OBJECTS = [
  'Account',
  'Case',
  'Contact',
  'ContentVersion',
  'Event',
  'Lead',
  'Opportunity',
  'Task',
  'User',
];

/** In processes of their own, as people run the commands: entities in TypeScript are compiled by hooks that Jest has not. */
describe('checking entities that were generated', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'check-generated-'));
    const files = {
      'tsconfig.json': '{}',
      'node_modules/nestjs-salesforce/package.json': '{ "type": "module", "exports": "./index.js" }',
      'node_modules/nestjs-salesforce/index.js': `export * from '${sourceUrl('lib/index.ts')}';`,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    }
  });
  afterEach(() => rm(cwd, { recursive: true }));

  async function run(...args: string[]): Promise<string> {
    const loader = sourceUrl('test/support/typescript-loader.mjs');
    const program = [`--import=${loader}`, fileURLToPath(sourceUrl('lib/cli/main.ts')), ...args];
    const { stdout } = await promisify(execFile)(process.execPath, program, { cwd });
    return stdout;
  }

  it('finds no difference to the org they are of', async () => {
    await run('inspect', ...OBJECTS, '--out', 'src', '-o', 'embedded');
    const report = await run('check', '--entities', 'src/*.entity.ts', '-o', 'embedded', '--json');
    const { entities, counts, findings } = JSON.parse(report) as Record<string, unknown>;
    expect(entities).toBe(OBJECTS.length);
    expect(counts).toMatchObject({ error: 0, warning: 0 });
    // Relations to objects that were not asked for are left out of what may lead to several.
    expect(new Set((findings as { code: string }[]).map(({ code }) => code))).toEqual(new Set(['reference']));
  });
});

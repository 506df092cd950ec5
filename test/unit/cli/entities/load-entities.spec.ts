import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findEntityFiles } from '../../../../lib/cli/entities/find-entity-files.js';
import { loadEntities } from '../../../../lib/cli/entities/load-entities.js';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';

const entity = (name: string) => `
import { Id, SObject } from 'nestjs-salesforce';
export class ${name} {}
Id()(${name}.prototype, 'id');
SObject()(${name});
export class Unmapped${name} {}
export class Special${name} extends ${name} {}
export const NUMBER = 1;
`;

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'load-entities-'));
});
afterEach(() => rm(cwd, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
}

describe('findEntityFiles', () => {
  it('finds modules once, and neither declarations nor packages', async () => {
    await write({
      'src/b.entity.ts': '',
      'src/a.entity.ts': '',
      'src/deep/c.entity.js': '',
      'src/d.entity.d.ts': '',
      'src/e.entity.json': '',
      'node_modules/x/f.entity.js': '',
    });
    expect(await findEntityFiles(['src/*.entity.*', '**/*.entity.{js,ts}'], cwd)).toEqual(
      ['src/a.entity.ts', 'src/b.entity.ts', 'src/deep/c.entity.js'].map((path) => join(cwd, path)),
    );
  });

  it('refuses a pattern that matches nothing', async () => {
    await write({ 'src/d.entity.d.ts': '' });
    await expect(findEntityFiles(['src/*.ts'], cwd)).rejects.toThrow(
      `No JavaScript or TypeScript file of ${cwd} matches 'src/*.ts'.`,
    );
  });
});

describe('loadEntities', () => {
  it('takes the classes that carry @SObject() themselves, each once', async () => {
    await write({
      'a.mjs': entity('Account'),
      'b.mjs': `export { Account } from './a.mjs';\n${entity('Boat')}`,
    });
    const entities = await loadEntities(['*.mjs'], cwd);
    expect(entities.map(({ name }) => name)).toEqual(['Account', 'Boat']);
  });

  it('refuses files without entities', async () => {
    await write({ 'a.mjs': 'export class Account {}', 'b.mjs': 'export const b = 1;' });
    await expect(loadEntities(['a.mjs'], cwd)).rejects.toThrow(
      'No class that carries @SObject() is exported by a.mjs.',
    );
    await expect(loadEntities(['*.mjs'], cwd)).rejects.toThrow(
      'No class that carries @SObject() is exported by the 2 files that match *.mjs.',
    );
  });

  it('names the file that cannot be run, and why', async () => {
    await write({ 'a.mjs': "throw new TypeError('no luck');" });
    const failing = loadEntities(['a.mjs'], cwd);
    await expect(failing).rejects.toThrow(SalesforceConfigurationException);
    await expect(failing).rejects.toThrow('a.mjs cannot be loaded: no luck');
  });
});

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../../lib/cli/target/config-file.js';

describe('loadConfig', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'config-file-')));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = (name: string, text: string) => writeFile(join(folder, name), text);
  const load = (named?: string, cwd = folder) => loadConfig(named, { cwd });

  it('reads TypeScript, whose types are stripped', async () => {
    await put('package.json', '{ "type": "module" }');
    await put(
      'nestjs-salesforce.config.ts',
      `import type { SalesforceConfig } from 'nestjs-salesforce/config';
       const config: SalesforceConfig = { orgs: { default: 'sf:development' }, cache: '.describes' };
       export default config;`,
    );
    expect(await load()).toEqual({
      config: { orgs: { default: 'sf:development' }, cache: '.describes' },
      path: join(folder, 'nestjs-salesforce.config.ts'),
      folder,
    });
  });

  it.each([
    ['js', "export default { cache: 'a' };"],
    ['mjs', "export default { cache: 'a' };"],
    ['json', '{ "cache": "a" }'],
  ])('reads .%s', async (ending, text) => {
    await put('package.json', '{ "type": "module" }');
    await put(`nestjs-salesforce.config.${ending}`, text);
    expect((await load()).config).toEqual({ cache: 'a' });
  });

  it('finds the nearest one of the folder and those above it', async () => {
    const [project, deep] = [join(folder, 'project'), join(folder, 'project', 'src', 'deep')];
    await mkdir(deep, { recursive: true });
    await put('nestjs-salesforce.config.json', '{ "cache": "outer" }');
    expect((await load(undefined, deep)).config).toEqual({ cache: 'outer' });
    await put('project/nestjs-salesforce.config.json', '{ "cache": "inner" }');
    expect(await load(undefined, deep)).toMatchObject({ config: { cache: 'inner' }, folder: project });
  });

  it('reads the one that is named', async () => {
    await put('nestjs-salesforce.config.json', '{ "cache": "usual" }');
    await put('other.json', '{ "cache": "other" }');
    expect((await load('other.json')).config).toEqual({ cache: 'other' });
  });

  it('is empty where there is none', async () => {
    expect(await load()).toEqual({ config: {}, path: undefined, folder });
  });

  it.each([
    ['other.json', undefined, 'is not there.'],
    ['other.ts', undefined, 'is not there.'],
    ['orgs.json', '{ "orgs": 5 }', "has 'orgs', which has to be an object, orgs by their names."],
    ['entities.json', '{ "entities": "src" }', "has 'entities', which has to be a list of patterns."],
    ['cache.json', '{ "cache": {} }', "has 'cache', which has to be the path of a folder."],
    ['bad.json', '{', 'cannot be read: '],
    ['thrown.mjs', "throw 'no luck';", 'cannot be read: no luck.'],
    ['list.json', '[]', 'exports no config: write `export default defineConfig({ … })`.'],
    ['nothing.mjs', 'export const config = {};', 'exports no config'],
    ['typo.json', '{ "org": {} }', "has 'org', which no config has (did you mean orgs?)."],
    [
      'odd.json',
      '{ "connections": {} }',
      "has 'connections', which no config has (it may have orgs, entities,",
    ],
  ])('says what is wrong with %s', async (name, text, reason) => {
    if (text !== undefined) await put(name, text);
    await expect(load(name)).rejects.toThrow(`The config file ${join(folder, name)} ${reason}`);
  });
});

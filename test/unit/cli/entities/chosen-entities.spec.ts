import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chosenEntities, type EntityOptions } from '../../../../lib/cli/entities/chosen-entities.js';
import type { CommandContext } from '../../../../lib/cli/command-context.interface.js';

const entity = (name: string) => `
import { Id, SObject } from 'nestjs-salesforce';
export class ${name} {}
Id()(${name}.prototype, 'id');
SObject()(${name});
`;

describe('chosenEntities', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chosen-entities-'));
    await mkdir(join(folder, 'src'));
    await writeFile(join(folder, 'account.mjs'), entity('Account'));
    await writeFile(join(folder, 'src', 'boat.mjs'), entity('Boat'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const chosen = async (options: EntityOptions): Promise<readonly string[]> => {
    const context = { cwd: join(folder, 'src') } as CommandContext;
    return (await chosenEntities(options, context)).map(({ name }) => name);
  };
  const configure = (text: string): Promise<void> =>
    writeFile(join(folder, 'nestjs-salesforce.config.json'), text);

  it('takes those of the command line, from the current folder', async () => {
    await configure('{"entities":["*.mjs"]}');
    expect(await chosen({ entities: ['*.mjs'] })).toEqual(['Boat']);
  });

  it('takes those of the config file, from its folder', async () => {
    await configure('{"entities":["*.mjs"]}');
    expect(await chosen({})).toEqual(['Account']);
    await writeFile(join(folder, 'other.json'), '{"entities":["src/*.mjs"]}');
    expect(await chosen({ config: '../other.json' })).toEqual(['Boat']);
  });

  it.each(['{}', '{"entities":[]}'])('says how to name them where the config file says %s', async (text) => {
    await configure(text);
    await expect(chosen({})).rejects.toThrow(
      "No entities are named. Say where they are by --entities 'src/**/*.entity.ts', or by entities in the config file.",
    );
  });
});

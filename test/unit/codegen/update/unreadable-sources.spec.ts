import { describe, expect, it } from '@jest/globals';
import { accountModels } from '../../../support/codegen/account-folder.js';
import { GeneratedFolder } from '../../../support/codegen/generated-folder.js';

const ENTITY = 'account.entity.ts';
const MANIFEST = '.nestjs-salesforce.json';

async function generated(): Promise<GeneratedFolder> {
  const folder = new GeneratedFolder();
  await folder.update(accountModels());
  return folder;
}

describe('updateFolder, of what it cannot read', () => {
  it('names file, line and column of a syntax error, and writes nothing', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ['@Field() ownerId!: string;', '@Field() ownerId!: string; }']);
    const before = await folder.read(ENTITY);
    await expect(folder.update(accountModels(true))).rejects.toThrow(
      /^entities\/account\.entity\.ts:\d+:\d+ cannot be read: .+ Correct the file; nothing was written\.$/,
    );
    expect(await folder.read(ENTITY)).toBe(before);
    expect(await folder.files()).not.toContain('case.entity.ts');
  });

  it('puts the position where the error is', async () => {
    await using folder = await generated();
    await folder.write(
      'user.entity.ts',
      'export class User {\n  name!: string\n  email! string;\n}\n// SObject\n',
    );
    await expect(folder.update(accountModels())).rejects.toThrow('entities/user.entity.ts:3:');
  });

  it('does not mind what it need not read', async () => {
    await using folder = await generated();
    await folder.write('scratch.ts', 'this is {{ no TypeScript');
    expect(await folder.changes(accountModels())).toEqual([]);
  });

  it('refuses a manifest with merge conflicts, and says what to do', async () => {
    await using folder = await generated();
    await folder.edit(MANIFEST, [
      '  "files": {',
      '<<<<<<< HEAD\n  "files": {\n=======\n  "files": {\n>>>>>>> theirs',
    ]);
    await expect(folder.update(accountModels())).rejects.toThrow(
      'entities/.nestjs-salesforce.json cannot be read: it holds merge conflicts. Keep the lines of either side; both will do.',
    );
  });

  it.each([
    [
      'cut off',
      (text: string) => text.slice(0, text.length / 2),
      /it is no JSON: .+ Restore it from version control\.$/,
    ],
    ['no object', () => 'null', /it is no manifest of nestjs-salesforce\. Restore it/],
    ['of something else', () => '{"name":"app"}', /it is no manifest of nestjs-salesforce\. Restore it/],
    [
      'without files',
      () => '{"manifest":1,"options":{}}',
      /it is damaged: it has no files\. Restore it from version control\.$/,
    ],
    [
      'with something else where texts belong',
      (text: string) => text.replace(/"nestjs-salesforce": "[^"]*"/, '"nestjs-salesforce": 3'),
      /it is damaged: 3 is no text\. Restore it from version control\.$/,
    ],
    [
      'with unknown things',
      (text: string) => text.replace('class object Account', 'enum object Account'),
      /it is damaged: 'enum object Account' is nothing that is generated\./,
    ],
    [
      'with broken aspects',
      (text: string) => text.replace('@SObject=', '@SObject'),
      /it is damaged: '@SObject\w+' is no aspect\./,
    ],
    [
      'with files elsewhere',
      (text: string) => text.replace('"user.entity.ts"', '"../user.entity.ts"'),
      /it is damaged: '..\/user.entity.ts' is outside the folder\./,
    ],
    [
      'of a later version',
      (text: string) => text.replace('"manifest": 1', '"manifest": 2'),
      /a later version of nestjs-salesforce wrote it \(format 2\)\. Update the package\.$/,
    ],
  ])('refuses a manifest that is %s', async (_, damage, message) => {
    await using folder = await generated();
    const damaged = damage(await folder.read(MANIFEST));
    await folder.write(MANIFEST, damaged);
    await expect(folder.update(accountModels(true))).rejects.toThrow(message);
    expect(await folder.read(MANIFEST)).toBe(damaged);
    expect(await folder.files()).not.toContain('case.entity.ts');
  });

  it('takes either side of a merged manifest', async () => {
    await using folder = await generated();
    const earlier = await folder.read(MANIFEST);
    await folder.update(accountModels(true));
    await folder.write(MANIFEST, earlier);
    expect(await folder.update(accountModels(true))).toEqual([]);
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('leaves all that is there when there is no manifest, and adds what is missing', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ['scale: 0', 'scale: 6']);
    await folder.remove(MANIFEST);
    const lines = await folder.update(accountModels(true));
    expect(lines).toContain('  + added    Account.site (field Site)');
    const text = await folder.read(ENTITY);
    expect(text).toContain('scale: 6');
    expect(text).toContain('fax!: string');
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });
});

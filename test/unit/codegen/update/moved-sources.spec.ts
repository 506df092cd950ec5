import { describe, expect, it } from '@jest/globals';
import { accountModels } from '../../../support/codegen/account-folder.js';
import { AFTER, BEFORE } from '../../../support/codegen/account-sources.js';
import { GeneratedFolder } from '../../../support/codegen/generated-folder.js';

const ENTITY = 'account.entity.ts';
const MANIFEST = '.nestjs-salesforce.json';

async function generated(): Promise<GeneratedFolder> {
  const folder = new GeneratedFolder();
  await folder.update(accountModels());
  return folder;
}

function moved(text: string): string {
  return text.replaceAll("from './", "from '../");
}

describe('files that people moved', () => {
  it('are updated where they are, and imported from there', async () => {
    await using folder = await generated();
    await folder.move(ENTITY, 'crm/customer.ts');
    await folder.write('crm/customer.ts', moved(BEFORE[ENTITY]!));
    await folder.edit('contact.entity.ts', ['./account.entity.js', './crm/customer.js']);
    await folder.edit('index.ts', ['./account.entity.js', './crm/customer.js']);
    await folder.update(accountModels(true));
    expect(await folder.files()).toEqual([
      MANIFEST,
      'account.picklists.ts',
      'audited.entity.ts',
      'case.entity.ts',
      'contact.entity.ts',
      'crm/customer.ts',
      'index.ts',
      'user.entity.ts',
    ]);
    expect(await folder.read('crm/customer.ts')).toBe(moved(AFTER[ENTITY]!));
    expect(await folder.read('case.entity.ts')).toBe(
      AFTER['case.entity.ts']!.replace('./account.entity.js', './crm/customer.js'),
    );
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('are found though no import was corrected, and the imports are', async () => {
    await using folder = await generated();
    await folder.move('user.entity.ts', 'people/user.entity.ts');
    await folder.update(accountModels());
    expect(await folder.read(ENTITY)).toBe(
      BEFORE[ENTITY]!.replace('./user.entity.js', './people/user.entity.js'),
    );
    expect(await folder.read('people/user.entity.ts')).toBe(
      BEFORE['user.entity.ts']!.replace('./audited.entity.js', '../audited.entity.js'),
    );
    expect(await folder.changes(accountModels())).toEqual([]);
  });

  it('get what was generated for a constants file when people moved that into the entity', async () => {
    await using folder = await generated();
    const [, constants = ''] = BEFORE['account.picklists.ts']!.split("'nestjs-salesforce';\n\n");
    await folder.edit(
      ENTITY,
      ['Lookup, type Related, SObject }', 'Lookup, type PicklistValue, type Related, SObject }'],
      ["import { AccountRating } from './account.picklists.js';\n", ''],
      ['/** Companies', `${constants}\n/** Companies`],
    );
    await folder.remove('account.picklists.ts');
    await folder.edit('index.ts', ["export * from './account.picklists.js';\n", '']);
    await folder.update(accountModels(true));
    const text = await folder.read(ENTITY);
    expect(text).toContain("export const AccountRating = ['Hot', 'Warm', 'Cold'] as const;");
    expect(text).toContain('length: 80');
    expect(text).not.toContain('account.picklists');
    expect(await folder.files()).not.toContain('account.picklists.ts');
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });
});

describe('members that people moved to a base', () => {
  const REVENUE = "  @Field({ type: 'currency', precision: 18, scale: 0 }) annualRevenue!: number | null;\n";
  const FAX = "  @Field({ type: 'phone' }) fax!: string | null;\n";
  const BASE = `import { Field } from 'nestjs-salesforce';\nimport { Audited } from './audited.entity.js';\n\nexport abstract class Company extends Audited {\n${REVENUE}${FAX}}\n`;

  async function withBase(): Promise<GeneratedFolder> {
    const folder = await generated();
    await folder.write('company.ts', BASE);
    await folder.edit(
      ENTITY,
      [REVENUE, ''],
      [FAX, ''],
      ['extends Audited', 'extends Company'],
      ["import { Audited } from './audited.entity.js';", "import { Company } from './company.js';"],
    );
    return folder;
  }

  it('are not added to the class again', async () => {
    await using folder = await withBase();
    expect(await folder.changes(accountModels())).toEqual([]);
  });

  it('are updated where they are', async () => {
    await using folder = await withBase();
    const lines = await folder.update(accountModels(true));
    expect(lines).toContain('  ~ updated  Company.annualRevenue (field AnnualRevenue): scale');
    expect(await folder.read('company.ts')).toBe(BASE.replace('scale: 0', 'scale: 2').replace(FAX, ''));
    expect(await folder.read(ENTITY)).not.toContain('annualRevenue');
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('are left alone where several entities share them', async () => {
    await using folder = await withBase();
    await folder.edit(
      'user.entity.ts',
      ['extends Audited', 'extends Company'],
      ["import { Audited } from './audited.entity.js';", "import { Company } from './company.js';"],
    );
    const lines = await folder.update(accountModels(true));
    expect(lines).toContain(
      '  = kept     Company.annualRevenue (field AnnualRevenue) - the org changed it, but Company, where it is now, has to be ' +
        'changed by hand',
    );
    expect(await folder.read('company.ts')).toBe(BASE);
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });
});

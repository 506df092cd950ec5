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

function without(models: ReturnType<typeof accountModels>, ...paths: string[]) {
  return models.filter(({ path }) => !paths.includes(path));
}

describe('updateFolder', () => {
  it('writes everything into an empty folder, and says so', async () => {
    await using folder = new GeneratedFolder();
    expect(await folder.update(accountModels())).toEqual([
      'account.entity.ts',
      '  + added    Account (object Account)',
      'account.picklists.ts',
      '  + added    AccountRating (picklist Account.Rating)',
      'audited.entity.ts',
      '  + added    Audited (base)',
      'contact.entity.ts',
      '  + added    Contact (object Contact)',
      'index.ts',
      '  + added    the file',
      'user.entity.ts',
      '  + added    User (object User)',
    ]);
    expect(await folder.files()).toEqual([MANIFEST, ...Object.keys(BEFORE)]);
  });

  it('changes nothing when nothing changed, once and again', async () => {
    await using folder = await generated();
    expect(await folder.changes(accountModels())).toEqual([]);
    await folder.update(accountModels(true));
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('reports what it did to a file nobody touched', async () => {
    await using folder = await generated();
    expect(await folder.update(accountModels(true))).toEqual([
      'account.entity.ts',
      '  + added    Account.site (field Site)',
      '  ~ updated  Account.rating (field Rating): doc comment',
      '  ~ updated  Account.annualRevenue (field AnnualRevenue): scale',
      '  + added    Account.parentId (field ParentId)',
      '  + added    Account.parent (parent ParentId)',
      '  + added    Account.cases (children Case.AccountId)',
      '  - removed  Account.fax (field Fax)',
      'account.picklists.ts',
      '  ~ updated  AccountRating (picklist Account.Rating): values',
      'case.entity.ts',
      '  + added    Case (object Case)',
      'index.ts',
      '  ~ updated  the file',
    ]);
  });

  it('reports the same of a file that people edited elsewhere', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ['export class', '// ours\nexport class']);
    const lines = await folder.update(accountModels(true));
    expect(lines.slice(0, 8)).toEqual([
      'account.entity.ts',
      '  + added    Account.site (field Site)',
      '  ~ updated  Account.rating (field Rating): doc comment',
      '  ~ updated  Account.annualRevenue (field AnnualRevenue): scale',
      '  + added    Account.parentId (field ParentId)',
      '  + added    Account.parent (parent ParentId)',
      '  + added    Account.cases (children Case.AccountId)',
      '  - removed  Account.fax (field Fax)',
    ]);
  });
});

describe('what people and the org both changed', () => {
  it('stays as people wrote it, and is reported once', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ['scale: 0', 'scale: 4'], ['How likely they buy.', 'Our own words.']);
    const lines = await folder.update(accountModels(true));
    expect(lines.filter((line) => line.includes('conflict'))).toEqual([
      '  ! conflict Account.rating (field Rating): doc comment',
      '  ! conflict Account.annualRevenue (field AnnualRevenue): scale',
    ]);
    expect(await folder.read(ENTITY)).toBe(
      AFTER[ENTITY]!.replace('scale: 2', 'scale: 4').replace('How likely they are to buy.', 'Our own words.'),
    );
    expect(await folder.update(accountModels(true))).toEqual([]);
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('is no conflict when both changed it in the same way', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ['scale: 0', 'scale: 2']);
    expect(
      (await folder.update(accountModels(true))).filter((line) => line.includes('annualRevenue')),
    ).toEqual([]);
    expect(await folder.read(ENTITY)).toBe(AFTER[ENTITY]);
  });

  it('leaves what both took away away', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ["  @Field({ type: 'phone' }) fax!: string | null;\n", '']);
    expect((await folder.update(accountModels(true))).join()).not.toContain('fax');
    expect(await folder.read(ENTITY)).toBe(AFTER[ENTITY]);
  });

  it('leaves a member people wrote before the org had it', async () => {
    await using folder = await generated();
    const own = "@Field({ label: 'Where' }) site?: string;";
    await folder.edit(ENTITY, ['  @Field({ length: 255 })', `  ${own}\n  @Field({ length: 255 })`]);
    const lines = await folder.update(accountModels(true));
    expect(lines).toContain('  = kept     Account.site (field Site) - it was there before it was generated');
    const text = await folder.read(ENTITY);
    expect(text).toContain(own);
    expect(text).not.toContain('length: 80');
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('does not put a field where a method of its name is', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, [
      'contacts?: Related<Contact[]>;',
      "contacts?: Related<Contact[]>;\n\n  site() {\n    return 'here';\n  }",
    ]);
    const note =
      '  ! conflict Account.site (field Site) - the class has a member of that name; rename it, or give the field a name by ' +
      'the option names';
    expect(await folder.update(accountModels(true))).toContain(note);
    expect(await folder.read(ENTITY)).not.toContain('length: 80');
    expect(await folder.changes(accountModels(true))).toEqual([]);
    await folder.edit(ENTITY, ['site() {', 'place() {']);
    expect(await folder.update(accountModels(true))).toEqual([
      'account.entity.ts',
      '  + added    Account.site (field Site)',
    ]);
  });
});

describe('what the org has no more', () => {
  it.each([
    ['an edited field', 'fax!: string | null;', 'fax!: FaxNumber | null;'],
    [
      'a field with a comment',
      "  @Field({ type: 'phone' })",
      "  // needed by the archive\n  @Field({ type: 'phone' })",
    ],
    ['a field with a decorator', "@Field({ type: 'phone' })", "@Exclude() @Field({ type: 'phone' })"],
  ])('stays when it is %s', async (_, found, replacement) => {
    await using folder = await generated();
    await folder.edit(ENTITY, [found, replacement]);
    expect(await folder.update(accountModels(true))).toContain(
      '  = kept     Account.fax (field Fax) - it is no longer generated, but it was edited; remove it if nothing needs it',
    );
    expect(await folder.read(ENTITY)).toContain(replacement);
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('takes an import along that nothing else uses', async () => {
    await using folder = await generated();
    await folder.update(accountModels(true));
    await folder.edit(ENTITY, ['export class', '// ours\nexport class']);
    await folder.update(accountModels());
    expect(await folder.read(ENTITY)).toBe(BEFORE[ENTITY]!.replace('export class', '// ours\nexport class'));
  });

  it('leaves an import that code of people uses', async () => {
    await using folder = await generated();
    await folder.update(accountModels(true));
    await folder.edit(ENTITY, ['/** Companies', 'export type Cases = Case[];\n\n/** Companies']);
    await folder.update(accountModels());
    expect(await folder.read(ENTITY)).toContain("import { Case } from './case.entity.js';");
  });

  it('is removed with its file when nobody touched that', async () => {
    await using folder = await generated();
    await folder.update(accountModels(true));
    const lines = await folder.update(accountModels());
    expect(lines).toContain('  - removed  Case (object Case)');
    expect(await folder.files()).not.toContain('case.entity.ts');
    expect(await folder.read('index.ts')).toBe(BEFORE['index.ts']);
  });

  it('keeps a file that was edited, and exports it still', async () => {
    await using folder = await generated();
    await folder.update(accountModels(true));
    await folder.edit('case.entity.ts', ['export class', '/** Trouble. */\nexport class']);
    const lines = await folder.update(accountModels());
    const note = 'it is no longer generated, but it was edited or is in use; remove it if nothing needs it';
    expect(lines).toContain(`  = kept     Case (object Case) - ${note}`);
    expect(await folder.read('case.entity.ts')).toContain('/** Trouble. */');
    expect(await folder.read('index.ts')).toBe(AFTER['index.ts']);
    expect(await folder.changes(accountModels())).toEqual([]);
  });

  it('keeps a file that code of people imports', async () => {
    await using folder = await generated();
    await folder.update(accountModels(true));
    await folder.write(
      'case.service.ts',
      "import { Case } from './case.entity.js';\nexport const open = (one: Case) => one;\n",
    );
    await folder.update(accountModels());
    expect(await folder.files()).toContain('case.entity.ts');
    expect(await folder.changes(accountModels())).toEqual([]);
  });

  it('removes a reformatted file all the same', async () => {
    await using folder = await generated();
    await folder.update(accountModels(true));
    await folder.edit(
      'case.entity.ts',
      ["'nestjs-salesforce';", '"nestjs-salesforce"'],
      ['  @Lookup', '    @Lookup'],
    );
    await folder.update(accountModels());
    expect(await folder.files()).not.toContain('case.entity.ts');
  });

  it('keeps a constant that edited code still uses', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ['/** How likely they buy. */', '/** Ours. */']);
    const models = without(accountModels(), 'account.picklists.ts').map((model) =>
      model.path === ENTITY ? withoutRating(model) : model,
    );
    const lines = await folder.update(models);
    expect(lines).toContain(
      '  = kept     Account.rating (field Rating) - it is no longer generated, but it was edited; remove it if nothing needs it',
    );
    expect(await folder.read('account.picklists.ts')).toBe(BEFORE['account.picklists.ts']);
    expect(await folder.changes(models)).toEqual([]);
  });
});

function withoutRating(model: ReturnType<typeof accountModels>[number]) {
  return {
    ...model,
    imports: model.imports.filter(({ name }) => name !== 'AccountRating'),
    statements: model.statements.map((statement) =>
      statement.kind === 'class'
        ? { ...statement, members: statement.members.filter(({ key }) => key !== 'field Rating') }
        : statement,
    ),
  };
}

describe('what people took away', () => {
  it('brings a class back whose file is gone, since the options say which objects have one', async () => {
    await using folder = await generated();
    await folder.remove('user.entity.ts');
    expect(await folder.update(accountModels())).toEqual([
      'user.entity.ts',
      '  + added    User (object User)',
    ]);
    expect(await folder.read('user.entity.ts')).toBe(BEFORE['user.entity.ts']);
  });

  it('does not bring constants back that nothing imports', async () => {
    await using folder = await generated();
    await folder.remove('account.picklists.ts');
    await folder.edit('index.ts', ["export * from './account.picklists.js';\n", '']);
    await folder.edit(
      ENTITY,
      ["import { AccountRating } from './account.picklists.js';\n", ''],
      ['{ picklist: AccountRating }) rating!: AccountRating', "{ picklist: ['Hot'] }) rating!: 'Hot'"],
    );
    await folder.update(accountModels(true));
    expect(await folder.files()).not.toContain('account.picklists.ts');
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('brings constants back that are imported', async () => {
    await using folder = await generated();
    await folder.remove('account.picklists.ts');
    await folder.update(accountModels());
    expect(await folder.read('account.picklists.ts')).toBe(BEFORE['account.picklists.ts']);
  });

  it('brings a member back whose line is taken out of the manifest', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, ["  @Field({ custom: true, type: 'string' }) tier!: string | null;\n", '']);
    expect(await folder.changes(accountModels())).toEqual([]);
    const manifest = await folder.read(MANIFEST);
    await folder.write(MANIFEST, manifest.replace(/ *"field Tier__c": .*\n/, ''));
    expect(await folder.update(accountModels())).toEqual([
      'account.entity.ts',
      '  + added    Account.tier (field Tier__c)',
    ]);
    expect(await folder.read(ENTITY)).toBe(BEFORE[ENTITY]);
  });
});

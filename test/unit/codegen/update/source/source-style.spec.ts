import { describe, expect, it } from '@jest/globals';
import { accountModels } from '../../../../support/codegen/account-folder.js';
import { AFTER, BEFORE } from '../../../../support/codegen/account-sources.js';
import { lookup } from '../../../../support/codegen/entity-models.js';
import { GeneratedFolder } from '../../../../support/codegen/generated-folder.js';

const ENTITY = 'account.entity.ts';

async function generated(): Promise<GeneratedFolder> {
  const folder = new GeneratedFolder();
  await folder.update(accountModels());
  return folder;
}

function styled(text: string): string {
  return text
    .replaceAll("'", '"')
    .replaceAll(/;$/gm, '')
    .replaceAll(/^ {2}/gm, '\t')
    .replaceAll('\n', '\r\n');
}

function library(name: string, typeOnly: boolean) {
  return { from: 'nestjs-salesforce', name, typeOnly };
}

function withLookup(model: ReturnType<typeof accountModels>[number]) {
  const [own, ...others] = [
    model.imports.filter(({ from }) => from === 'nestjs-salesforce'),
    ...model.imports.filter(({ from }) => from !== 'nestjs-salesforce'),
  ];
  const [field, sobject] = own as typeof model.imports;
  return {
    ...model,
    imports: [
      field!,
      library('Lookup', false),
      library('Related', true),
      sobject!,
      ...(others as typeof model.imports),
    ],
    statements: model.statements.map((statement) =>
      statement.kind === 'class'
        ? { ...statement, members: [...statement.members, lookup('ManagerId', 'manager', 'User')] }
        : statement,
    ),
  };
}

describe('the style of a file', () => {
  it('is that of code that is put in', async () => {
    await using folder = await generated();
    await folder.write(ENTITY, styled(BEFORE[ENTITY]!));
    expect(await folder.changes(accountModels())).toEqual([]);
    await folder.update(accountModels(true));
    expect(await folder.read(ENTITY)).toBe(styled(AFTER[ENTITY]!));
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('includes the line ends that version control gave a file nobody edited', async () => {
    await using folder = await generated();
    await folder.write(ENTITY, BEFORE[ENTITY]!.replaceAll('\n', '\r\n'));
    expect(await folder.changes(accountModels())).toEqual([]);
    await folder.update(accountModels(true));
    expect(await folder.read(ENTITY)).toBe(AFTER[ENTITY]!.replaceAll('\n', '\r\n'));
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it('is followed by imports on lines of their own', async () => {
    await using folder = await generated();
    await folder.edit('user.entity.ts', [
      'import { Field, SObject } from',
      'import {\n  Field,\n  SObject,\n} from',
    ]);
    const models = accountModels().map((model) =>
      model.path === 'user.entity.ts' ? withLookup(model) : model,
    );
    await folder.update(models);
    expect(await folder.read('user.entity.ts')).toBe(
      "import {\n  Field,\n  Lookup,\n  type Related,\n  SObject,\n} from 'nestjs-salesforce';\n" +
        "import { Audited } from './audited.entity.js';\n\n@SObject()\nexport class User extends Audited {\n" +
        '  @Field() email!: string | null;\n' +
        "  @Lookup(() => User, 'managerId') manager?: Related<User> | null;\n}\n",
    );
  });

  it('keeps types in imports of types', async () => {
    await using folder = await generated();
    await folder.edit('user.entity.ts', [
      'import { Audited }',
      "import type { SObjectOptions } from 'nestjs-salesforce';\nimport { Audited }",
    ]);
    const models = accountModels().map((model) =>
      model.path === 'user.entity.ts' ? withLookup(model) : model,
    );
    await folder.update(models);
    const text = await folder.read('user.entity.ts');
    expect(text).toContain("import { Field, Lookup, SObject } from 'nestjs-salesforce';\n");
    expect(text).toContain("import type { Related, SObjectOptions } from 'nestjs-salesforce';\n");
  });

  it('calls a class by another name where people gave its name to something else', async () => {
    await using folder = await generated();
    await folder.edit(ENTITY, [
      'import { User }',
      "import { Case } from '../text-case.js';\nimport { User }",
    ]);
    await folder.update(accountModels(true));
    const text = await folder.read(ENTITY);
    expect(text).toContain("import { Case as CaseEntity } from './case.entity.js';");
    expect(text).toContain("@Children(() => CaseEntity, 'account') cases?: Related<CaseEntity[]>;");
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });
});

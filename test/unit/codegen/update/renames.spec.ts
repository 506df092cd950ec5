import { describe, expect, it } from '@jest/globals';
import { generate } from '../../../../lib/codegen/entity-generator.js';
import type { InspectOptions } from '../../../../lib/codegen/inspect-options.interface.js';
import type { KnownNames } from '../../../../lib/codegen/known-names.interface.js';
import { GeneratedFolder } from '../../../support/codegen/generated-folder.js';
import { ACCOUNT_FIELDS, INVOICE_FIELDS, invoiceObjects } from '../../../support/codegen/invoice-objects.js';
import { customField } from '../../../support/record-engine.js';

const earlier =
  (options: InspectOptions = {}) =>
  (names: KnownNames) =>
    generate(invoiceObjects(), options, names);

/** With a site, and with a second lookup to the account. */
const later =
  (options: InspectOptions = {}) =>
  (names: KnownNames) =>
    generate(
      invoiceObjects(
        [...ACCOUNT_FIELDS, customField('Site', 'string', { custom: false, length: 80 })],
        [
          ...INVOICE_FIELDS,
          customField('Payer__c', 'reference', { referenceTo: ['Account'], relationshipName: 'Payer__r' }),
        ],
      ),
      options,
      names,
    );

async function generated(): Promise<GeneratedFolder> {
  const folder = new GeneratedFolder();
  await folder.update(earlier());
  return folder;
}

describe('names that people gave', () => {
  it('stay the names of classes, wherever they are used', async () => {
    await using folder = await generated();
    await folder.edit('account.entity.ts', [
      '@SObject()\nexport class Account',
      "@SObject('Account')\nexport class Customer",
    ]);
    await folder.edit(
      'invoice.entity.ts',
      ['import { Account }', 'import { Customer }'],
      ['() => Account', '() => Customer'],
      ['Related<Account>', 'Related<Customer>'],
    );
    await folder.update(later());
    expect(await folder.files()).not.toContain('customer.entity.ts');
    expect(await folder.read('account.entity.ts')).toContain(
      "@SObject('Account')\nexport class Customer extends Audited {",
    );
    expect(await folder.read('account.entity.ts')).toContain('length: 80');
    expect(await folder.read('invoice.entity.ts')).toContain(
      "  @Lookup(() => Customer, 'payerId') payer?: Related<Customer> | null;\n",
    );
    expect(await folder.read('invoice.entity.ts')).toContain(
      "import { Customer } from './account.entity.js';",
    );
    expect(await folder.changes(later())).toEqual([]);
  });

  it('stay the names of properties, and of the keys of relations', async () => {
    await using folder = await generated();
    await folder.edit(
      'invoice.entity.ts',
      ['@Field({ custom: true }) accountId!', "@Field({ apiName: 'Account__c' }) customerKey!"],
      ["@Lookup(() => Account, 'accountId') account?", "@Lookup(() => Account, 'customerKey') customer?"],
    );
    await folder.edit('account.entity.ts', [
      "@Children(() => Invoice, 'account')",
      "@Children(() => Invoice, 'customer')",
    ]);
    await folder.update(later());
    expect(await folder.read('invoice.entity.ts')).toContain(
      "  /** Account */\n  @Field({ apiName: 'Account__c' }) customerKey!: string | null;\n" +
        "  @Lookup(() => Account, 'customerKey') customer?: Related<Account> | null;\n",
    );
    expect(await folder.read('account.entity.ts')).toContain(
      "@Children(() => Invoice, 'customer') invoices?: Related<Invoice[]>;",
    );
    expect(await folder.changes(later())).toEqual([]);
  });

  it('stay the names of constants', async () => {
    await using folder = await generated();
    const renamed = async (path: string) =>
      folder.write(path, (await folder.read(path)).replaceAll('AccountRating', 'Temperature'));
    await renamed('account.picklists.ts');
    await renamed('account.entity.ts');
    await folder.update(later());
    expect(await folder.read('account.picklists.ts')).toBe(
      "import type { PicklistValue } from 'nestjs-salesforce';\n\n" +
        "export const Temperature = ['Hot', 'Cold'] as const;\n" +
        'export type Temperature = PicklistValue<typeof Temperature>;\n',
    );
    expect(await folder.read('account.entity.ts')).toContain(
      '@Field({ picklist: Temperature }) rating!: Temperature | null;',
    );
    expect(await folder.changes(later())).toEqual([]);
  });

  it('stay the name of the base', async () => {
    await using folder = await generated();
    for (const path of ['audited.entity.ts', 'account.entity.ts', 'invoice.entity.ts']) {
      await folder.write(path, (await folder.read(path)).replaceAll('Audited', 'Tracked'));
    }
    await folder.edit(
      'audited.entity.ts',
      ['createdDate', 'createdAt'],
      ["label: 'CreatedDate'", "label: 'CreatedDate', apiName: 'CreatedDate'"],
    );
    await folder.update(later());
    expect(await folder.read('audited.entity.ts')).toContain('export abstract class Tracked {');
    expect(await folder.read('audited.entity.ts')).toContain('createdAt!: Date;');
    expect(await folder.read('account.entity.ts')).toContain('export class Account extends Tracked {');
    expect(await folder.files()).not.toContain('tracked.entity.ts');
    expect(await folder.changes(later())).toEqual([]);
  });

  it('stay when a class for the same object stands beside', async () => {
    await using folder = await generated();
    await folder.write(
      'account-summary.entity.ts',
      "import { Field, Id, SObject } from 'nestjs-salesforce';\n\n@SObject('Account')\nexport class AccountSummary {\n  @Id() readonly id!: string;\n  @Field() name!: string;\n}\n",
    );
    await folder.edit('account.entity.ts', ['export class', '// ours\nexport class']);
    await folder.update(later());
    expect(await folder.read('account-summary.entity.ts')).not.toContain('site');
    expect(await folder.read('account.entity.ts')).toContain('site!');
  });
});

describe('names of the options', () => {
  it('are given to what nobody edited', async () => {
    await using folder = await generated();
    const options = { names: { 'Account.Tier__c': 'level', Invoice__c: 'Bill' } };
    await folder.update(earlier(options), options);
    expect(await folder.read('account.entity.ts')).toContain('level!: string | null;');
    expect(await folder.files()).toContain('bill.entity.ts');
    expect(await folder.files()).not.toContain('invoice.entity.ts');
    expect(await folder.changes(earlier(options), options)).toEqual([]);
  });

  it('do not rename what people may use elsewhere in a file they edited', async () => {
    await using folder = await generated();
    await folder.edit('account.entity.ts', [
      'tier!: string | null;',
      'tier!: string | null;\n\n  get isGold() {\n    return this.tier === "gold";\n  }',
    ]);
    const options = { names: { 'Account.Tier__c': 'level' } };
    await folder.update(earlier(options), options);
    expect(await folder.read('account.entity.ts')).toContain('tier!: string | null;');
    expect(await folder.changes(earlier(options), options)).toEqual([]);
  });
});

describe('other options', () => {
  it('change the endings of imports, in edited files too', async () => {
    await using folder = await generated();
    await folder.edit('account.entity.ts', ['export class', '// ours\nexport class']);
    const options = { importExtension: '.ts' as const };
    await folder.update(earlier(options), options);
    const text = await folder.read('account.entity.ts');
    expect(text).toContain("from './invoice.entity.ts'");
    expect(text).not.toContain(".js'");
    expect(await folder.read('invoice.entity.ts')).not.toContain(".js'");
    expect(await folder.changes(earlier(options), options)).toEqual([]);
  });

  it('change the comment at the top where people left it alone', async () => {
    await using folder = new GeneratedFolder();
    const [first, second] = [{ header: 'Made by hand.' }, { header: 'Made by machine.' }];
    await folder.update(earlier(first), first);
    await folder.edit('account.entity.ts', ['export class', '// ours\nexport class']);
    await folder.edit('invoice.entity.ts', ['// Made by hand.', '// Hands off.']);
    await folder.update(earlier(second), second);
    expect(await folder.read('account.entity.ts')).toMatch(/^\/\/ Made by machine\.\n\nimport/);
    expect(await folder.read('invoice.entity.ts')).toMatch(/^\/\/ Hands off\.\n\nimport/);
    expect(await folder.changes(earlier(second), second)).toEqual([]);
    await folder.update(earlier(), {});
    expect(await folder.read('account.entity.ts')).toMatch(/^import/);
  });

  it('add validators to what people edited', async () => {
    await using folder = await generated();
    await folder.edit('account.entity.ts', [
      '@Field({ length: 255, nillable: false })',
      '/** Ours. */\n  @Field({ length: 250, nillable: false })',
    ]);
    const options = { validators: true };
    await folder.update(earlier(options), options);
    expect(await folder.read('account.entity.ts')).toMatch(
      /\/\*\* Ours\. \*\/\n {2}@Field\(\{ length: 250, nillable: false \}\)\s+@IsString\(\)\s+@MaxLength\(255\)/,
    );
    expect(await folder.changes(earlier(options), options)).toEqual([]);
    await folder.update(earlier(), {});
    expect(await folder.read('account.entity.ts')).not.toContain('class-validator');
  });

  it('merge into one file for all', async () => {
    await using folder = new GeneratedFolder();
    const options = { layout: 'file' as const };
    await folder.update(earlier(options), options);
    expect(await folder.files()).toEqual(['.nestjs-salesforce.json', 'entities.ts']);
    await folder.edit('entities.ts', [
      'export class Account extends Audited {',
      'export class Account extends Audited {\n  own = 1;\n',
    ]);
    await folder.update(later(options), options);
    const text = await folder.read('entities.ts');
    expect(text).toContain('own = 1;');
    expect(text).toContain('site!');
    expect(text).toContain('payer?: Related<Account> | null;');
    expect(await folder.changes(later(options), options)).toEqual([]);
  });

  it('do not change the layout of edited files', async () => {
    await using folder = await generated();
    const options = { layout: 'file' as const };
    await folder.edit('account.entity.ts', ['export class', '// ours\nexport class']);
    await expect(folder.update(earlier(options), options)).rejects.toThrow(
      "The layout of entities cannot become 'file': account.entity.ts was edited. Keep the layout, or name another folder.",
    );
  });

  it('change the layout of files nobody edited', async () => {
    await using folder = await generated();
    const options = { layout: 'file' as const };
    await folder.update(earlier(options), options);
    expect(await folder.files()).toEqual(['.nestjs-salesforce.json', 'entities.ts']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { generate } from '../../../lib/codegen/entity-generator.js';
import { printFile } from '../../../lib/codegen/file-printer.js';
import type { InspectOptions } from '../../../lib/codegen/inspect-options.interface.js';
import type { FieldDefinition, SObjectDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import { customField, customObject } from '../../support/record-engine.js';

const system = (
  name: string,
  label: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  name,
  label,
  type,
  defaultedOnCreate: true,
  ...more,
});
const AUDIT = [
  system('Id', 'Record ID', 'id'),
  system('IsDeleted', 'Deleted', 'boolean'),
  system('CreatedDate', 'Created Date', 'datetime'),
  system('CreatedById', 'Created By ID', 'reference', {
    referenceTo: ['User'],
    relationshipName: 'CreatedBy',
  }),
];
const account: SObjectDefinition = {
  ...customObject('Account', [
    ...AUDIT,
    customField('Name', 'string', {
      custom: false,
      label: 'Account Name',
      length: 255,
      nillable: false,
      nameField: true,
    }),
    customField('Rating', 'picklist', {
      custom: false,
      picklistValues: [{ value: 'Hot', label: 'Hot' }],
      restrictedPicklist: true,
    }),
    customField('Tier__c', 'string', { label: 'Tier', length: 255, inlineHelpText: 'How well they pay.' }),
  ]),
  custom: false,
};
const invoice = customObject('Invoice__c', [
  ...AUDIT,
  customField('Account__c', 'reference', {
    referenceTo: ['Account'],
    relationshipName: 'Account__r',
    childRelationshipName: 'Invoices__r',
    relationshipOrder: 0,
    nillable: false,
    updateable: false,
  }),
  customField('Line_Total__c', 'currency', { label: 'Line Total', precision: 18, scale: 2 }),
]);

const texts = (options: InspectOptions) =>
  new Map(generate([invoice, account], options).map((file) => [file.path, printFile(file)]));

describe('generate', () => {
  it('makes a file an entity, one for its picklists, a base and an index', () => {
    const files = texts({});
    expect([...files.keys()]).toEqual([
      'account.entity.ts',
      'account.picklists.ts',
      'audited.entity.ts',
      'invoice.entity.ts',
      'index.ts',
    ]);
    expect(files.get('account.entity.ts'))
      .toBe(`import { Children, Field, type Related, SObject } from 'nestjs-salesforce';
import { AccountRating } from './account.picklists.js';
import { Audited } from './audited.entity.js';
import { Invoice } from './invoice.entity.js';

@SObject()
export class Account extends Audited {
  @Field({ length: 255, nillable: false, label: 'Account Name' }) name!: string;
  @Field({ picklist: AccountRating }) rating!: AccountRating | null;

  /** How well they pay. */
  @Field({ custom: true, type: 'string', help: 'How well they pay.' }) tier!: string | null;

  @Children(() => Invoice, 'account') invoices?: Related<Invoice[]>;
}
`);
    expect(files.get('account.picklists.ts')).toBe(`import type { PicklistValue } from 'nestjs-salesforce';

export const AccountRating = ['Hot'] as const;
export type AccountRating = PicklistValue<typeof AccountRating>;
`);
    expect(files.get('audited.entity.ts')).toBe(`import { Field, Id } from 'nestjs-salesforce';

/** What the org keeps of every record: who made and who changed it, and when. */
export abstract class Audited {
  @Id() readonly id!: string;
  @Field() readonly createdDate!: Date;
  @Field() readonly createdById!: string;
  @Field({ label: 'Deleted' }) readonly isDeleted!: boolean;
}
`);
    expect(files.get('invoice.entity.ts'))
      .toBe(`import { Field, MasterDetail, type Related, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';

@SObject({ custom: true })
export class Invoice extends Audited {
  @Field({ custom: true }) accountId!: string;
  @MasterDetail(() => Account, 'accountId') account?: Related<Account>;
  @Field({ apiName: 'Line_Total__c', type: 'currency' }) lineTotal!: number | null;
}
`);
    expect(files.get('index.ts')).toBe(`export * from './account.entity.js';
export * from './account.picklists.js';
export * from './audited.entity.js';
export * from './invoice.entity.js';
`);
  });

  it('makes one file, constants and base before the classes that name them', () => {
    const [file, ...others] = generate([account, invoice], { layout: 'file' });
    expect(others).toEqual([]);
    expect(file?.path).toBe('entities.ts');
    expect(
      file?.statements.map((statement) => ('name' in statement ? `${statement.kind} ${statement.name}` : '')),
    ).toEqual([
      'const AccountRating',
      'type AccountRating',
      'class Audited',
      'class Account',
      'class Invoice',
    ]);
    expect(new Set(file?.imports.map(({ from }) => from))).toEqual(new Set(['nestjs-salesforce']));
  });

  it.each([
    ['.ts' as const, "export * from './account.entity.ts';"],
    ['' as const, "export * from './account.entity';"],
  ])('ends imports with %j', (importExtension, line) => {
    expect(texts({ importExtension }).get('index.ts')?.split('\n')[0]).toBe(line);
  });

  it('puts the header into every file', () => {
    expect([...texts({ header: 'Ours.' }).values()].every((text) => text.startsWith('// Ours.\n\n'))).toBe(
      true,
    );
  });

  it('is called by the prefix throughout', () => {
    const files = texts({ classPrefix: 'Sf' });
    expect([...files.keys()]).toContain('sf-audited.entity.ts');
    expect(files.get('sf-invoice.entity.ts')).toContain(
      "@MasterDetail(() => SfAccount, 'accountId') account?: Related<SfAccount>;",
    );
    expect(files.get('sf-account.picklists.ts')).toContain('export const SfAccountRating');
  });

  it('does not depend on the order of the objects', () => {
    expect(generate([account, invoice], {})).toEqual(generate([invoice, account], {}));
  });

  it('makes nothing but an index of nothing', () => {
    expect(generate([], {}).map(printFile)).toEqual(['']);
  });

  it('refuses objects whose name would lead out of the folder', () => {
    expect(() => generate([customObject('../../etc/passwd', [])], {})).toThrow(
      "'../../etc/passwd' cannot be the name of an object.",
    );
  });
});

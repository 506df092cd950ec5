import { describe, expect, it } from '@jest/globals';
import { FolderIndex } from '../../../../../lib/codegen/update/folder/folder-index.js';
import { SourceFolder } from '../../../../../lib/codegen/update/folder/source-folder.js';

const ACCOUNT = `import { Children, Field, Id, SObject } from 'nestjs-salesforce';
import { Contact as Person } from './contact.js';
import { Base } from './base.js';
@SObject()
export class Account extends Base {
  @Field() name!: string;
  @Field({ custom: true }) tier!: string;
  @Field({ apiName: 'AnnualRevenue' }) turnover!: number;
  @Children(() => Person, 'company') people?: Person[];
  own = 1;
}`;
const CONTACT = `import { Field, Lookup, SObject } from 'nestjs-salesforce';
import { Account } from './account.js';
@SObject({ apiName: 'Contact' })
export class Contact {
  @Field({ custom: true }) regionId!: string;
  @Lookup(() => Region, 'regionId') region?: Region;
  @Field({ apiName: 'AccountId' }) companyId!: string;
  @Lookup(() => Account, 'companyId') company?: Account;
}`;
const BASE = "import { Id } from 'nestjs-salesforce';\nexport abstract class Base {\n  @Id() id!: string;\n}";

function index(texts: Readonly<Record<string, string>>, namespace?: string): FolderIndex {
  const folder = new SourceFolder({
    name: 'entities',
    path: '/nowhere',
    texts: new Map(Object.entries(texts)),
  });
  return new FolderIndex({ folder, manifest: { options: {}, files: new Map() }, namespace });
}

function keys(found: FolderIndex, id: string): (readonly [string, string])[] {
  const entry = found.classAt(found.location(id)!)!;
  return [...found.members(entry)].map(([key, { name }]) => [key, name] as const);
}

describe('FolderIndex', () => {
  const texts = { 'account.ts': ACCOUNT, 'contact.ts': CONTACT, 'base.ts': BASE };

  it('finds classes by their object', () => {
    const found = index(texts);
    expect(found.location('class object Account')).toMatchObject({ path: 'account.ts', name: 'Account' });
    expect(found.location('class object contact')).toMatchObject({ path: 'contact.ts', name: 'Contact' });
    expect(found.location('class object Lead')).toBeUndefined();
  });

  it('knows members by what they stand for', () => {
    const found = index(texts);
    expect(keys(found, 'class object Account')).toEqual([
      ['field name', 'name'],
      ['field tier__c', 'tier'],
      ['field annualrevenue', 'turnover'],
      ['children contact.accountid', 'people'],
    ]);
    expect(keys(found, 'class object Contact')).toEqual([
      ['field region__c', 'regionId'],
      ['parent region__c', 'region'],
      ['field accountid', 'companyId'],
      ['parent accountid', 'company'],
    ]);
  });

  it('puts the namespace in front of custom names', () => {
    expect(keys(index(texts, 'acme'), 'class object Account')[1]).toEqual(['field acme__tier__c', 'tier']);
  });

  it('follows bases from file to file', () => {
    const found = index(texts);
    const [base] = found.bases(found.classAt(found.location('class object Account')!)!);
    expect([base?.path, base?.name]).toEqual(['base.ts', 'Base']);
    expect([...found.members(base!).keys()]).toEqual(['field id']);
  });

  it('is not led in circles', () => {
    const found = index({
      'a.ts':
        "import { SObject } from 'nestjs-salesforce';\nimport { B } from './b.js';\n@SObject() export class A extends B {}",
      'b.ts': "import { A } from './a.js';\nexport class B extends A {}",
    });
    expect(found.bases(found.classAt(found.location('class object A')!)!).map(({ name }) => name)).toEqual([
      'B',
    ]);
  });
});

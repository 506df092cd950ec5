/** What the earlier models of the account folder are printed as. */
export const BEFORE: Readonly<Record<string, string>> = {
  'account.entity.ts': `import { Children, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { AccountRating } from './account.picklists.js';
import { Audited } from './audited.entity.js';
import { Contact } from './contact.entity.js';
import { User } from './user.entity.js';

/** Companies and people. */
@SObject()
export class Account extends Audited {
  @Field({ length: 255 }) name!: string;

  /** How likely they buy. */
  @Field({ picklist: AccountRating }) rating!: AccountRating | null;

  @Field({ type: 'currency', precision: 18, scale: 0 }) annualRevenue!: number | null;
  @Field({ type: 'phone' }) fax!: string | null;
  @Field({ custom: true, type: 'string' }) tier!: string | null;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User> | null;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}
`,
  'account.picklists.ts': `import type { PicklistValue } from 'nestjs-salesforce';

export const AccountRating = ['Hot', 'Cold'] as const;
export type AccountRating = PicklistValue<typeof AccountRating>;
`,
  'audited.entity.ts': `import { Field, Id } from 'nestjs-salesforce';

/** What every record has. */
export abstract class Audited {
  @Id() readonly id!: string;
  @Field() readonly createdDate!: Date;
}
`,
  'contact.entity.ts': `import { Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';

@SObject()
export class Contact extends Audited {
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}
`,
  'index.ts': `export * from './account.entity.js';
export * from './account.picklists.js';
export * from './audited.entity.js';
export * from './contact.entity.js';
export * from './user.entity.js';
`,
  'user.entity.ts': `import { Field, SObject } from 'nestjs-salesforce';
import { Audited } from './audited.entity.js';

@SObject()
export class User extends Audited {
  @Field() email!: string | null;
}
`,
};

/** What the later ones are printed as. */
export const AFTER: Readonly<Record<string, string>> = {
  'account.entity.ts': `import { Children, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { AccountRating } from './account.picklists.js';
import { Audited } from './audited.entity.js';
import { Case } from './case.entity.js';
import { Contact } from './contact.entity.js';
import { User } from './user.entity.js';

/** Companies and people. */
@SObject()
export class Account extends Audited {
  @Field({ length: 255 }) name!: string;
  @Field({ type: 'string', length: 80 }) site!: string | null;

  /** How likely they are to buy. */
  @Field({ picklist: AccountRating }) rating!: AccountRating | null;

  @Field({ type: 'currency', precision: 18, scale: 2 }) annualRevenue!: number | null;
  @Field({ custom: true, type: 'string' }) tier!: string | null;
  @Field() ownerId!: string;
  @Field({ type: 'reference' }) parentId!: string | null;
  @Lookup(() => User, 'ownerId') owner?: Related<User> | null;
  @Lookup(() => Account, 'parentId') parent?: Related<Account> | null;
  @Children(() => Case, 'account') cases?: Related<Case[]>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}
`,
  'account.picklists.ts': `import type { PicklistValue } from 'nestjs-salesforce';

export const AccountRating = ['Hot', 'Warm', 'Cold'] as const;
export type AccountRating = PicklistValue<typeof AccountRating>;
`,
  'audited.entity.ts': `import { Field, Id } from 'nestjs-salesforce';

/** What every record has. */
export abstract class Audited {
  @Id() readonly id!: string;
  @Field() readonly createdDate!: Date;
}
`,
  'case.entity.ts': `import { Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';

@SObject()
export class Case extends Audited {
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}
`,
  'contact.entity.ts': `import { Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';

@SObject()
export class Contact extends Audited {
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}
`,
  'index.ts': `export * from './account.entity.js';
export * from './account.picklists.js';
export * from './audited.entity.js';
export * from './case.entity.js';
export * from './contact.entity.js';
export * from './user.entity.js';
`,
  'user.entity.ts': `import { Field, SObject } from 'nestjs-salesforce';
import { Audited } from './audited.entity.js';

@SObject()
export class User extends Audited {
  @Field() email!: string | null;
}
`,
};

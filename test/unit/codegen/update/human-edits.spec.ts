import { describe, expect, it } from '@jest/globals';
import { accountModels } from '../../../support/codegen/account-folder.js';
import { AFTER, BEFORE } from '../../../support/codegen/account-sources.js';
import { GeneratedFolder } from '../../../support/codegen/generated-folder.js';

type Replacement = readonly [found: string, replacement: string];

/** What people do to the earlier sources; the later sources with the same done to them are what an update has to give. */
interface HumanEdit {
  readonly title: string;
  readonly path?: string;
  readonly edits: readonly Replacement[];
  /** Where the later source has to be changed in another way to show the edit. */
  readonly later?: readonly Replacement[];
}

const ENTITY = 'account.entity.ts';
const NAME = '@Field({ length: 255 }) name!: string;';
const TIER = "@Field({ custom: true, type: 'string' }) tier!: string | null;";
const REVENUE = "@Field({ type: 'currency', precision: 18, scale: 0 }) annualRevenue!: number | null;";
const LATER_REVENUE = "@Field({ type: 'currency', precision: 18, scale: 2 }) annualRevenue!: number | null;";
const OWNER = "@Lookup(() => User, 'ownerId') owner?: Related<User> | null;";
const CONTACTS = "@Children(() => Contact, 'account') contacts?: Related<Contact[]>;";
const LIBRARY = "import { Children, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';";
const METHOD = '\n\n  get initials(): string {\n    return this.name.slice(0, 2);\n  }';

const EDITS: readonly HumanEdit[] = [
  { title: 'a getter', edits: [[CONTACTS, CONTACTS + METHOD]] },
  {
    title: 'a method between fields',
    edits: [[TIER, `${TIER}\n\n  isBig() {\n    return (this.annualRevenue ?? 0) > 1e6;\n  }\n`]],
  },
  {
    title: 'a static method and a static property',
    edits: [
      [
        CONTACTS,
        `${CONTACTS}\n\n  static readonly KEY = 'accounts';\n\n  static of(name: string) {\n    return Object.assign(new Account(), { name });\n  }`,
      ],
    ],
  },
  {
    title: 'a constructor',
    edits: [
      [
        NAME,
        `constructor(values?: Partial<Account>) {\n    super();\n    Object.assign(this, values);\n  }\n\n  ${NAME}`,
      ],
    ],
  },
  { title: 'a property that is no field', edits: [[TIER, `${TIER}\n  score = 0;`]] },
  {
    title: 'a private field and an index signature',
    edits: [[NAME, `#dirty = false;\n  [key: string]: unknown;\n  ${NAME}`]],
  },
  {
    title: 'a field of their own',
    edits: [[TIER, `${TIER}\n  @Field({ custom: true, type: 'double' }) secretScore!: number | null;`]],
  },
  {
    title: 'a decorator of another package in front',
    edits: [
      [NAME, `@Expose() ${NAME}`],
      [LIBRARY, `import { Expose } from 'class-transformer';\n${LIBRARY}`],
    ],
  },
  {
    title: 'a decorator behind',
    edits: [
      [TIER, "@Field({ custom: true, type: 'string' }) @IsOptional() tier!: string | null;"],
      [LIBRARY, `import { IsOptional } from 'class-validator';\n${LIBRARY}`],
    ],
  },
  {
    title: 'a decorator on a field that the org changes',
    edits: [
      [REVENUE, `@Min(0)\n  ${REVENUE}`],
      [LIBRARY, `import { Min } from 'class-validator';\n${LIBRARY}`],
    ],
    later: [
      [LATER_REVENUE, `@Min(0)\n  ${LATER_REVENUE}`],
      [LIBRARY, `import { Min } from 'class-validator';\n${LIBRARY}`],
    ],
  },
  {
    title: 'a decorator on the class',
    edits: [
      ['@SObject()', "@Entity('accounts')\n@SObject()"],
      [LIBRARY, `import { Entity } from './entity.decorator.js';\n${LIBRARY}`],
    ],
  },
  {
    title: 'an option of a decorator',
    edits: [[TIER, "@Field({ custom: true, type: 'string', externalId: true }) tier!: string | null;"]],
  },
  { title: 'another value of an option', edits: [[NAME, '@Field({ length: 120 }) name!: string;']] },
  {
    title: 'an option on a field that the org changes',
    edits: [[REVENUE, REVENUE.replace('scale: 0', "scale: 0, label: 'Revenue'")]],
    later: [[LATER_REVENUE, LATER_REVENUE.replace('scale: 2', "scale: 2, label: 'Revenue'")]],
  },
  { title: 'an option taken away', edits: [[TIER, '@Field({ custom: true }) tier!: string | null;']] },
  {
    title: 'another order of options',
    edits: [[TIER, "@Field({ type: 'string', custom: true }) tier!: string | null;"]],
  },
  {
    title: 'a narrower type',
    edits: [[TIER, "@Field({ custom: true, type: 'string' }) tier!: 'gold' | 'silver' | null;"]],
  },
  {
    title: 'a type of their own',
    edits: [
      [TIER, "@Field({ custom: true, type: 'string' }) tier!: Tier | null;"],
      ['/** Companies', "type Tier = 'gold' | 'silver';\n\n/** Companies"],
    ],
  },
  {
    title: 'a property made readonly',
    edits: [[TIER, "@Field({ custom: true, type: 'string' }) readonly tier!: string | null;"]],
  },
  {
    title: 'a property made optional',
    edits: [[TIER, "@Field({ custom: true, type: 'string' }) tier?: string | null;"]],
  },
  {
    title: 'an accessibility modifier',
    edits: [[TIER, "@Field({ custom: true, type: 'string' }) public tier!: string | null;"]],
  },
  {
    title: 'an initial value',
    edits: [[TIER, "@Field({ custom: true, type: 'string' }) tier: string | null = 'gold';"]],
  },
  { title: 'a doc comment', edits: [[TIER, `/** What sales calls it. */\n  ${TIER}`]] },
  {
    title: 'a longer doc comment on the class',
    edits: [
      ['/** Companies and people. */', '/**\n * Companies and people.\n *\n * Owned by the sales team.\n */'],
    ],
  },
  { title: 'a doc comment taken away', edits: [['/** Companies and people. */\n', '']] },
  { title: 'a comment above a member', edits: [[TIER, `// see the handbook\n  ${TIER}`]] },
  { title: 'a comment behind a member', edits: [[TIER, `${TIER} // set by billing`]] },
  {
    title: 'a comment inside a decorator',
    edits: [[REVENUE, REVENUE.replace('precision: 18', 'precision: 18 /* as in the ERP */')]],
    later: [[LATER_REVENUE, LATER_REVENUE.replace('precision: 18', 'precision: 18 /* as in the ERP */')]],
  },
  {
    title: 'a comment between decorator and property',
    edits: [[REVENUE, REVENUE.replace(') annual', ')\n  // in EUR\n  annual')]],
    later: [[LATER_REVENUE, LATER_REVENUE.replace(') annual', ')\n  // in EUR\n  annual')]],
  },
  { title: 'comments that divide the class', edits: [[TIER, `// --- custom ---\n\n  ${TIER}`]] },
  { title: 'a licence at the top', edits: [[LIBRARY, `/* Copyright Acme. */\n\n${LIBRARY}`]] },
  { title: 'a lint directive', edits: [[LIBRARY, `/* eslint-disable max-lines */\n${LIBRARY}`]] },
  { title: 'a member taken out', edits: [[`  ${TIER}\n`, '']] },
  {
    title: 'a relation taken out, with its import',
    edits: [
      [`  ${OWNER}\n`, ''],
      ["import { User } from './user.entity.js';\n", ''],
    ],
  },
  {
    title: 'another order of members',
    edits: [
      [`  ${TIER}\n`, ''],
      [NAME, `${TIER}\n  ${NAME}`],
    ],
  },
  {
    title: 'an interface to implement',
    edits: [
      ['extends Audited {', 'extends Audited implements Named {'],
      ['/** Companies', 'interface Named {\n  name: string;\n}\n\n/** Companies'],
    ],
  },
  {
    title: 'a base class of their own',
    edits: [
      ['extends Audited {', 'extends Tenanted {'],
      ["import { Audited } from './audited.entity.js';", "import { Tenanted } from '../tenanted.js';"],
    ],
    later: [
      ['extends Audited {', 'extends Tenanted {'],
      [
        "import { Audited } from './audited.entity.js';\nimport { Case } from './case.entity.js';",
        "import { Case } from './case.entity.js';\nimport { Tenanted } from '../tenanted.js';",
      ],
    ],
  },
  {
    title: 'functions and constants beside the class',
    edits: [
      [
        '/** Companies',
        'export const LIMIT = 5;\n\nexport function isBig({ annualRevenue }: Account): boolean {\n  return (annualRevenue ?? 0) > LIMIT;\n}\n\n/** Companies',
      ],
    ],
  },
  {
    title: 'code below the class',
    edits: [[`${CONTACTS}\n}\n`, `${CONTACTS}\n}\n\nexport type AccountName = Account['name'];\n`]],
  },
  {
    title: 'imports of their own',
    edits: [
      [LIBRARY, `import { randomUUID } from 'node:crypto';\n${LIBRARY}\nimport * as all from './index.js';`],
      [CONTACTS, `${CONTACTS}\n\n  key = randomUUID() + typeof all;`],
    ],
  },
  {
    title: 'an import under another name',
    edits: [
      ["import { User } from './user.entity.js';", "import { User as Person } from './user.entity.js';"],
      [OWNER, "@Lookup(() => Person, 'ownerId') owner?: Related<Person> | null;"],
    ],
  },
  {
    title: 'imports by way of the index',
    edits: [
      [
        "import { Contact } from './contact.entity.js';\nimport { User } from './user.entity.js';",
        "import { Contact, User } from './index.js';",
      ],
    ],
  },
  {
    title: 'types imported apart',
    edits: [
      [
        LIBRARY,
        "import { Children, Field, Lookup, SObject } from 'nestjs-salesforce';\nimport type { Related } from 'nestjs-salesforce';",
      ],
    ],
  },
  {
    title: 'a master-detail instead of a lookup',
    edits: [
      [OWNER, "@MasterDetail(() => User, 'ownerId') owner?: Related<User>;"],
      [
        LIBRARY,
        "import { Children, Field, Lookup, MasterDetail, type Related, SObject } from 'nestjs-salesforce';",
      ],
    ],
  },
  { title: 'an option on the object', edits: [['@SObject()', "@SObject({ label: 'Customer' })"]] },
  { title: 'a class exported by default', edits: [['export class Account', 'export default class Account']] },
  {
    title: 'values of their own in a picklist',
    path: 'account.picklists.ts',
    edits: [["'Hot', ", "'Hot', 'Boiling', "]],
    later: [["'Warm', ", "'Warm', 'Boiling', "]],
  },
  {
    title: 'a label of a picklist value',
    path: 'account.picklists.ts',
    edits: [["'Cold'", "{ value: 'Cold', label: 'Icy' }"]],
  },
  {
    title: 'a comment at a picklist value',
    path: 'account.picklists.ts',
    edits: [["'Cold'", "'Cold' /* for good */"]],
  },
  {
    title: 'a constant beside a picklist',
    path: 'account.picklists.ts',
    edits: [['export const', "export const BEST: AccountRating = 'Hot';\n\nexport const"]],
  },
  {
    title: 'exports of their own in the index',
    path: 'index.ts',
    edits: [
      [
        "export * from './account.entity.js';",
        "export { AccountsService } from './accounts.service.js';\nexport * from './account.entity.js';",
      ],
    ],
  },
  {
    title: 'an export taken out of the index',
    path: 'index.ts',
    edits: [["export * from './audited.entity.js';\n", '']],
  },
  {
    title: 'named exports in the index',
    path: 'index.ts',
    edits: [
      ["export * from './user.entity.js';", "export { User as SalesforceUser } from './user.entity.js';"],
    ],
  },
];

function edited(text: string, edits: readonly Replacement[]): string {
  let result = text;
  for (const [found, replacement] of edits) {
    expect(result).toContain(found);
    result = result.replace(found, () => replacement);
  }
  return result;
}

describe('updating what people edited', () => {
  it('generates, and generates anew, what the edits are made to', async () => {
    await using folder = new GeneratedFolder();
    await folder.update(accountModels());
    for (const [path, text] of Object.entries(BEFORE)) expect(await folder.read(path)).toBe(text);
    await folder.update(accountModels(true));
    for (const [path, text] of Object.entries(AFTER)) expect(await folder.read(path)).toBe(text);
  });

  it.each(EDITS)('keeps $title', async ({ path = ENTITY, edits, later = edits }) => {
    await using folder = new GeneratedFolder();
    await folder.update(accountModels());
    await folder.edit(path, ...edits);
    await folder.update(accountModels(true));
    for (const [other, text] of Object.entries(AFTER)) {
      expect(await folder.read(other)).toBe(other === path ? edited(text, later) : text);
    }
    expect(await folder.changes(accountModels(true))).toEqual([]);
  });

  it.each(EDITS)(
    'changes nothing about $title when the org did not change',
    async ({ path = ENTITY, edits }) => {
      await using folder = new GeneratedFolder();
      await folder.update(accountModels());
      await folder.edit(path, ...edits);
      expect(await folder.changes(accountModels())).toEqual([]);
    },
  );
});

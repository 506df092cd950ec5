import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const library = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, path)).href);

/** Beside files that are compiled for themselves, circles, types imported as values, and imports of three makes. */
const APP = {
  'tsconfig.json': '{}',
  'src/account.entity.ts': `
    import { Address, Children, Field, Id, Lookup, Related, SObject } from 'nestjs-salesforce';
    import { Contact } from './crm/contact.entity';
    import { User } from 'src/users';
    @SObject()
    export class Account {
      @Id() readonly id!: string;
      @Field() name!: string;
      @Field() createdDate!: Date;
      @Field({ type: 'address' }) billingAddress!: Address;
      @Field() ownerId!: string;
      @Lookup(() => User, 'ownerId') owner?: Related<User>;
      @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
    }`,
  'src/crm/contact.entity.ts': `
    import { Field, Id, Lookup, type Related, SObject } from 'nestjs-salesforce';
    import { Account } from '../account.entity.js';
    @SObject()
    export class Contact {
      @Id() readonly id!: string;
      @Field({ type: 'reference' }) accountId!: string | null;
      @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
    }`,
  'src/users/index.ts': `
    import { Id, SObject } from 'nestjs-salesforce';
    @SObject()
    export class User {
      @Id() readonly id!: string;
    }`,
  'node_modules/nestjs-salesforce/package.json': '{ "type": "module", "exports": "./index.js" }',
  'node_modules/nestjs-salesforce/index.js': `export * from ${library('lib/index.ts')};`,
};

/** Only Node itself has the hooks: these run in a process of their own. */
describe('allowTypeScript', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'typescript-hooks-'));
    await write(APP);
  });
  afterEach(() => rm(cwd, { recursive: true }));

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    }
  }

  async function run(script: string): Promise<unknown> {
    const loader = join(ROOT, 'test/support/typescript-loader.mjs');
    const args = ['--import', pathToFileURL(loader).href, '--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
    return JSON.parse(stdout);
  }

  it('loads entities as Nest compiles them', async () => {
    const told = await run(`
      import { loadEntities } from ${library('lib/cli/entities/load-entities.ts')};
      import { EntityMetadataStorage } from ${library('lib/metadata/entity-metadata.storage.ts')};
      const storage = new EntityMetadataStorage();
      const entities = await loadEntities(['src/**/*.entity.ts'], process.cwd());
      const told = entities.map((entity) => {
        const { fields, parents, children } = storage.register(entity);
        const types = [...fields.values()].map(({ apiName, type }) => apiName + ' ' + type);
        return [entity.name, ...types, ...parents.keys(), ...children.keys()];
      });
      console.log(JSON.stringify(told));
    `);
    expect(told).toEqual([
      [
        'Account',
        'Id id',
        'Name string',
        'CreatedDate datetime',
        'BillingAddress address',
        'OwnerId reference',
        'owner',
        'contacts',
      ],
      ['Contact', 'Id id', 'AccountId reference', 'account'],
    ]);
  });

  it('leaves nothing behind, and names the file that cannot be loaded', async () => {
    await write({
      'src/broken.entity.ts':
        "import { Nothing } from './nothing';\nexport const nothing: unknown = Nothing;",
      'src/wrong.entity.ts': 'export class {',
    });
    const told = await run(`
      import { loadEntities } from ${library('lib/cli/entities/load-entities.ts')};
      const told = [];
      for (const name of ['broken', 'wrong']) {
        await loadEntities(['src/' + name + '.entity.ts'], process.cwd()).catch((error) => told.push(error.message));
      }
      await import(process.cwd() + '/src/users').catch((error) => told.push(error.code));
      console.log(JSON.stringify(told));
    `);
    expect(told).toEqual([
      expect.stringMatching(/^src\/broken\.entity\.ts cannot be loaded: Cannot find module '\.\/nothing'/),
      expect.stringMatching(/^src\/wrong\.entity\.ts cannot be loaded: /),
      'ERR_UNSUPPORTED_DIR_IMPORT',
    ]);
  });
});

import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type DynamicModule, Injectable, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  Children,
  CustomRepository,
  DateLiteral,
  Field,
  getConnectionToken,
  getRepository,
  getRepositoryToken,
  Id,
  InjectRepository,
  InvalidValueException,
  Lookup,
  PartialWriteException,
  RecordNotFoundException,
  RequiredFieldMissingException,
  type Related,
  SalesforceConnection,
  SalesforceConnections,
  SalesforceModule,
  type SalesforceModuleOptions,
  type SalesforceOptionsFactory,
  SalesforceRepository,
  SObject,
} from '../../lib/index.js';

@SObject()
class User {
  @Id() readonly id!: string;
  @Field() readonly name!: string;
  @Field() username!: string;
}

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'picklist' }) industry!: string | null;
  @Field({ type: 'currency' }) annualRevenue!: number | null;
  @Field({ type: 'string', custom: true, externalId: true, unique: true, length: 20 }) erpNumber!:
    string | null;
  @Field() readonly createdDate!: Date;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}

@SObject()
class Contact {
  @Id() readonly id!: string;
  @Field({ type: 'string' }) firstName!: string | null;
  @Field() lastName!: string;
  @Field({ type: 'date' }) birthdate!: `${number}-${number}-${number}` | null;
  @Field() accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}

@SObject()
class Lead {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field() company!: string;
  @Field() readonly name!: string;
}

@SObject()
class Task {
  @Id() readonly id!: string;
  @Field() subject!: string;
  @Field({ type: 'reference' }) whoId!: string | null;
  @Lookup(() => Contact, 'whoId') contact?: Related<Contact> | null;
  @Lookup(() => Lead, 'whoId') lead?: Related<Lead> | null;
}

@Injectable()
class AccountService {
  constructor(
    @InjectRepository(Account) readonly accounts: SalesforceRepository<Account>,
    @InjectRepository(Contact) readonly contacts: SalesforceRepository<Contact>,
  ) {}
}

@CustomRepository(Account)
class AccountRepository extends SalesforceRepository<Account> {
  constructor(@InjectRepository(Contact) private readonly contacts: SalesforceRepository<Contact>) {
    super();
  }

  async withPerson(name: string, lastName: string): Promise<string> {
    const { id } = await this.insert({ name });
    await this.contacts.insert({ lastName, accountId: id });
    return id;
  }
}

const apps: TestingModule[] = [];

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

async function boot(...imports: DynamicModule[]): Promise<TestingModule> {
  const app = await Test.createTestingModule({ imports }).compile();
  apps.push(app);
  return app.init();
}

@Module({
  imports: [SalesforceModule.forFeature([Account, Contact])],
  providers: [AccountService],
  exports: [AccountService],
})
class AccountsModule {}

async function bootService(root: DynamicModule): Promise<AccountService> {
  const app = await boot(root, { module: AccountsModule });
  return app.get(AccountService, { strict: false });
}

const embedded = (): DynamicModule => SalesforceModule.forRoot({ embedded: {} });

describe('an application on an embedded org', () => {
  it('creates, finds, updates and deletes through injected repositories', async () => {
    const { accounts } = await bootService(embedded());

    const acme = await accounts.insert({ name: 'Acme', industry: 'Energy', annualRevenue: 1_500_000 });
    expect(acme).toBeInstanceOf(Account);
    const found = await accounts.findOneOrFail({
      select: { name: true, annualRevenue: true, createdDate: true, owner: { username: true } },
      where: { industry: { in: ['Energy'] }, createdDate: { gte: DateLiteral.today() } },
    });
    expect(found).toMatchObject({
      id: acme.id,
      name: 'Acme',
      annualRevenue: 1_500_000,
      owner: { username: 'admin@example.com' },
    });
    expect(found.createdDate).toBeInstanceOf(Date);
    expect(found.owner).toBeInstanceOf(User);

    await accounts.update(acme.id, { industry: null, name: undefined });
    expect(await accounts.findById(acme.id, { select: { name: true, industry: true } })).toEqual(
      Object.assign(new Account(), { id: acme.id, name: 'Acme', industry: null }),
    );

    await accounts.delete(acme.id);
    expect(await accounts.findById(acme.id)).toBeNull();
    await expect(accounts.delete(acme.id)).rejects.toThrow(RecordNotFoundException);
    await expect(accounts.update(acme.id, { name: 'Gone' })).rejects.toThrow(RecordNotFoundException);
    await expect(accounts.reload(acme)).rejects.toThrow(RecordNotFoundException);
  });

  it('upserts by a custom external id that the entity declares', async () => {
    const { accounts } = await bootService(embedded());
    const first = await accounts.upsert({ erpNumber: 'A 1/2', name: 'Acme' }, { by: 'erpNumber' });
    const second = await accounts.upsert({ erpNumber: 'A 1/2', name: 'Acme Ltd' }, { by: 'erpNumber' });
    expect(first.created).toBe(true);
    expect(second).toEqual({ id: first.id, created: false });

    const both = await accounts.upsert(
      [
        { erpNumber: 'A 1/2', name: 'Acme Inc' },
        { erpNumber: 'B', name: 'Bolt' },
      ],
      { by: 'erpNumber' },
    );
    expect(both.map(({ created }) => created)).toEqual([false, true]);
    const names = await accounts.find({ select: { name: true }, orderBy: { name: 'asc' } });
    expect(names.map(({ name }) => name)).toEqual(['Acme Inc', 'Bolt']);
  });

  it('reads children and parents, and dates that no time zone moves', async () => {
    const { accounts, contacts } = await bootService(embedded());
    const { id } = await accounts.insert({ name: 'Acme' });
    await contacts.insert([
      { lastName: 'Lovelace', firstName: 'Ada', birthdate: '1815-12-10', accountId: id },
      { lastName: 'Bohr', accountId: id },
    ]);

    const [acme] = await accounts.find({
      select: { name: true, contacts: { select: { lastName: true }, orderBy: { lastName: 'asc' } } },
    });
    expect(acme?.contacts.map(({ lastName }) => lastName)).toEqual(['Bohr', 'Lovelace']);

    const ada = await contacts.findOneOrFail({
      select: { birthdate: true, account: { name: true } },
      where: { account: { name: 'acme' }, birthdate: { lt: '1900-01-01' } },
    });
    expect(ada.birthdate).toBe('1815-12-10');
    expect(ada.account?.name).toBe('Acme');
  });

  it('tells the objects of a polymorphic lookup apart', async () => {
    const app = await boot(embedded(), SalesforceModule.forFeature([Contact, Lead, Task]));
    const org = app.get(SalesforceConnection);
    const [contacts, leads, tasks] = [
      getRepository(org, Contact),
      getRepository(org, Lead),
      getRepository(org, Task),
    ];
    const contact = await contacts.insert({ lastName: 'Lovelace' });
    const lead = await leads.insert({ lastName: 'Lovelace', company: 'Analytical Engines' });
    await tasks.insert([
      { subject: 'call', whoId: contact.id },
      { subject: 'write', whoId: lead.id },
      { subject: 'think' },
    ]);

    const found = await tasks.find({
      select: { subject: true, contact: { lastName: true }, lead: { lastName: true } },
      orderBy: { subject: 'asc' },
    });
    expect(found.map(({ subject, contact: one, lead: other }) => [subject, one?.id, other?.id])).toEqual([
      ['call', contact.id, undefined],
      ['think', undefined, undefined],
      ['write', undefined, lead.id],
    ]);
    expect(found[2]?.lead).toBeInstanceOf(Lead);
    expect(await tasks.delete({ lead: { lastName: 'Lovelace' } })).toBe(1);
    expect(await tasks.count({ where: { contact: { lastName: 'Lovelace' } } })).toBe(1);
  });

  it('skips records, and reads all that follow them', async () => {
    const { contacts } = await bootService(embedded());
    await contacts.insert(Array.from({ length: 2300 }, (_, n) => ({ lastName: `L${10_000 + n}` })));
    const page = { select: { lastName: true }, orderBy: { lastName: 'asc' } } as const;
    const lastNames = async (options: { skip: number; take?: number }) =>
      (await contacts.find({ ...page, ...options })).map(({ lastName }) => lastName);

    expect(await lastNames({ skip: 1999, take: 2 })).toEqual(['L11999', 'L12000']);
    expect(await lastNames({ skip: 2000, take: 2000 })).toHaveLength(300);
    const all = await lastNames({ skip: 10 });
    expect(all).toHaveLength(2290);
    expect([all[0], all.at(-1)]).toEqual(['L10010', 'L12299']);
  });

  it('writes and reads more records than one call and one page hold', async () => {
    const { contacts } = await bootService(embedded());
    const values = Array.from({ length: 450 }, (_, n) => ({ lastName: `L${String(n).padStart(3, '0')}` }));
    const inserted = await contacts.insert(values);
    expect(inserted.map(({ lastName }) => lastName)).toEqual(values.map(({ lastName }) => lastName));

    const ids = inserted.map(({ id }) => id);
    const found = await contacts.findByIds(ids.toReversed(), { select: { lastName: true } });
    expect(found.map((contact) => contact?.lastName)).toEqual(
      values.map(({ lastName }) => lastName).toReversed(),
    );

    let streamed = 0;
    for await (const { lastName } of contacts.stream({ select: { lastName: true }, batchSize: 200 })) {
      if (lastName.startsWith('L')) streamed++;
    }
    expect(streamed).toBe(450);

    expect(await contacts.update({ lastName: { startsWith: 'L' } }, { firstName: 'Same' })).toBe(450);
    expect(await contacts.count({ where: { firstName: 'Same' } })).toBe(450);
    expect(await contacts.delete({ firstName: 'Same' })).toBe(450);
    expect(await contacts.exists()).toBe(false);
  });

  it('accounts for every record when some are refused', async () => {
    const { contacts } = await bootService(embedded());
    const writing = contacts.insert([
      { lastName: 'Ada' },
      { firstName: 'Nameless' },
      { lastName: 'x'.repeat(300) },
    ]);

    const exception: unknown = await writing.catch((error: unknown) => error);
    expect(exception).toBeInstanceOf(PartialWriteException);
    const { outcomes } = exception as PartialWriteException;
    expect(outcomes.map(({ success }) => success)).toEqual([true, false, false]);
    expect(outcomes[1]?.exception).toBeInstanceOf(RequiredFieldMissingException);
    expect(outcomes[2]?.exception).toBeInstanceOf(InvalidValueException);
    expect(await contacts.findById(outcomes[0]?.id ?? '', { select: { lastName: true } })).toMatchObject({
      lastName: 'Ada',
    });
    expect(await contacts.count()).toBe(1);
  });

  it('writes nothing when all or none was asked for', async () => {
    const { contacts } = await bootService(embedded());
    const writing = contacts.insert([{ lastName: 'Ada' }, { firstName: 'Nameless' }], { allOrNone: true });
    await expect(writing).rejects.toMatchObject({
      outcomes: [
        { success: false, exception: { errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' } },
        { success: false, exception: { errorCode: 'REQUIRED_FIELD_MISSING' } },
      ],
    });
    expect(await contacts.count()).toBe(0);
  });

  it('runs custom repositories with dependencies of their own', async () => {
    const app = await boot(embedded(), SalesforceModule.forFeature([Account, Contact, AccountRepository]));
    const accounts = app.get(AccountRepository, { strict: false });
    const id = await accounts.withPerson('Acme', 'Lovelace');
    const contacts = app.get<SalesforceRepository<Contact>>(getRepositoryToken(Contact), { strict: false });
    expect(await contacts.count({ where: { accountId: id } })).toBe(1);
  });

  it('keeps orgs of several names apart', async () => {
    const app = await boot(
      SalesforceModule.forRoot([
        { name: 'emea', embedded: {} },
        { name: 'apac', embedded: {} },
      ]),
      SalesforceModule.forFeature([Account], 'emea'),
      SalesforceModule.forFeature([Account], 'apac'),
    );
    const accountsOf = (name: string) =>
      app.get<SalesforceRepository<Account>>(getRepositoryToken(Account, name), { strict: false });
    await accountsOf('emea').insert({ name: 'Acme' });
    expect(await accountsOf('emea').count()).toBe(1);
    expect(await accountsOf('apac').count()).toBe(0);
  });

  it('keeps orgs of two applications apart, of one name though they are', async () => {
    const [one, two] = [await bootService(embedded()), await bootService(embedded())];
    await one.accounts.insert({ name: 'Acme' });
    expect(await two.accounts.count()).toBe(0);
  });

  it('uses an org that is running already, and leaves it open', async () => {
    const org = await EmbeddedOrg.create();
    try {
      const root = () => SalesforceModule.forRoot({ embedded: org, connect: 'eager' });
      await (await bootService(root())).accounts.insert({ name: 'Acme' });
      await Promise.all(apps.splice(0).map((app) => app.close()));
      expect(await (await bootService(root())).accounts.count()).toBe(1);
    } finally {
      await org.close();
    }
  });

  it.each<[string, () => DynamicModule]>([
    ['useFactory', () => SalesforceModule.forRootAsync({ useFactory: async () => ({ embedded: {} }) })],
    ['useClass', () => SalesforceModule.forRootAsync({ useClass: EmbeddedOptions })],
  ])('takes its options from %s', async (_, root) => {
    const { accounts } = await bootService(root());
    await accounts.insert({ name: 'Acme' });
    expect(await accounts.count()).toBe(1);
  });

  it('reaches the org beside repositories: raw SOQL, describe, and orgs added at run time', async () => {
    const app = await boot(embedded(), SalesforceModule.forFeature([Account]));
    const connection = app.get<SalesforceConnection>(getConnectionToken(), { strict: false });
    const accounts = app.get<SalesforceRepository<Account>>(getRepositoryToken(Account), { strict: false });
    await accounts.insert({ name: "O'Hara" });
    const name = "O'Hara";
    expect(
      await connection.soql<{ Name: string }>`SELECT Name FROM Account WHERE Name = ${name}`,
    ).toMatchObject([{ Name: "O'Hara" }]);
    expect((await connection.describe('Account')).keyPrefix).toBe('001');

    const tenant = app.get(SalesforceConnections).add('tenant', { embedded: {} });
    expect(await tenant.query('SELECT Id FROM Account')).toEqual([]);
  });
});

@Injectable()
class EmbeddedOptions implements SalesforceOptionsFactory {
  createSalesforceOptions(): SalesforceModuleOptions {
    return { embedded: {} };
  }
}

import { describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { SalesforceRepository } from '../../../lib/repository/salesforce-repository.js';
import { CustomRepository, InjectRepository } from '../../../lib/salesforce.decorators.js';
import { SalesforceModule } from '../../../lib/salesforce.module.js';
import { getRepositoryToken } from '../../../lib/salesforce.tokens.js';
import { Account, boot, connectionOf, Contact, NOWHERE } from './application.js';

@Injectable()
class Greeting {
  readonly text = 'Hello';
}

@Module({ providers: [Greeting], exports: [Greeting] })
class GreetingModule {}

@CustomRepository(Account)
class AccountRepository extends SalesforceRepository<Account> {
  constructor(
    readonly greeting: Greeting,
    @InjectRepository(Contact) readonly contacts: SalesforceRepository<Contact>,
  ) {
    super();
  }
}

@CustomRepository(Account)
class PlainAccountRepository extends SalesforceRepository<Account> {}

@CustomRepository(Account, 'emea')
class EmeaAccountRepository extends SalesforceRepository<Account> {}

describe('CustomRepository', () => {
  it('are provided by themselves, with their own dependencies', async () => {
    const app = await boot([
      SalesforceModule.forRoot(NOWHERE),
      SalesforceModule.forFeature([Contact, AccountRepository], { imports: [GreetingModule] }),
    ]);
    const accounts = app.get(AccountRepository, { strict: false });
    expect(accounts.greeting.text).toBe('Hello');
    expect(accounts.contacts.metadata.target).toBe(Contact);
    expect(accounts.metadata.target).toBe(Account);
    expect(accounts.toSoql()).toBe('SELECT Id, Name FROM Account');
    expect(getRepositoryToken(AccountRepository)).toBe(AccountRepository);
  });

  it("may stand among a module's own providers, beside their entity in forFeature", async () => {
    const app = await boot(
      [SalesforceModule.forRoot(NOWHERE), SalesforceModule.forFeature([Account, Contact]), GreetingModule],
      { providers: [AccountRepository] },
    );
    const accounts = app.get(AccountRepository);
    expect(accounts.greeting.text).toBe('Hello');
    expect(accounts.connection).toBe(connectionOf(app));
  });

  it('take the connection of forFeature, another one in each module', async () => {
    const emea = SalesforceModule.forFeature([PlainAccountRepository, Account], 'emea');
    const apac = SalesforceModule.forFeature([PlainAccountRepository], 'apac');
    @Module({ imports: [emea], exports: [emea] })
    class Emea {}
    @Module({ imports: [apac], exports: [apac] })
    class Apac {}
    @Injectable()
    class Reader {
      constructor(readonly accounts: PlainAccountRepository) {}
    }
    @Module({ imports: [Emea], providers: [Reader] })
    class EmeaReader {}
    @Module({ imports: [Apac], providers: [Reader] })
    class ApacReader {}

    const app = await boot([
      SalesforceModule.forRoot([
        { name: 'emea', ...NOWHERE },
        { name: 'apac', ...NOWHERE },
      ]),
      EmeaReader,
      ApacReader,
    ]);
    expect(app.select(EmeaReader).get(Reader, { strict: true }).accounts.connection.name).toBe('emea');
    expect(app.select(ApacReader).get(Reader, { strict: true }).accounts.connection.name).toBe('apac');
  });

  it('keep the connection of their decorator', async () => {
    const app = await boot([
      SalesforceModule.forRoot([NOWHERE, { name: 'emea', ...NOWHERE }]),
      SalesforceModule.forFeature([EmeaAccountRepository]),
    ]);
    expect(app.get(EmeaAccountRepository, { strict: false }).connection.name).toBe('emea');
  });

  it('refuse an entity that circular imports made undefined', () => {
    const entity = undefined as unknown as EntityClass<Account>;
    expect(() => {
      @CustomRepository(entity)
      class Lost extends SalesforceRepository<Account> {}
      return Lost;
    }).toThrow('@CustomRepository() of Lost was called with undefined for an entity.');
    expect(() => InjectRepository(entity)).toThrow(
      'A repository was asked for with undefined for an entity.',
    );
  });
});

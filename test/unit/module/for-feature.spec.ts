import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { SalesforceRepository } from '../../../lib/repository/salesforce-repository.js';
import { CustomRepository } from '../../../lib/salesforce.decorators.js';
import { SalesforceModule } from '../../../lib/salesforce.module.js';
import {
  Account,
  AccountService,
  boot,
  connectionOf,
  Contact,
  NOWHERE,
  repositoryOf,
} from './application.js';

/** Another class of the same name, as two features of an application may have. */
const OtherAccount = (() => {
  @SObject('Partner__c')
  class Account {
    @Id() readonly id!: string;
    @Field({ custom: true }) tier!: string;
  }
  return Account;
})();

@CustomRepository(Account, 'emea')
class EmeaAccountRepository extends SalesforceRepository<Account> {}

class UndeclaredRepository extends SalesforceRepository<Account> {}

describe('SalesforceModule.forFeature', () => {
  it.each(['reference', 'deep-hash'] as const)(
    'tells entities of one name apart (modules identified by %s)',
    async (algorithm) => {
      const app = await boot(
        [
          SalesforceModule.forRoot(NOWHERE),
          SalesforceModule.forFeature([Account]),
          SalesforceModule.forFeature([OtherAccount]),
        ],
        { algorithm },
      );
      expect(repositoryOf(app, Account).metadata.apiName).toBe('Account');
      expect(repositoryOf(app, OtherAccount).metadata.apiName).toBe('Partner__c');
    },
  );

  it('may list an entity in several modules', async () => {
    @Module({ imports: [SalesforceModule.forFeature([Account])], providers: [AccountService] })
    class Sales {}
    @Module({ imports: [SalesforceModule.forFeature([Account, Contact])], providers: [AccountService] })
    class Support {}

    const app = await boot([SalesforceModule.forRoot(NOWHERE), Sales, Support]);
    expect(app.select(Sales).get(AccountService, { strict: true }).connection).toBe(
      app.select(Support).get(AccountService, { strict: true }).connection,
    );
  });

  it('makes entities known to their connection, used or not', async () => {
    const app = await boot([
      SalesforceModule.forRoot(NOWHERE),
      SalesforceModule.forFeature([Account, Contact]),
    ]);
    expect(
      connectionOf(app)
        .entities.all()
        .map(({ apiName }) => apiName),
    ).toEqual(['Account', 'Contact']);
  });

  it.each<[string, unknown[], string]>([
    [
      'an entity listed twice',
      [Account, Contact, Account],
      'SalesforceModule.forFeature() lists Account twice: list it once. Two modules may each list it.',
    ],
    [
      'an entity that circular imports made undefined',
      [Account, undefined],
      'SalesforceModule.forFeature() was called, at position 1, with undefined for an entity. Files that import each other in a circle',
    ],
    [
      'something that is no class',
      ['Account'],
      'SalesforceModule.forFeature() was called, at position 0, with something that is no class: give an entity class or a custom repository.',
    ],
    [
      'a custom repository without its decorator',
      [UndeclaredRepository],
      'UndeclaredRepository extends SalesforceRepository, but nothing says which entity it serves: decorate it with @CustomRepository(Entity).',
    ],
  ])('refuses %s', (_, targets, message) => {
    const list = () => SalesforceModule.forFeature(targets as EntityClass[]);
    expect(list).toThrow(SalesforceConfigurationException);
    expect(list).toThrow(message);
  });

  it.each([[undefined], [Account]])('refuses %p for a list of entities', (targets) => {
    expect(() => SalesforceModule.forFeature(targets as unknown as EntityClass[])).toThrow(
      'SalesforceModule.forFeature() takes an array of entity classes and custom repositories.',
    );
  });

  it('refuses a custom repository that belongs to another connection', () => {
    expect(() => SalesforceModule.forFeature([EmeaAccountRepository], 'apac')).toThrow(
      "@CustomRepository() binds EmeaAccountRepository to the connection 'emea', but forFeature() lists it for 'apac'.",
    );
  });

  it('refuses a class that is no entity, while booting', async () => {
    class Undecorated {}
    const booting = boot([SalesforceModule.forRoot(NOWHERE), SalesforceModule.forFeature([Undecorated])]);
    await expect(booting).rejects.toThrow(InvalidEntityException);
  });

  it('refuses a connection that nobody declares, and names those that are', async () => {
    const booting = boot([
      SalesforceModule.forFeature([Account], 'emae'),
      SalesforceModule.forRoot([{ name: 'emea', ...NOWHERE }]),
      SalesforceModule.forRootAsync({ name: 'apac', useFactory: async () => NOWHERE }),
    ]);
    await expect(booting).rejects.toThrow(SalesforceConfigurationException);
    await expect(booting).rejects.toThrow(
      "SalesforceModule.forFeature([Account]) names the connection 'emae', which is not declared; declared are 'emea', 'apac'. " +
        "Use one of those, or add { name: 'emae', … } to SalesforceModule.forRoot().",
    );
  });

  it('refuses to stand without connections', async () => {
    const booting = boot([SalesforceModule.forFeature([Account])]);
    await expect(booting).rejects.toThrow(
      'SalesforceModule.forFeature([Account]) stands without connections: import SalesforceModule.forRoot() or forRootAsync() in the root module.',
    );
  });
});

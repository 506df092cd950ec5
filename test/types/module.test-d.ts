import type { InjectionToken } from '@nestjs/common';
import { expectTypeOf } from 'expect-type';
import type { SalesforceModuleAsyncOptions } from '../../lib/interfaces/salesforce-module-async-options.interface.js';
import type { SalesforceModuleOptions } from '../../lib/interfaces/salesforce-module-options.interface.js';
import type { SalesforceOptionsFactory } from '../../lib/interfaces/salesforce-options-factory.interface.js';
import type { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';
import { CustomRepository, InjectConnection, InjectRepository } from '../../lib/salesforce.decorators.js';
import { SalesforceModule } from '../../lib/salesforce.module.js';
import { getConnectionToken, getRepositoryToken } from '../../lib/salesforce.tokens.js';
import { Account, Contact } from './entities.js';

const session: SalesforceModuleOptions = {
  auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' },
};

SalesforceModule.forRoot(session);
SalesforceModule.forRoot([
  { name: 'emea', ...session },
  { name: 'apac', embedded: {} },
]);
SalesforceModule.forRoot({ embedded: { database: ':memory:' }, connect: 'eager', logLevel: 'debug' });
// @ts-expect-error -- neither an org nor an embedded one
SalesforceModule.forRoot({ name: 'emea' });
// @ts-expect-error -- both
SalesforceModule.forRoot({ ...session, embedded: {} });
// @ts-expect-error -- a flow without its credentials
SalesforceModule.forRoot({ auth: { flow: 'jwt', clientId: 'app' } });
// @ts-expect-error -- no such flow
SalesforceModule.forRoot({ auth: { flow: 'magic' } });

class Config {
  readonly salesforce = session;
}
class Options implements SalesforceOptionsFactory {
  async createSalesforceOptions(name: string): Promise<SalesforceModuleOptions> {
    return { ...session, name };
  }
}
SalesforceModule.forRootAsync({ inject: [Config], useFactory: ({ salesforce }: Config) => salesforce });
SalesforceModule.forRootAsync({ name: ['emea', 'apac'], useFactory: async () => [session, session] });
SalesforceModule.forRootAsync({ useClass: Options });
SalesforceModule.forRootAsync({ useExisting: Options });
// @ts-expect-error -- makes no options
SalesforceModule.forRootAsync({ useClass: Config });
// @ts-expect-error -- makes no options
SalesforceModule.forRootAsync({ useFactory: () => 'options' });
expectTypeOf<SalesforceModuleAsyncOptions['name']>().toEqualTypeOf<string | readonly string[] | undefined>();

@CustomRepository(Account)
class AccountRepository extends SalesforceRepository<Account> {
  constructor(readonly config: Config) {
    super();
  }

  byName(name: string) {
    return this.findOne({ select: { industry: true }, where: { name } });
  }
}
expectTypeOf<AccountRepository['byName']>().returns.resolves.toEqualTypeOf<{
  readonly id: string;
  industry: 'Energy' | 'Banking' | null;
} | null>();

// @ts-expect-error -- a repository of another entity
@CustomRepository(Contact)
class MistakenRepository extends SalesforceRepository<Account> {}

// @ts-expect-error -- no repository
@CustomRepository(Account)
class NoRepository {}

SalesforceModule.forFeature([Account, Contact, AccountRepository, MistakenRepository, NoRepository]);
SalesforceModule.forFeature([Account], 'emea');
SalesforceModule.forFeature([AccountRepository], { connection: 'emea', imports: [] });
// @ts-expect-error -- no class
SalesforceModule.forFeature(['Account']);

class Service {
  constructor(
    @InjectRepository(Account) readonly accounts: SalesforceRepository<Account>,
    @InjectRepository(Account, 'emea') readonly emea: SalesforceRepository<Account>,
    @InjectConnection() readonly connection: SalesforceConnection,
  ) {}
}
expectTypeOf<Service['accounts']>().toEqualTypeOf<SalesforceRepository<Account>>();
expectTypeOf(getRepositoryToken(Account)).toEqualTypeOf<InjectionToken>();
expectTypeOf(getConnectionToken('emea')).toEqualTypeOf<InjectionToken<SalesforceConnection>>();

import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Test, type TestingModule, type TestingModuleBuilder } from '@nestjs/testing';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  Field,
  getRepositoryToken,
  Id,
  InjectRepository,
  SalesforceConnections,
  SalesforceModule,
  SalesforceNetworkException,
  SalesforceRepository,
  SObject,
} from '../../lib/index.js';
import { SalesforceTestingModule } from '../../lib/testing/index.js';

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
}

@Injectable()
class AccountsService {
  constructor(@InjectRepository(Account) private readonly accounts: SalesforceRepository<Account>) {}

  async names(): Promise<string[]> {
    return (await this.accounts.find({ orderBy: { name: 'asc' } })).map(({ name }) => name);
  }
}

/** As an application has it: orgs behind logins that no test could pass. */
const session = { flow: 'session', accessToken: '00D!secret', instanceUrl: 'https://acme.invalid' } as const;

@Module({
  imports: [
    SalesforceModule.forRootAsync({ useFactory: () => ({ auth: session }) }),
    SalesforceModule.forRoot([{ name: 'apac', auth: session }]),
    SalesforceModule.forFeature([Account]),
    SalesforceModule.forFeature([Account], 'apac'),
  ],
  providers: [AccountsService],
})
class AppModule {}

const acme = { records: [{ attributes: { type: 'Account' }, Name: 'Acme' }] };

describe('SalesforceTestingModule', () => {
  let app: TestingModule | undefined;
  const orgs: EmbeddedOrg[] = [];

  const boot = async (
    testing: ReturnType<typeof SalesforceTestingModule.forRoot>,
  ): Promise<TestingModule> => {
    const builder: TestingModuleBuilder = Test.createTestingModule({ imports: [AppModule, testing] });
    app = await builder.compile();
    return app;
  };
  const open = async (name: string): Promise<EmbeddedOrg> => {
    const org = await EmbeddedOrg.create({
      seed: { records: [{ attributes: { type: 'Account' }, Name: name }] },
    });
    orgs.push(org);
    return org;
  };

  afterEach(async () => {
    await app?.close();
    app = undefined;
    await Promise.all(orgs.splice(0).map((org) => org.close()));
  });

  it('opens an org for all connections, gives it out and closes it', async () => {
    const module = await boot(SalesforceTestingModule.forRoot({ seed: acme }));
    expect(await module.get(AccountsService).names()).toEqual(['Acme']);
    const apac = module.get<SalesforceRepository<Account>>(getRepositoryToken(Account, 'apac'));
    expect(await apac.count()).toBe(1);
    const org = module.get(EmbeddedOrg);
    org.requests.expect('GET /query', 2);
    await module.close();
    app = undefined;
    await expect(
      org.transport.dispatch({ method: 'GET', url: `${org.instanceUrl}/services/data`, headers: {} }),
    ).rejects.toThrow(SalesforceNetworkException);
  });

  it('takes an org that is open, and leaves it open', async () => {
    const org = await open('Initech');
    const module = await boot(SalesforceTestingModule.forRoot(org));
    expect(module.get(EmbeddedOrg)).toBe(org);
    expect(await module.get(AccountsService).names()).toEqual(['Initech']);
    await module.close();
    app = undefined;
    org.seed(acme);
  });

  it('gives each connection its org', async () => {
    const module = await boot(
      SalesforceTestingModule.forRoot({ orgs: { default: await open('Here'), apac: await open('There') } }),
    );
    expect(await module.get(AccountsService).names()).toEqual(['Here']);
    const apac = module.get<SalesforceRepository<Account>>(getRepositoryToken(Account, 'apac'));
    expect((await apac.find()).map(({ name }) => name)).toEqual(['There']);
  });

  it('reaches connections that are added later', async () => {
    const module = await boot(SalesforceTestingModule.forRoot({ seed: acme }));
    const tenant = module.get(SalesforceConnections).add('tenant', { auth: session });
    expect(await tenant.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  it('refuses to boot with a connection that nothing stands in for', async () => {
    const org = await open('Here');
    await expect(boot(SalesforceTestingModule.forRoot({ orgs: { default: org } }))).rejects.toThrow(
      "SalesforceTestingModule was given no org for the connection 'apac', but for default.",
    );
  });
});

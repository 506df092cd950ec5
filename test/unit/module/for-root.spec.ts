import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { SalesforceConnections } from '../../../lib/connection/salesforce-connections.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import type { SalesforceModuleOptions } from '../../../lib/interfaces/salesforce-module-options.interface.js';
import { SalesforceModule } from '../../../lib/salesforce.module.js';
import { Account, AccountService, boot, connectionOf, NOWHERE, repositoryOf } from './application.js';

describe('SalesforceModule.forRoot', () => {
  it('provides the default connection by its class, the registry, and repositories by entity', async () => {
    const app = await boot([SalesforceModule.forRoot(NOWHERE), SalesforceModule.forFeature([Account])], {
      providers: [AccountService],
    });
    const service = app.get(AccountService);
    expect(service.connection).toBeInstanceOf(SalesforceConnection);
    expect(service.sameConnection).toBe(service.connection);
    expect(service.connections.get()).toBe(service.connection);
    expect(service.accounts.connection).toBe(service.connection);
    expect(service.accounts.metadata.target).toBe(Account);
  });

  it('provides several connections by name, each with repositories of its own', async () => {
    const app = await boot([
      SalesforceModule.forRoot([
        { name: 'emea', ...NOWHERE },
        { name: 'apac', namespace: 'acme', ...NOWHERE },
      ]),
      SalesforceModule.forFeature([Account], 'emea'),
      SalesforceModule.forFeature([Account], 'apac'),
    ]);
    expect(app.get(SalesforceConnections).names).toEqual(['emea', 'apac']);
    expect(connectionOf(app, 'apac').namespace).toBe('acme');
    for (const name of ['emea', 'apac']) {
      expect(repositoryOf(app, Account, name).connection).toBe(connectionOf(app, name));
    }
  });

  it('adds to one registry however often it is called', async () => {
    const app = await boot([
      SalesforceModule.forRoot(NOWHERE),
      SalesforceModule.forRootAsync({ name: 'emea', useFactory: () => NOWHERE }),
      SalesforceModule.forRoot([]),
    ]);
    expect([...app.get(SalesforceConnections).names].sort()).toEqual(['default', 'emea']);
  });

  it('takes an empty list, for connections that are added at run time', async () => {
    const app = await boot([SalesforceModule.forRoot([])]);
    const connections = app.get(SalesforceConnections);
    expect(connections.names).toEqual([]);
    expect(connections.add('tenant', NOWHERE).name).toBe('tenant');
  });

  it('keeps applications of one process apart, from one and the same module too', async () => {
    @Module({ imports: [SalesforceModule.forRoot(NOWHERE), SalesforceModule.forFeature([Account])] })
    class AppModule {}

    const [one, two] = [await boot([AppModule]), await boot([AppModule])];
    expect(connectionOf(one)).not.toBe(connectionOf(two));
    one.get(SalesforceConnections).add('tenant', NOWHERE);
    expect(two.get(SalesforceConnections).has('tenant')).toBe(false);
    await one.close();
    expect(two.get(SalesforceConnections).names).toEqual(['default']);
  });

  it.each<[string, unknown, string]>([
    ['undefined', undefined, 'SalesforceModule.forRoot() gave undefined where the options of a connection'],
    ['null in a list', [null], 'SalesforceModule.forRoot() gave null where the options of a connection'],
    [
      'an empty name',
      { ...NOWHERE, name: '' },
      'The name of a connection is a text of at least one character.',
    ],
  ])('refuses %s', (_, options, message) => {
    const declare = () => SalesforceModule.forRoot(options as SalesforceModuleOptions);
    expect(declare).toThrow(SalesforceConfigurationException);
    expect(declare).toThrow(message);
  });

  it('refuses options that reach no org, while booting', async () => {
    const booting = boot([SalesforceModule.forRoot({} as SalesforceModuleOptions)]);
    await expect(booting).rejects.toThrow(SalesforceConfigurationException);
  });

  it.each(['reference', 'deep-hash'] as const)(
    'refuses two connections of one name, in one call or in two (modules identified by %s)',
    async (algorithm) => {
      const message =
        "Two connections are named 'default'. Give each entry of SalesforceModule.forRoot() and forRootAsync() a name of its own.";
      const inOne = boot([SalesforceModule.forRoot([NOWHERE, NOWHERE])], { algorithm });
      await expect(inOne).rejects.toThrow(message);
      const inTwo = boot([SalesforceModule.forRoot(NOWHERE), SalesforceModule.forRoot(NOWHERE)], {
        algorithm,
      });
      await expect(inTwo).rejects.toThrow(message);
      await expect(inTwo).rejects.toThrow(SalesforceConfigurationException);
    },
  );

  it('shows no credentials to what inspects the module', () => {
    const module = SalesforceModule.forRoot({
      auth: { flow: 'session', accessToken: 'hush-hush', instanceUrl: 'https://acme.my.salesforce.com' },
    });
    expect(inspect(module, { depth: Infinity, showHidden: true })).not.toContain('hush-hush');
  });
});

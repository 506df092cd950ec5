import { describe, expect, it } from '@jest/globals';
import { Inject, Injectable, Module, type Type } from '@nestjs/common';
import { SalesforceConnections } from '../../../lib/connection/salesforce-connections.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import type { SalesforceModuleAsyncOptions } from '../../../lib/interfaces/salesforce-module-async-options.interface.js';
import type { SalesforceModuleOptions } from '../../../lib/interfaces/salesforce-module-options.interface.js';
import type { SalesforceOptionsFactory } from '../../../lib/interfaces/salesforce-options-factory.interface.js';
import { SalesforceModule } from '../../../lib/salesforce.module.js';
import { Account, boot, connectionOf, NOWHERE, repositoryOf } from './application.js';

@Injectable()
class Config {
  readonly apiVersion = '60.0';
}

@Module({ providers: [Config], exports: [Config] })
class ConfigModule {}

@Injectable()
class ConfiguredOptions implements SalesforceOptionsFactory {
  constructor(@Inject(Config) private readonly config: Config) {}

  createSalesforceOptions(name: string): SalesforceModuleOptions {
    return { ...NOWHERE, apiVersion: this.config.apiVersion, headers: { 'x-name': name } };
  }
}

@Module({ imports: [ConfigModule], providers: [ConfiguredOptions], exports: [ConfiguredOptions] })
class OptionsModule {}

describe('SalesforceModule.forRootAsync', () => {
  it.each<[string, SalesforceModuleAsyncOptions]>([
    [
      'useFactory',
      {
        imports: [ConfigModule],
        inject: [Config],
        useFactory: async ({ apiVersion }: Config) => ({ ...NOWHERE, apiVersion }),
      },
    ],
    ['useClass', { imports: [ConfigModule], useClass: ConfiguredOptions }],
    ['useExisting', { imports: [OptionsModule], useExisting: ConfiguredOptions }],
    ['extraProviders', { extraProviders: [Config], useClass: ConfiguredOptions }],
  ])('makes the default connection by %s', async (_, options) => {
    const app = await boot([SalesforceModule.forRootAsync(options), SalesforceModule.forFeature([Account])]);
    expect(connectionOf(app).apiVersion).toBe('60.0');
    expect(repositoryOf(app, Account).connection).toBe(connectionOf(app));
  });

  it('makes several connections by name, whatever order the factory gives them in', async () => {
    const app = await boot([
      SalesforceModule.forRootAsync({
        name: ['emea', 'apac'],
        useFactory: () => [
          { ...NOWHERE, name: 'apac', apiVersion: '61.0' },
          { ...NOWHERE, name: 'emea', apiVersion: '62.0' },
        ],
      }),
    ]);
    expect(connectionOf(app, 'apac').apiVersion).toBe('61.0');
    expect(connectionOf(app, 'emea').apiVersion).toBe('62.0');
  });

  it('asks a factory class for each name', async () => {
    const app = await boot([
      SalesforceModule.forRootAsync({
        name: ['emea', 'apac'],
        imports: [ConfigModule],
        useClass: ConfiguredOptions,
      }),
    ]);
    expect([...app.get(SalesforceConnections).names].sort()).toEqual(['apac', 'emea']);
  });

  it.each<[string, SalesforceModuleAsyncOptions['name'], SalesforceModuleOptions[], string]>([
    [
      'another name',
      'emea',
      [{ ...NOWHERE, name: 'apac' }],
      "declares 'emea', but its factory returned options for 'apac'",
    ],
    [
      'too few',
      ['emea', 'apac'],
      [{ ...NOWHERE, name: 'emea' }],
      "declares 'emea', 'apac', but its factory returned options for 'emea'",
    ],
    [
      'too many',
      'emea',
      [NOWHERE, { ...NOWHERE, name: 'emea' }],
      "declares 'emea', but its factory returned options for 'default', 'emea'",
    ],
    [
      'the same twice',
      ['emea', 'apac'],
      [
        { ...NOWHERE, name: 'emea' },
        { ...NOWHERE, name: 'emea' },
      ],
      "declares 'emea', 'apac', but its factory returned options for 'emea', 'emea'",
    ],
    ['none', undefined, [], "declares 'default', but its factory returned options for none"],
  ])('refuses %s', async (_, name, options, message) => {
    const booting = boot([SalesforceModule.forRootAsync({ name, useFactory: () => options })]);
    await expect(booting).rejects.toThrow(SalesforceConfigurationException);
    await expect(booting).rejects.toThrow(message);
  });

  it.each<[string, SalesforceModuleAsyncOptions]>([
    ['none of', {}],
    ['two of', { useFactory: () => NOWHERE, useClass: ConfiguredOptions }],
    ['no function for', { useFactory: NOWHERE } as unknown as SalesforceModuleAsyncOptions],
    ['nothing for', undefined as unknown as SalesforceModuleAsyncOptions],
  ])('refuses %s useFactory, useClass and useExisting', (_, options) => {
    expect(() => SalesforceModule.forRootAsync(options)).toThrow(
      'SalesforceModule.forRootAsync() needs exactly one of useFactory (a function), useClass (a class) and useExisting (a token).',
    );
  });

  it('refuses a factory that makes no options', async () => {
    const useClass = Config as unknown as Type<SalesforceOptionsFactory>;
    await expect(boot([SalesforceModule.forRootAsync({ useClass })])).rejects.toThrow(
      'The options factory of SalesforceModule.forRootAsync() has no method createSalesforceOptions()',
    );
    const options = { useFactory: () => undefined } as unknown as SalesforceModuleAsyncOptions;
    await expect(boot([SalesforceModule.forRootAsync(options)])).rejects.toThrow(
      'The factory of SalesforceModule.forRootAsync() gave undefined where the options of a connection belong',
    );
  });

  it("fails the boot with the factory's own error", async () => {
    const vaultIsSealed = new Error('the vault is sealed');
    const booting = boot([
      SalesforceModule.forRootAsync({ useFactory: () => Promise.reject(vaultIsSealed) }),
      SalesforceModule.forFeature([Account]),
    ]);
    await expect(booting).rejects.toBe(vaultIsSealed);
  });
});

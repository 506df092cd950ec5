import type { ModuleMetadata, Provider } from '@nestjs/common';
import { DEFAULT_CONNECTION_NAME } from './connection/salesforce-connections.js';
import { SalesforceConfigurationException } from './exceptions/salesforce-configuration.exception.js';
import type { SalesforceModuleAsyncOptions } from './interfaces/salesforce-module-async-options.interface.js';
import type { SalesforceModuleOptions } from './interfaces/salesforce-module-options.interface.js';
import type { SalesforceOptionsFactory } from './interfaces/salesforce-options-factory.interface.js';
import { SALESFORCE_OPTIONS, SALESFORCE_OPTIONS_FACTORY } from './salesforce.constants.js';

type OptionsList = readonly SalesforceModuleOptions[];

/**
 * What `forRoot` and `forRootAsync` come down to: names, and providers of `SALESFORCE_OPTIONS`, the options of each name in
 * the same order.
 */
export interface Root {
  readonly names: readonly string[];
  readonly imports?: ModuleMetadata['imports'];
  readonly providers: readonly Provider[];
}

export function syncRoot(options: SalesforceModuleOptions | OptionsList): Root {
  const list = toList(options);
  for (const one of list) assertOptions(one, 'SalesforceModule.forRoot()');
  return {
    names: list.map(nameOf),
    // A factory and not a value: what inspects a module finds no credentials in it.
    providers: [{ provide: SALESFORCE_OPTIONS, useFactory: () => list }],
  };
}

export function asyncRoot(options: SalesforceModuleAsyncOptions): Root {
  assertAsyncOptions(options);
  const names = toList(options.name ?? DEFAULT_CONNECTION_NAME);
  for (const name of names) assertName(name);
  return {
    names,
    imports: options.imports,
    providers: [...asyncOptionsProviders(options, names), ...(options.extraProviders ?? [])],
  };
}

function asyncOptionsProviders(options: SalesforceModuleAsyncOptions, names: readonly string[]): Provider[] {
  const { useFactory, useClass, useExisting } = options;
  if (useFactory) {
    return [
      {
        provide: SALESFORCE_OPTIONS,
        useFactory: async (...dependencies: unknown[]) =>
          matchOptions(names, toList(await useFactory(...dependencies))),
        inject: options.inject ?? [],
      },
    ];
  }
  const fromFactory = async (factory: SalesforceOptionsFactory) =>
    matchOptions(names, await Promise.all(names.map((name) => optionsOf(factory, name))));
  const factory = useExisting ?? SALESFORCE_OPTIONS_FACTORY;
  return [
    { provide: SALESFORCE_OPTIONS, useFactory: fromFactory, inject: [factory] },
    ...(useClass ? [{ provide: SALESFORCE_OPTIONS_FACTORY, useClass }] : []),
  ];
}

function assertAsyncOptions(options: SalesforceModuleAsyncOptions | undefined): void {
  const { useFactory, useClass, useExisting } = options ?? {};
  const given = [useFactory, useClass, useExisting].filter((one) => one !== undefined);
  const fit = [useFactory, useClass].every((one) => one === undefined || typeof one === 'function');
  if (given.length === 1 && fit) return;
  throw new SalesforceConfigurationException(
    'SalesforceModule.forRootAsync() needs exactly one of useFactory (a function), useClass (a class) and useExisting (a token).',
  );
}

async function optionsOf(factory: SalesforceOptionsFactory, name: string): Promise<SalesforceModuleOptions> {
  if (typeof factory?.createSalesforceOptions !== 'function') {
    throw new SalesforceConfigurationException(
      'The options factory of SalesforceModule.forRootAsync() has no method createSalesforceOptions(): let it implement SalesforceOptionsFactory.',
    );
  }
  const options: unknown = await factory.createSalesforceOptions(name);
  assertOptions(options, 'createSalesforceOptions()');
  return { ...options, name: options.name ?? name };
}

/** Puts the options into the order of the declared names. A single one need not repeat its name. */
function matchOptions(names: readonly string[], list: OptionsList): OptionsList {
  for (const one of list) assertOptions(one, 'The factory of SalesforceModule.forRootAsync()');
  const [only] = list;
  if (names.length === 1 && list.length === 1 && only && only.name === undefined) return list;
  const given = list.map(nameOf);
  const matched = names.flatMap((name) => list.find((one) => nameOf(one) === name) ?? []);
  if (given.length === names.length && new Set(matched).size === names.length) return matched;
  throw new SalesforceConfigurationException(
    `SalesforceModule.forRootAsync() declares ${quoted(names)}, but its factory returned options for ${quoted(given)}. ` +
      'Declare every name in `name`, and return one options object with that name for each.',
  );
}

function assertOptions(options: unknown, source: string): asserts options is SalesforceModuleOptions {
  if (typeof options !== 'object' || options === null) {
    throw new SalesforceConfigurationException(
      `${source} gave ${options === null ? 'null' : typeof options} where the options of a connection belong: ` +
        'give { auth: … } for an org, or { embedded: {} } for one inside the process.',
    );
  }
  assertName(nameOf(options));
}

function assertName(name: unknown): void {
  if (typeof name === 'string' && name !== '') return;
  throw new SalesforceConfigurationException('The name of a connection is a text of at least one character.');
}

function nameOf(options: { readonly name?: string }): string {
  return options.name ?? DEFAULT_CONNECTION_NAME;
}

function toList<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ') || 'none';
}

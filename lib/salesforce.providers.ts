import { randomUUID } from 'node:crypto';
import type { FactoryProvider, InjectionToken, Provider } from '@nestjs/common';
import type { SalesforceConnection } from './connection/salesforce-connection.js';
import { SalesforceConnections } from './connection/salesforce-connections.js';
import type { SalesforceModuleOptions } from './interfaces/salesforce-module-options.interface.js';
import { type ConnectionDeclaration, SalesforceConnectionNames } from './salesforce-connection-names.js';
import { type EagerConnection, SalesforceEagerConnections } from './salesforce-eager-connections.js';
import {
  SALESFORCE_DECLARATION,
  SALESFORCE_EAGER_CONNECTIONS,
  SALESFORCE_OPTIONS,
} from './salesforce.constants.js';
import { getConnectionToken } from './salesforce.tokens.js';

type OptionsList = readonly SalesforceModuleOptions[];

/** The connections of those names, each made of its options when the application boots. */
export function connectionProviders(names: readonly string[]): Provider[] {
  const declaration: ConnectionDeclaration = { id: randomUUID(), names };
  return [
    { provide: SALESFORCE_DECLARATION, useValue: declaration },
    ...names.map((name, index) => connectionProvider(name, index)),
    {
      provide: SALESFORCE_EAGER_CONNECTIONS,
      useFactory: (all: SalesforceConnections, options: OptionsList, ...own: SalesforceConnection[]) =>
        new SalesforceEagerConnections(
          own.flatMap((connection, index) => eagerConnection(connection, options[index])),
          all,
        ),
      inject: [SalesforceConnections, SALESFORCE_OPTIONS, ...connectionTokens(names)],
    },
  ];
}

export function connectionTokens(names: readonly string[]): InjectionToken[] {
  return names.map((name) => getConnectionToken(name));
}

function connectionProvider(name: string, index: number): FactoryProvider<SalesforceConnection> {
  return {
    provide: getConnectionToken(name),
    useFactory: (connections: SalesforceConnections, options: OptionsList) => {
      const { name: _, ...own } = options[index] as SalesforceModuleOptions;
      return connections.add(name, own);
    },
    // The names come first since they refuse two connections of one name with the better message.
    inject: [SalesforceConnections, SALESFORCE_OPTIONS, SalesforceConnectionNames],
  };
}

function eagerConnection(
  connection: SalesforceConnection,
  { connect = 'lazy', checkSchema = 'off' }: Pick<SalesforceModuleOptions, 'connect' | 'checkSchema'> = {},
): readonly EagerConnection[] {
  if (connect === 'lazy' && checkSchema === 'off') return [];
  return [
    {
      connection,
      connect: connect === 'eager',
      ...(checkSchema === 'off' ? {} : { checkSchema }),
    },
  ];
}

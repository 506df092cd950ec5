import { Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import {
  DEFAULT_CONNECTION_NAME,
  SalesforceConnections,
  type SalesforceConnectionsOptions,
} from './connection/salesforce-connections.js';
import { SalesforceConnectionNames } from './salesforce-connection-names.js';
import { LOGGER_CONTEXT, SALESFORCE_SUBSTITUTE } from './salesforce.constants.js';

/**
 * What an application has once, however often `forRoot` is called: its registry of connections, which it closes when it shuts
 * down. The module is not dynamic, so that each application has one instance of it and no two applications share one.
 */
@Global()
@Module({
  providers: [
    SalesforceConnectionNames,
    {
      provide: SalesforceConnections,
      useFactory: (substitute?: SalesforceConnectionsOptions['substitute']) =>
        new SalesforceConnections({ logger: loggerOf, substitute }),
      inject: [{ token: SALESFORCE_SUBSTITUTE, optional: true }],
    },
  ],
  exports: [SalesforceConnectionNames, SalesforceConnections],
})
export class SalesforceCoreModule implements OnApplicationShutdown {
  constructor(private readonly connections: SalesforceConnections) {}

  async onApplicationShutdown(): Promise<void> {
    await this.connections.close();
  }
}

function loggerOf(connection: string): Logger {
  return new Logger(
    connection === DEFAULT_CONNECTION_NAME ? LOGGER_CONTEXT : `${LOGGER_CONTEXT}:${connection}`,
  );
}

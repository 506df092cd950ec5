import type { OnModuleInit } from '@nestjs/common';
import type { SalesforceConnection } from './connection/salesforce-connection.js';
import type { SalesforceConnections } from './connection/salesforce-connections.js';
import { checkSchemaAtBoot } from './salesforce-schema-check.js';

/** A connection that does something while the application boots. */
export interface EagerConnection {
  readonly connection: SalesforceConnection;
  /** Whether the boot fails when the org cannot be reached. */
  readonly connect: boolean;
  /** @default the entities are not compared with the org */
  readonly checkSchema?: 'warn' | 'fail';
}

/** Connects what is to be connected when the application boots, and fails the boot when that fails. */
export class SalesforceEagerConnections implements OnModuleInit {
  constructor(
    private readonly eager: readonly EagerConnection[],
    private readonly all: SalesforceConnections,
  ) {}

  /** By now every `forFeature` has made its entities known, which an embedded org creates its tables from. */
  async onModuleInit(): Promise<void> {
    const opening = await Promise.allSettled(this.eager.map((eager) => open(eager)));
    const failed = opening.find((result) => result.status === 'rejected');
    if (!failed) return;
    // Nest runs no shutdown hooks for an application that did not boot.
    await this.all.close();
    throw failed.reason;
  }
}

async function open({ connection, connect, checkSchema }: EagerConnection): Promise<void> {
  if (connect) await connection.connect();
  if (checkSchema) await checkSchemaAtBoot(connection, checkSchema);
}

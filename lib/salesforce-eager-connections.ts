import type { OnModuleInit } from '@nestjs/common';
import type { SalesforceConnection } from './connection/salesforce-connection.js';
import type { SalesforceConnections } from './connection/salesforce-connections.js';

/** Connects what is to be connected when the application boots, and fails the boot when that fails. */
export class SalesforceEagerConnections implements OnModuleInit {
  constructor(
    private readonly eager: readonly SalesforceConnection[],
    private readonly all: SalesforceConnections,
  ) {}

  /** By now every `forFeature` has made its entities known, which an embedded org creates its tables from. */
  async onModuleInit(): Promise<void> {
    const connecting = await Promise.allSettled(this.eager.map((connection) => connection.connect()));
    const failed = connecting.find((result) => result.status === 'rejected');
    if (!failed) return;
    // Nest runs no shutdown hooks for an application that did not boot.
    await this.all.close();
    throw failed.reason;
  }
}

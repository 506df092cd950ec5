import 'reflect-metadata';
import { afterEach } from '@jest/globals';
import { type DynamicModule, Injectable, type LoggerService, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { SalesforceConnections } from '../../../lib/connection/salesforce-connections.js';
import type { SalesforceModuleOptions } from '../../../lib/interfaces/salesforce-module-options.interface.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { SalesforceRepository } from '../../../lib/repository/salesforce-repository.js';
import { InjectConnection, InjectRepository } from '../../../lib/salesforce.decorators.js';
import { getConnectionToken, getRepositoryToken } from '../../../lib/salesforce.tokens.js';

@SObject()
export class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
}

@SObject()
export class Contact {
  @Id() readonly id!: string;
  @Field() lastName!: string;
}

@Injectable()
export class AccountService {
  constructor(
    @InjectRepository(Account) readonly accounts: SalesforceRepository<Account>,
    @InjectConnection() readonly connection: SalesforceConnection,
    readonly sameConnection: SalesforceConnection,
    readonly connections: SalesforceConnections,
  ) {}
}

/** An org that no test reaches. */
export const NOWHERE: SalesforceModuleOptions = {
  auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://unreachable.invalid' },
};

interface BootOptions {
  readonly providers?: Type[];
  readonly algorithm?: 'deep-hash' | 'reference';
  readonly logger?: LoggerService;
}

const apps: TestingModule[] = [];

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

/** Boots an application, which is closed after the test. */
export async function boot(
  imports: (DynamicModule | Type)[],
  { providers = [], algorithm, logger }: BootOptions = {},
): Promise<TestingModule> {
  const building = Test.createTestingModule(
    { imports, providers },
    { moduleIdGeneratorAlgorithm: algorithm },
  );
  const app = await (logger ? building.setLogger(logger) : building).compile();
  apps.push(app);
  return app.init();
}

export function connectionOf(app: TestingModule, name?: string): SalesforceConnection {
  return app.get(getConnectionToken(name), { strict: false });
}

export function repositoryOf<E extends object>(
  app: TestingModule,
  entity: EntityClass<E>,
  connection?: string,
): SalesforceRepository<E> {
  return app.get(getRepositoryToken(entity, connection), { strict: false });
}

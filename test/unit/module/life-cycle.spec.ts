import { describe, expect, it, jest } from '@jest/globals';
import type { EmbeddedOrgHandle } from '../../../lib/connection/connection-options.interface.js';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { SalesforceConnections } from '../../../lib/connection/salesforce-connections.js';
import { AuthenticationException } from '../../../lib/exceptions/authentication.exception.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { SalesforceModule } from '../../../lib/salesforce.module.js';
import { UndiciTransport } from '../../../lib/transport/undici-transport.js';
import { type Answer, ScriptedTransport } from '../../support/scripted-transport.js';
import { Account, boot, connectionOf, Contact, NOWHERE, repositoryOf } from './application.js';

const noRows: Answer = () => ({ totalSize: 0, done: true, records: [] });

function orgAnswering(answer: Answer) {
  const transport = new ScriptedTransport(answer);
  const defined: string[] = [];
  const org: EmbeddedOrgHandle = {
    instanceUrl: 'https://embedded.invalid',
    accessToken: 'token',
    transport,
    define: (definitions) => defined.push(...definitions.map(({ name }) => name)),
    close: async () => undefined,
  };
  return { org, transport, defined };
}

describe('the life of an application', () => {
  it('calls nobody while it boots, with ten connections', async () => {
    const dispatch = jest.spyOn(UndiciTransport.prototype, 'dispatch');
    try {
      await boot([
        SalesforceModule.forRoot(Array.from({ length: 10 }, (_, n) => ({ ...NOWHERE, name: `org${n}` }))),
        SalesforceModule.forFeature([Account], 'org7'),
      ]);
      expect(dispatch).not.toHaveBeenCalled();
    } finally {
      dispatch.mockRestore();
    }
  });

  it('connects eager connections while it boots, after all entities are known', async () => {
    const known: string[][] = [];
    const connect = jest.spyOn(SalesforceConnection.prototype, 'connect').mockImplementation(async function (
      this: SalesforceConnection,
    ) {
      known.push([this.name, ...this.entities.all().map(({ apiName }) => apiName)]);
    });
    try {
      await boot([
        SalesforceModule.forRoot([
          { ...NOWHERE, connect: 'eager' },
          { ...NOWHERE, name: 'lazy' },
        ]),
        SalesforceModule.forFeature([Account]),
        SalesforceModule.forFeature([Contact]),
      ]);
    } finally {
      connect.mockRestore();
    }
    expect(known).toEqual([['default', 'Account', 'Contact']]);
  });

  it('does not boot when an eager connection cannot connect, and leaves nothing open', async () => {
    const refused = new AuthenticationException('authentication failure');
    const connect = jest.spyOn(SalesforceConnection.prototype, 'connect').mockRejectedValue(refused);
    const close = jest.spyOn(SalesforceConnection.prototype, 'close');
    try {
      const booting = boot([
        SalesforceModule.forRoot([
          { ...NOWHERE, connect: 'eager' },
          { ...NOWHERE, name: 'lazy' },
        ]),
      ]);
      await expect(booting).rejects.toBe(refused);
      expect(close).toHaveBeenCalledTimes(2);
    } finally {
      connect.mockRestore();
      close.mockRestore();
    }
  });

  it('closes every connection when it shuts down, once, those added at run time too', async () => {
    const close = jest.spyOn(SalesforceConnection.prototype, 'close');
    try {
      const app = await boot([
        SalesforceModule.forRoot(NOWHERE),
        SalesforceModule.forRoot([{ ...NOWHERE, name: 'emea' }]),
      ]);
      app.get(SalesforceConnections).add('tenant', NOWHERE);
      const connection = connectionOf(app);
      await app.close();
      expect(close.mock.contexts.map((closed) => (closed as SalesforceConnection).name).sort()).toEqual([
        'default',
        'emea',
        'tenant',
      ]);
      await expect(connection.limits()).rejects.toThrow(SalesforceConfigurationException);
    } finally {
      close.mockRestore();
    }
  });

  it('reads through an injected repository', async () => {
    const { org, transport, defined } = orgAnswering(noRows);
    const app = await boot([
      SalesforceModule.forRoot({ embedded: org }),
      SalesforceModule.forFeature([Account]),
    ]);
    expect(await repositoryOf(app, Account).find()).toEqual([]);
    expect(transport.queries).toEqual(['SELECT Id, Name FROM Account']);
    expect(defined).toEqual(['Account']);
  });

  it("writes to Nest's logger", async () => {
    const lines: unknown[][] = [];
    const record = (...line: unknown[]) => lines.push(line);
    const logger = { log: record, error: record, warn: record, debug: record };
    const { org } = orgAnswering(noRows);
    const app = await boot(
      [
        SalesforceModule.forRoot([
          { embedded: org, logLevel: 'debug' },
          { name: 'emea', embedded: org, logLevel: 'debug' },
        ]),
      ],
      { logger },
    );
    await connectionOf(app).query('SELECT Id FROM Account');
    await connectionOf(app, 'emea').query('SELECT Id FROM Account');
    const contexts = new Set(lines.map((line) => line.at(-1)));
    expect(contexts).toContain('Salesforce');
    expect(contexts).toContain('Salesforce:emea');
  });
});

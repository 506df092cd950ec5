import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { getRepository } from '../../../lib/repository/repository.factory.js';
import { SalesforceRepository } from '../../../lib/repository/salesforce-repository.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';

@SObject({ custom: true })
class Invoice {
  @Id() readonly id!: string;
  @Field({ custom: true }) amount!: number;
}

class Undecorated {
  id!: string;
}

const connectionOf = (namespace?: string) =>
  new SalesforceConnection(
    'default',
    {
      auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' },
      namespace,
    },
    { transport: new ScriptedTransport(() => undefined) },
  );

describe('getRepository', () => {
  it('gives a repository of the entity in the org', () => {
    const connection = connectionOf();
    const invoices = getRepository(connection, Invoice);
    expect(invoices).toBeInstanceOf(SalesforceRepository);
    expect(invoices.connection).toBe(connection);
    expect(invoices.toSoql()).toBe('SELECT Id, Amount__c FROM Invoice__c');
  });

  it("resolves names in the connection's namespace", () => {
    expect(getRepository(connectionOf('acme'), Invoice).toSoql()).toBe(
      'SELECT Id, acme__Amount__c FROM acme__Invoice__c',
    );
  });

  it('refuses a class that is no entity', () => {
    expect(() => getRepository(connectionOf(), Undecorated)).toThrow(InvalidEntityException);
  });
});

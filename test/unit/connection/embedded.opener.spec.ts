import { describe, expect, it } from '@jest/globals';
import type { EmbeddedOrgHandle } from '../../../lib/connection/connection-options.interface.js';
import { EmbeddedOpener } from '../../../lib/connection/embedded.opener.js';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import type { SObjectDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import { fakeDispatch } from '../transport/fake-dispatch.js';

@SObject({ custom: true })
class Invoice {
  @Id() readonly id!: string;
  @Field({ type: 'string' }) name!: string;
}

@SObject({ custom: true })
class Payment {
  @Id() readonly id!: string;
  @Field({ type: 'string' }) name!: string;
}

class FakeOrg implements EmbeddedOrgHandle {
  readonly instanceUrl = 'https://embedded-org.invalid';
  accessToken = 'embedded-1';
  readonly defined: string[][] = [];
  closed = false;
  readonly dispatch = fakeDispatch(({ headers }) =>
    headers['authorization'] === `Bearer ${this.accessToken}`
      ? { body: '{"fine":true}' }
      : { status: 401, body: '[]' },
  );
  readonly transport = { dispatch: this.dispatch, close: async () => undefined };

  define(definitions: readonly SObjectDefinition[]): void {
    this.defined.push(definitions.map(({ name }) => name));
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

describe('EmbeddedOpener', () => {
  const request = { method: 'GET', url: 'https://embedded-org.invalid/services/data', headers: {} } as const;

  it('gives the session of the org', async () => {
    const opener = new EmbeddedOpener(new FakeOrg(), { entities: new EntityMetadataStorage() });
    expect(await opener.login()).toEqual({
      accessToken: 'embedded-1',
      instanceUrl: 'https://embedded-org.invalid',
    });
  });

  it('tells the org of the entities, and of those that become known later', async () => {
    const org = new FakeOrg();
    const entities = new EntityMetadataStorage();
    const opener = new EmbeddedOpener(org, { entities });
    entities.register(Invoice);
    await opener.dispatch(request);
    await opener.dispatch(request);
    expect(org.defined).toEqual([['Invoice__c']]);
    entities.register(Payment);
    await opener.dispatch(request);
    expect(org.defined[1]).toContain('Payment__c');
  });

  it('leaves an org open that was handed over', async () => {
    const org = new FakeOrg();
    const opener = new EmbeddedOpener(org, { entities: new EntityMetadataStorage() });
    await opener.dispatch(request);
    await opener.close();
    expect(org.closed).toBe(false);
  });

  it('serves a connection, whose session it renews when the org ended it', async () => {
    const org = new FakeOrg();
    const connection = new SalesforceConnection('test', { embedded: org });
    expect(await connection.limits()).toEqual({ fine: true });
    org.accessToken = 'embedded-2';
    expect(await connection.limits()).toEqual({ fine: true });
    expect(org.dispatch.requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer embedded-1',
      'Bearer embedded-1',
      'Bearer embedded-2',
    ]);
    await connection.close();
  });

  it("opens an org of its own with the application's objects and its seed", async () => {
    const connection = new SalesforceConnection('test', {
      embedded: { seed: { records: [{ attributes: { type: 'Invoice__c' }, Name: 'I-1' }] } },
    });
    connection.entities.register(Invoice);
    // As long as no URL can be.
    const names = ['I-1', ...Array.from({ length: 2_000 }, (_, i) => `nothing-${i}`)];
    expect(await connection.soql`SELECT Name FROM Invoice__c WHERE Name IN ${names}`).toMatchObject([
      { Name: 'I-1' },
    ]);
    await connection.close();
    await expect(connection.limits()).rejects.toThrow(/closed/);
  });
});

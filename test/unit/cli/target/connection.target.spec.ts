import { describe, expect, it } from '@jest/globals';
import { ConnectionTarget } from '../../../../lib/cli/target/connection.target.js';
import { MemoryDescribeStorage } from '../../../../lib/connection/describe/memory-describe.storage.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';

describe('ConnectionTarget', () => {
  it('has one connection and one reader of describes, and closes what it was given to close', async () => {
    const org = await EmbeddedOrg.create();
    let closed = 0;
    const target = new ConnectionTarget({
      label: 'acme',
      options: { embedded: org },
      close: async () => void closed++,
    });
    const connection = await target.connect();
    expect(connection.name).toBe('acme');
    expect(await target.connect()).toBe(connection);
    expect(await target.describes()).toBe(await target.describes());
    await target.schema.list();
    expect(target.schema.calls).toBe(1);
    await target.close();
    expect(closed).toBe(1);
    await expect(connection.describeGlobal()).rejects.toThrow("The connection 'acme' is closed");
    await org.close();
  });

  it('keeps describes where it has a place for them, which is found when it is needed', async () => {
    const org = await EmbeddedOrg.create();
    const store = new MemoryDescribeStorage();
    let asked = 0;
    const target = new ConnectionTarget({
      label: 'acme',
      options: { embedded: org },
      store: async () => {
        asked++;
        return store;
      },
    });
    expect([target.keeps, asked]).toEqual([true, 0]);
    await target.schema.list();
    expect(await store.get('*')).toHaveProperty('body.sobjects');
    expect(asked).toBe(1);
    await target.close();
    await org.close();
  });

  it('calls nothing until it is used', async () => {
    const auth = { flow: 'session', accessToken: 'x', instanceUrl: 'http://127.0.0.1:9' } as const;
    const target = new ConnectionTarget({ label: 'acme', options: { auth } });
    expect(target.keeps).toBe(false);
    await target.connect();
    await target.close();
  });
});

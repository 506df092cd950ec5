import { describe, expect, it } from '@jest/globals';
import { MemoryDescribeStorage } from '../../../../lib/connection/describe/memory-describe.storage.js';

describe('MemoryDescribeStorage', () => {
  it('gives what was set last', async () => {
    const storage = new MemoryDescribeStorage();
    await storage.set('Account', { body: { name: 'Account' } });
    await storage.set('Account', { body: { name: 'Account' }, etag: '"2"' });
    expect(await storage.get('Account')).toEqual({ body: { name: 'Account' }, etag: '"2"' });
    expect(await storage.get('Contact')).toBeUndefined();
  });

  it('forgets what was asked for longest ago', async () => {
    const storage = new MemoryDescribeStorage(2);
    await storage.set('Account', { body: {} });
    await storage.set('Contact', { body: {} });
    await storage.get('Account');
    await storage.set('Lead', { body: {} });
    expect(await storage.get('Contact')).toBeUndefined();
    expect(await storage.get('Account')).toEqual({ body: {} });
    expect(await storage.get('Lead')).toEqual({ body: {} });
  });
});

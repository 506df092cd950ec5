import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const MRU = { headers: { 'sforce-mru': 'updateMru=true' } };

describe('Sforce-Mru', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const recent = async () => {
    const { body } = await client.get<readonly { Name: string }[]>('/recent');
    return body.map(({ Name }) => Name);
  };

  it('notes what is created, read and updated', async () => {
    await client.post('/sobjects/Account', { Name: 'Created' }, MRU);
    const read = await client.create('Account', { Name: 'Read' });
    const updated = await client.create('Account', { Name: 'Before' });
    expect(await recent()).toEqual(['Created']);
    await client.get(`/sobjects/Account/${read}`, MRU);
    await client.patch(`/sobjects/Account/${updated}`, { Name: 'Updated' }, MRU);
    expect(await recent()).toEqual(['Updated', 'Read', 'Created']);
    const { body } = await client.get<{ recentItems: unknown[] }>('/sobjects/Account');
    expect(body.recentItems).toHaveLength(3);
  });
});

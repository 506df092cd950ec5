import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('recent resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('lists what was viewed, the latest first, with the name that its object has', async () => {
    expect((await client.get('/recent')).body).toEqual([]);
    const account = await client.create('Account', { Name: 'Acme' });
    const deleted = await client.create('Account', { Name: 'Gone' });
    const other = await client.create('Case', { Subject: 'Broken' });
    await client.query('SELECT Id FROM Account FOR VIEW');
    await client.query('SELECT Id FROM Case FOR REFERENCE');
    await client.delete(`/sobjects/Account/${deleted}`);
    const [first, second] = [
      {
        attributes: { type: 'Case', url: `/services/data/v67.0/sobjects/Case/${other}` },
        Id: other,
        CaseNumber: '00001000',
      },
      {
        attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${account}` },
        Id: account,
        Name: 'Acme',
      },
    ];
    expect((await client.get('/recent')).body).toEqual([first, second]);
    expect((await client.get('/recent?limit=1')).body).toEqual([first]);
    expect((await client.get('/sobjects/Account')).body).toMatchObject({ recentItems: [second] });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SeedData } from '../../../lib/connection/connection-options.interface.js';
import { OrgClient } from '../../support/org-client.js';

describe('SeedLoader', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('creates records after those they refer to, owned by the administrator', async () => {
    client.org.seed({
      records: [
        {
          attributes: { type: 'Opportunity' },
          Name: 'Deal',
          StageName: 'Prospecting',
          CloseDate: '2026-12-31',
          AccountId: '@acme',
        },
        {
          attributes: { type: 'Account', referenceId: 'acme' },
          Name: 'Acme',
          Contacts: { records: [{ attributes: { type: 'Contact' }, LastName: 'Doe' }] },
        },
      ],
    });
    expect(await client.query('SELECT Name, Account.Name, Owner.Username FROM Opportunity')).toMatchObject([
      { Name: 'Deal', Account: { Name: 'Acme' }, Owner: { Username: 'admin@example.com' } },
    ]);
    expect(await client.query('SELECT Account.Name FROM Contact')).toMatchObject([
      { Account: { Name: 'Acme' } },
    ]);
  });

  it('loads nothing when a record is refused, and says which', async () => {
    const data: SeedData = {
      records: [
        { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme' },
        { attributes: { type: 'Contact', referenceId: 'jane' }, FirstName: 'Jane' },
      ],
    };
    expect(() => client.org.seed(data)).toThrow(
      expect.objectContaining({
        message:
          'The seed\'s Contact "jane" (records[1]) was refused: REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['LastName'],
      }),
    );
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });
});

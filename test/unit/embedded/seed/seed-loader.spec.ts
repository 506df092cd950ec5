import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeedData } from '../../../../lib/connection/connection-options.interface.js';
import { OrgClient } from '../../../support/org-client.js';

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

  it('loads tables of files, whose values are texts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seed-loader-'));
    const account = join(folder, 'Account.csv');
    const contact = join(folder, 'Contact.csv');
    const product = join(folder, 'Product2.csv');
    await writeFile(
      account,
      'attributes.referenceId,Name,NumberOfEmployees,AnnualRevenue\nacme,Acme,12,1500\n',
    );
    await writeFile(contact, 'LastName,AccountId,Birthdate\nDoe,@acme,1990-01-31\n');
    await writeFile(product, 'Name,IsActive\nLamp,true\nOld lamp,false\n');
    const seeded = await OrgClient.open({ seed: [contact, account, product] });
    try {
      expect(await seeded.query('SELECT Name, NumberOfEmployees, AnnualRevenue FROM Account')).toMatchObject([
        { Name: 'Acme', NumberOfEmployees: 12, AnnualRevenue: 1500 },
      ]);
      expect(await seeded.query('SELECT Account.Name, Birthdate FROM Contact')).toMatchObject([
        { Account: { Name: 'Acme' }, Birthdate: '1990-01-31' },
      ]);
      expect(await seeded.query('SELECT Name FROM Product2 WHERE IsActive = true')).toMatchObject([
        { Name: 'Lamp' },
      ]);
    } finally {
      await seeded.close();
      await rm(folder, { recursive: true });
    }
  });

  it('names file, row and field of a record that is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seed-loader-'));
    const path = join(folder, 'Account.csv');
    await writeFile(path, 'Name,NumberOfEmployees\nAcme,12\nOther,many\n');
    try {
      await expect(OrgClient.open({ seed: path })).rejects.toThrow(
        `The seed's Account (${path}: row 2) was refused for NumberOfEmployees: `,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('takes records by the name of their object', async () => {
    client.org.seed({
      Account: [{ attributes: { referenceId: 'acme' }, Name: 'Acme', Contacts: [{ LastName: 'Doe' }] }],
      Case: [{ Subject: 'Broken', AccountId: '@acme' }],
    });
    expect(
      await client.query(
        'SELECT Name, (SELECT LastName FROM Contacts), (SELECT Subject FROM Cases) FROM Account',
      ),
    ).toMatchObject([
      {
        Name: 'Acme',
        Contacts: { records: [{ LastName: 'Doe' }] },
        Cases: { records: [{ Subject: 'Broken' }] },
      },
    ]);
  });
});

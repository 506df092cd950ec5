import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../lib/embedded/embedded-org.js';
import type { FieldDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import { OrgClient } from '../../support/org-client.js';
import { customField, customObject } from '../../support/record-engine.js';

const ACME = { records: [{ attributes: { type: 'Account' }, Name: 'Acme' }] };

const text = (name: string, length: number): FieldDefinition => customField(name, 'string', { length });
const region = (...fields: readonly FieldDefinition[]) => customObject('Region__c', fields);

describe('EmbeddedOrg', () => {
  let folder: string;
  const clients: OrgClient[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-org-'));
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await rm(folder, { recursive: true });
  });

  async function open(options?: Parameters<typeof OrgClient.open>[0]): Promise<OrgClient> {
    const client = await OrgClient.open(options);
    clients.push(client);
    return client;
  }

  it('keeps the records of a database file, the org they belong to, and the seed out of what is there', async () => {
    const database = join(folder, 'org.sqlite');
    const first = await open({ database, seed: ACME, user: { username: 'ada@example.com' } });
    const { organizationId } = first.org;
    await first.create('Account', { Name: 'Second' });
    await first.close();

    const second = await open({ database, seed: ACME });
    expect([second.org.organizationId, second.org.username]).toEqual([organizationId, 'ada@example.com']);
    expect(await second.query('SELECT Name FROM Account ORDER BY Name')).toMatchObject([
      { Name: 'Acme' },
      { Name: 'Second' },
    ]);
  });

  it('seeds a database that is an org without records', async () => {
    const database = join(folder, 'org.sqlite');
    await (await open({ database })).close();
    const client = await open({ database, seed: ACME });
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  it('reads the seed from a file', async () => {
    const seed = join(folder, 'seed.json');
    await writeFile(seed, JSON.stringify(ACME));
    expect(await (await open({ seed })).query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  it('refuses a seed file that is missing or no JSON, naming it', async () => {
    const missing = join(folder, 'missing.json');
    await expect(EmbeddedOrg.create({ seed: missing })).rejects.toThrow(
      `The seed ${missing} cannot be read: `,
    );
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{\n  "records": [}');
    await expect(EmbeddedOrg.create({ seed: broken })).rejects.toThrow(
      `The seed ${broken} cannot be read: Unexpected character ('}' (code 125)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:2, column:15]`,
    );
  });

  it('refuses a database that cannot be opened', async () => {
    const database = join(folder, 'no', 'such', 'folder', 'org.sqlite');
    await expect(EmbeddedOrg.create({ database })).rejects.toThrow(
      `The database ${database} cannot be opened: `,
    );
  });

  it('refuses a database file that is none, and leaves it as it is', async () => {
    const database = join(folder, 'org.sqlite');
    await writeFile(database, 'Dear diary, today I was no database at all.');
    await expect(EmbeddedOrg.create({ database })).rejects.toThrow(
      `The database ${database} cannot be opened: file is not a database`,
    );
    expect(await readFile(database, 'utf8')).toBe('Dear diary, today I was no database at all.');
  });

  it('refuses a user that the org of a database does not have', async () => {
    const database = join(folder, 'org.sqlite');
    await (await open({ database })).close();
    await expect(EmbeddedOrg.create({ database, user: { username: 'ada@example.com' } })).rejects.toThrow(
      'The org of this database has no active user ada@example.com; its administrator is admin@example.com.',
    );
  });

  it('seeds custom objects that are defined with it', async () => {
    const client = await open({
      definitions: [
        {
          name: 'Region__c',
          label: 'Region',
          labelPlural: 'Regions',
          keyPrefix: null,
          custom: true,
          createable: true,
          updateable: true,
          deletable: true,
          queryable: true,
          fields: [
            {
              name: 'Code__c',
              label: 'Code',
              type: 'string',
              length: 10,
              custom: true,
              nillable: true,
              createable: true,
              updateable: true,
              externalId: true,
            },
          ],
        },
      ],
      seed: { records: [{ attributes: { type: 'Region__c' }, Code__c: 'EMEA' }] },
    });
    expect((await client.get('/sobjects/Region__c/Code__c/emea?fields=Code__c')).body).toMatchObject({
      Code__c: 'EMEA',
    });
  });

  describe('with custom objects in a database file', () => {
    it('has them again when the file is opened by someone who does not declare them', async () => {
      const database = join(folder, 'org.sqlite');
      const first = await open({ database, definitions: [region(text('Code__c', 10))] });
      const id = await first.create('Region__c', { Name: 'Europe', Code__c: 'EMEA' });
      await first.close();

      const second = await open({ database });
      expect(await second.query('SELECT Id, Name, Code__c FROM Region__c')).toMatchObject([
        { Id: id, Name: 'Europe', Code__c: 'EMEA' },
      ]);
      expect((await second.get('/sobjects/Region__c/describe')).body).toMatchObject({
        keyPrefix: id.slice(0, 3),
        label: 'Region',
      });
      expect((await second.create('Region__c', { Code__c: 'APAC' })).slice(0, 3)).toBe(id.slice(0, 3));
    });

    it('follows the declaration of whoever opens it, and forgets no field', async () => {
      const database = join(folder, 'org.sqlite');
      const first = await open({ database, definitions: [region(text('Code__c', 4), text('Old__c', 10))] });
      await first.create('Region__c', { Code__c: 'EMEA', Old__c: 'old' });
      await first.close();

      const second = await open({ database });
      second.org.define([region(text('Code__c', 12), text('New__c', 10))]);
      await second.create('Region__c', { Code__c: 'Far East', New__c: 'new' });
      await second.close();

      const third = await open({ database });
      expect(
        await third.query('SELECT Code__c, Old__c, New__c FROM Region__c ORDER BY Code__c'),
      ).toMatchObject([
        { Code__c: 'EMEA', Old__c: 'old', New__c: null },
        { Code__c: 'Far East', Old__c: null, New__c: 'new' },
      ]);
    });

    it('has lost nothing when the process was killed', async () => {
      const database = join(folder, 'org.sqlite');
      const killed = await open({ database });
      killed.org.define([region(text('Code__c', 10))]);
      await killed.create('Region__c', { Code__c: 'EMEA' });
      // What a killed process leaves behind: the files as they are, the log not written back into the database.
      const left = join(folder, 'left.sqlite');
      for (const suffix of ['', '-wal']) await copyFile(database + suffix, left + suffix);

      const client = await open({ database: left });
      expect(await client.query('SELECT Code__c FROM Region__c')).toMatchObject([{ Code__c: 'EMEA' }]);
    });
  });

  it('ends sessions that are not used, by its own clock', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const client = await open({ clock: () => now, sessionTimeout: 60_000 });
    const token = client.org.accessToken;
    now = new Date('2026-01-01T00:00:59Z');
    expect((await client.get('/limits', { token })).status).toBe(200);
    now = new Date('2026-01-01T00:01:59Z');
    expect((await client.get('/limits', { token })).status).toBe(401);
    expect(client.org.accessToken).not.toBe(token);
  });

  it('takes permissions away from a user, and gives them back', async () => {
    const client = await OrgClient.open();
    const id = await client.create('Account', { Name: 'Acme', Rating: 'Hot' });
    client.org.setPermissions('admin@example.com', { fields: { 'Account.Rating': 'none' } });
    expect(await client.get(`/sobjects/Account/${id}?fields=Rating`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Rating' on sobject of type Account" }],
    });
    client.org.setPermissions('admin@example.com', undefined);
    expect((await client.get(`/sobjects/Account/${id}?fields=Rating`)).body).toMatchObject({ Rating: 'Hot' });
    await client.close();
  });

  it('shows neither password nor tokens when it is inspected', async () => {
    const { org } = await open({
      user: { password: 'hunter2' },
      apps: [{ clientId: 'app', clientSecret: 'hush' }],
    });
    const token = org.accessToken;
    const shown = inspect(org, { depth: 10, showHidden: true, getters: false });
    for (const secret of ['hunter2', 'hush', token, token.slice(16)]) expect(shown).not.toContain(secret);
  });

  it('closes twice without complaint', async () => {
    const client = await open();
    await client.close();
    await client.close();
  });
});

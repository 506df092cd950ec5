import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataManifest } from '../../../../../lib/cli/data/data-manifest.interface.js';
import { EmbeddedOrg } from '../../../../../lib/embedded/embedded-org.js';
import { DataRun } from '../../../../support/data-run.js';

/** How many records of which object. */
function found({ objects }: DataManifest): Record<string, number> {
  return Object.fromEntries(objects.map(({ name, records }) => [name, records]));
}

describe('Exporter', () => {
  let folder: string;
  let run: DataRun;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'exporter-'));
    const org = await EmbeddedOrg.create({
      user: { username: 'ada@example.com' },
      clock: () => new Date('2026-01-31T10:00:00Z'),
      seed: {
        records: [
          { attributes: { type: 'Account', referenceId: 'top' }, Name: 'Top' },
          { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme', ParentId: '@top' },
          { attributes: { type: 'Account' }, Name: 'Bolt' },
          { attributes: { type: 'Contact', referenceId: 'ann' }, LastName: 'Ann', AccountId: '@acme' },
          { attributes: { type: 'Contact' }, LastName: 'Ben', AccountId: '@acme', ReportsToId: '@ann' },
          { attributes: { type: 'Contact' }, LastName: 'Cid', AccountId: '@top' },
          { attributes: { type: 'Case' }, Subject: 'Broken', ContactId: '@ann' },
        ],
      },
    });
    run = new DataRun(org, folder);
  });
  afterEach(async () => {
    await run.close();
    await rm(folder, { recursive: true });
  });

  /** The values of a column of each file. */
  async function names(file: string, column: string): Promise<unknown[]> {
    const lines = (await readFile(join(folder, file), 'utf8')).trim().split('\n');
    return lines.map((line) => (JSON.parse(line) as Record<string, unknown>)[column]).sort();
  }

  it('says in the manifest what there is, and whose ids there are', async () => {
    const manifest = await run.export({ query: ['SELECT Name, ParentId, OwnerId FROM Account'] });
    const [{ Id: user } = { Id: '' }] = await run.query<{ Id: string }>('SELECT Id FROM User');
    const [{ Id: organization } = { Id: '' }] = await run.query<{ Id: string }>(
      'SELECT Id FROM Organization',
    );
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual({
      format: 'nestjs-salesforce/export',
      version: 1,
      exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      org: { identity: { id: organization, createdDate: '2026-01-31T10:00:00.000+0000' }, label: 'test' },
      apiVersion: '67.0',
      objects: [
        {
          name: 'Account',
          label: 'Account',
          file: 'Account.csv',
          records: 3,
          fields: [
            { name: 'Id', type: 'id' },
            { name: 'Name', type: 'string' },
            { name: 'ParentId', type: 'reference' },
            { name: 'OwnerId', type: 'reference' },
          ],
          references: { ParentId: ['Account'] },
        },
      ],
      known: { User: { [user]: { Username: 'ada@example.com', Email: 'ada@example.com' } } },
      notes: [],
    });
    expect(manifest.objects).toHaveLength(1);
  });

  it('exports what a condition holds for, and nothing else', async () => {
    const manifest = await run.export({ where: ["Account: Name = 'Acme'"], format: 'jsonl' });
    expect(found(manifest)).toEqual({ Account: 1 });
    expect(await names('Account.jsonl', 'Name')).toEqual(['Acme']);
  });

  it('follows children step by step', async () => {
    const where = ["Account: Name = 'Acme'"];
    const first = await run.export({ where, with: ['children'], format: 'jsonl' });
    expect(found(first)).toEqual({ Account: 1, Contact: 2 });
    expect(await names('Contact.jsonl', 'LastName')).toEqual(['Ann', 'Ben']);
    const second = await run.export({ where, with: ['children:2'], format: 'jsonl' });
    expect(found(second)).toEqual({ Account: 1, Contact: 2, Case: 1 });
  });

  it('follows children of whole objects, too, and each of them once', async () => {
    const manifest = await run.export({ objects: ['Account'], with: ['children:3'], format: 'jsonl' });
    expect(found(manifest)).toEqual({ Account: 3, Contact: 3, Case: 1 });
    expect(await names('Contact.jsonl', 'LastName')).toEqual(['Ann', 'Ben', 'Cid']);
  });

  it('follows parents step by step', async () => {
    const where = ["Contact: LastName = 'Ben'"];
    const first = await run.export({ where, with: ['parents'], format: 'jsonl' });
    expect(found(first)).toEqual({ Account: 1, Contact: 2 });
    await run.export({ where, with: ['parents:2'], format: 'jsonl' });
    expect(await names('Account.jsonl', 'Name')).toEqual(['Acme', 'Top']);
  });

  it('follows children first, and then the parents of all', async () => {
    const where = ["Case: Subject = 'Broken'", "Account: Name = 'Acme'"];
    const manifest = await run.export({ where, with: ['children', 'parents'], format: 'jsonl' });
    expect(found(manifest)).toEqual({ Account: 2, Contact: 2, Case: 1 });
  });

  it('follows nothing that is excluded', async () => {
    const where = ["Account: Name = 'Acme'"];
    const manifest = await run.export({ where, with: ['children:2'], exclude: ['Cont*'] });
    expect(found(manifest)).toEqual({ Account: 1 });
  });

  it('joins what several queries find of an object', async () => {
    const query = ["SELECT Name FROM Account WHERE Name < 'B'", "SELECT Name FROM Account WHERE Name < 'C'"];
    expect(found(await run.export({ query }))).toEqual({ Account: 2 });
  });

  it('exports objects whose records know who made them together with those users', async () => {
    const manifest = await run.export({ objects: ['Account', 'User'] });
    expect(found(manifest)).toEqual({ User: 1, Account: 3 });
  });

  it('refuses queries of one object with different fields', async () => {
    const query = ['SELECT Name FROM Account', 'SELECT Name, Phone FROM Account'];
    await expect(run.export({ query })).rejects.toThrow(
      'Account is selected twice, with different fields. Select the same fields, or select it once.',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('says which files it left out', async () => {
    const { notes } = await run.export({ objects: ['Attachment'] });
    expect(notes).toEqual(['Attachment: without Body, as files are not exported.']);
  });

  it('leaves out what only a pattern names and nobody can read', async () => {
    const refusal = { status: 400, errorCode: 'MALFORMED_QUERY', message: '\nROW : no\nnot so' };
    run.org.faults.add({ on: { soql: /FROM Account$/ }, fault: refusal });
    const { objects, notes } = await run.export({
      objects: ['A*ccount'],
      bulk: 'never',
    });
    expect(objects).toEqual([]);
    expect(notes).toEqual(['Account: left out, as it cannot be read: not so']);
  });

  it('leaves nothing behind when the org fails half-way', async () => {
    run.org.faults.add({ on: 'GET /query', fault: { status: 500, errorCode: 'UNKNOWN_EXCEPTION' }, skip: 1 });
    await expect(run.export({ objects: ['Account', 'Contact'], bulk: 'never' })).rejects.toThrow(
      'UNKNOWN_EXCEPTION',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});

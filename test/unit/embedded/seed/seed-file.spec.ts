import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSeedFiles } from '../../../../lib/embedded/seed/seed-file.js';

describe('readSeedFiles', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seed-file-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  const put = (name: string, text: string) => writeFile(at(name), text);

  it('reads JSON as it is', async () => {
    await put('data.json', '{"Account":[{"Name":"Acme"}]}');
    expect(await readSeedFiles(at('data.json'))).toEqual([
      { file: at('data.json'), data: { Account: [{ Name: 'Acme' }] } },
    ]);
  });

  it('reads a CSV file as records of the object it is named after', async () => {
    await put('Contact.csv', 'LastName,Account.ErpNumber__c\r\n"Doe, Jane",7\r\n');
    expect(await readSeedFiles(at('Contact.csv'))).toEqual([
      {
        file: at('Contact.csv'),
        sobject: 'Contact',
        rows: true,
        data: [{ LastName: 'Doe, Jane', Account: { ErpNumber__c: '7' } }],
      },
    ]);
  });

  it('follows a plan of the Salesforce CLI, whose files lie beside it', async () => {
    await put(
      'sample-plan.json',
      JSON.stringify([
        { sobject: 'Account', saveRefs: true, resolveRefs: false, files: ['Accounts.json'] },
        { sobject: 'Contact', saveRefs: false, resolveRefs: true, files: [{ file: 'Contacts.json' }] },
      ]),
    );
    await put(
      'Accounts.json',
      '{"records":[{"attributes":{"type":"Account","referenceId":"a"},"Name":"Acme"}]}',
    );
    await put(
      'Contacts.json',
      '{"records":[{"attributes":{"type":"Contact"},"LastName":"Doe","AccountId":"@a"}]}',
    );
    expect(await readSeedFiles(at('sample-plan.json'))).toEqual([
      {
        sobject: 'Account',
        file: at('Accounts.json'),
        data: { records: [{ attributes: { type: 'Account', referenceId: 'a' }, Name: 'Acme' }] },
      },
      {
        sobject: 'Contact',
        file: at('Contacts.json'),
        data: { records: [{ attributes: { type: 'Contact' }, LastName: 'Doe', AccountId: '@a' }] },
      },
    ]);
  });

  it('takes all files of a folder by name, or those its plan names', async () => {
    await put('Contact.csv', 'LastName\nDoe\n');
    await put('Account.csv', 'Name\nAcme\n');
    await put('notes.txt', 'no seed');
    const all = await readSeedFiles(folder);
    expect(all.map(({ file }) => file)).toEqual([at('Account.csv'), at('Contact.csv')]);
    await put('contacts-plan.json', '[{"sobject":"Contact","files":["Contact.csv"]}]');
    const planned = await readSeedFiles(folder);
    expect(planned.map(({ file }) => file)).toEqual([at('Contact.csv')]);
  });

  it('reads several paths one after the other', async () => {
    await put('Contact.csv', 'LastName\nDoe\n');
    await mkdir(at('more'));
    await put('more/Account.csv', 'Name\nAcme\n');
    const sources = await readSeedFiles([at('Contact.csv'), at('more')]);
    expect(sources.map(({ sobject }) => sobject)).toEqual(['Contact', 'Account']);
  });

  it.each([
    ['Contact.csv', 'LastName,FirstName\nDoe\n', 'row 1 has 1 values, and the header has 2.'],
    ['Contact.csv', 'LastName\n"Doe\n', 'EOF reached before closing an opened quote - Line number 3'],
    ['plan.json', '[{"sobject":"Account","files":["Gone.json"]}]', 'no such file or directory'],
    ['broken.json', '{"records": [', 'Unexpected end-of-input'],
  ])('names the file that cannot be read: %s', async (name, text, reason) => {
    await put(name, text);
    const path = reason.startsWith('no such') ? at('Gone.json') : at(name);
    await expect(readSeedFiles(at(name))).rejects.toThrow(`The seed ${path} cannot be read: `);
    await expect(readSeedFiles(at(name))).rejects.toThrow(reason);
  });
});

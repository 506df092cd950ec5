import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExportCommandOptions } from '../../../../lib/cli/data/export/export-records.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../lib/schema/sobject-definition.interface.js';
import { DataRun } from '../../../support/data-run.js';
import { customObject } from '../../../support/record-engine.js';

const WRITTEN = { createable: true, updateable: true, nillable: true } as const;

function field(
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  return { name, label: name.replace(/__c$/, ''), type, custom: true, ...WRITTEN, ...more };
}

const PROJECT: SObjectDefinition = {
  ...customObject('Project__c', [
    field('Name', 'string', { length: 80, nameField: true, custom: false }),
    field('RecordTypeId', 'reference', {
      referenceTo: ['RecordType'],
      relationshipName: 'RecordType',
      custom: false,
    }),
    field('Account__c', 'reference', {
      referenceTo: ['Account'],
      relationshipName: 'Account__r',
      childRelationshipName: 'Projects__r',
    }),
    field('Tags__c', 'multipicklist', {
      restrictedPicklist: true,
      picklistValues: ['Wind', 'Solar', 'Water, Wave'].map((value) => ({
        value,
        label: value,
        active: true,
      })),
    }),
    field('Start__c', 'date'),
    field('Kickoff__c', 'datetime'),
    field('At__c', 'time'),
    field('Budget__c', 'currency', { precision: 18, scale: 2 }),
    field('Share__c', 'percent', { precision: 5, scale: 2 }),
    field('Active__c', 'boolean', { nillable: false }),
    field('Notes__c', 'textarea', { length: 32_000 }),
    field('Level__c', 'picklist', {
      restrictedPicklist: true,
      picklistValues: [
        { value: 'Low', label: 'Low', active: true, isDefault: true },
        { value: 'High', label: 'High', active: true },
      ],
    }),
  ]),
  recordTypes: [
    { developerName: 'Internal', name: 'Internal' },
    { developerName: 'External', name: 'External', isDefault: true },
  ],
};

const MILESTONE = customObject('Milestone__c', [
  field('Name', 'string', { length: 80, nameField: true, custom: false }),
  field('Project__c', 'reference', {
    referenceTo: ['Project__c'],
    relationshipName: 'Project__r',
    childRelationshipName: 'Milestones__r',
    nillable: false,
    updateable: false,
    cascadeDelete: true,
    writeRequiresMasterRead: true,
    relationshipOrder: 0,
  }),
]);

const ODD = ['Plain', 'Comma, "quoted"', 'Zürich – 東京 😀', '=1+1', "O'Neil; & sons", 'Multi\nline'];
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);
const two = (number: number): string => String(number).padStart(2, '0');
const nameOf = (number: number): string => `${number} ${ODD[number % 5]}`;

interface Row {
  readonly [field: string]: unknown;
}

// What there is, said once, as a person would say it: what the other org must have in the end, by names.
const ACCOUNTS: readonly Row[] = numbers(300).map((n) => ({
  Name: nameOf(n),
  Description: n % 3 === 0 ? `First\r\nSecond "line", ${ODD[5]}` : null,
  AnnualRevenue: n % 4 === 0 ? n * 1000.25 : null,
  NumberOfEmployees: n,
  // All but the first ten belong to one of those.
  Parent: n < 10 ? null : nameOf((n * 7) % 10),
  Owner: n % 2 === 0 ? 'bea@example.com' : 'admin@example.com',
}));
const CONTACTS: readonly Row[] = numbers(500).map((n) => ({
  LastName: `Last ${n} ${ODD[n % 5]}`,
  FirstName: n % 2 === 0 ? `First ${n}` : null,
  Email: `contact${n}@example.com`,
  Birthdate: n % 5 === 0 ? `19${two(50 + (n % 40))}-02-28` : null,
  Account: nameOf(n % 300),
  // A circle of all of them.
  ReportsTo: `contact${(n + 1) % 500}@example.com`,
}));
const PROJECTS: readonly Row[] = numbers(100).map((n) => ({
  Name: `Project ${n}`,
  Account: nameOf(n),
  Tags__c: [null, 'Wind', 'Wind;Solar', 'Solar;Water, Wave'][n % 4],
  Start__c: `2026-${two((n % 12) + 1)}-${two((n % 28) + 1)}`,
  Kickoff__c: `2026-01-31T${two(n % 24)}:30:15.000+0000`,
  At__c: `${two(n % 24)}:15:00.000Z`,
  Budget__c: n * 1234.25,
  Share__c: n / 4,
  Active__c: n % 2 === 1,
  Notes__c: n % 2 === 0 ? `${'x'.repeat(300)}\n"${ODD[2]}"` : null,
  Level__c: [null, 'Low', 'High'][n % 3],
  RecordType: n % 2 === 0 ? 'Internal' : 'External',
}));
const MILESTONES: readonly Row[] = numbers(150).map((n) => ({
  Name: `Milestone ${n}`,
  Project: `Project ${n % 100}`,
}));

/** Records by name: in which order they are loaded is the importer's business. */
function byName(rows: readonly Row[]): readonly Row[] {
  const name = (row: Row): string => String(row['Email'] ?? row['Name']);
  return rows.toSorted((one, other) => (name(one) < name(other) ? -1 : 1));
}

const CONTENT = {
  accounts: byName(ACCOUNTS),
  contacts: byName(CONTACTS),
  projects: byName(PROJECTS),
  milestones: byName(MILESTONES),
};

const USERS = ['bea@example.com', 'cid@example.com'].map((username) => ({ username }));

/** The records of an org, by names in the place of ids. */
async function contentOf(run: DataRun): Promise<Record<string, readonly Row[]>> {
  const accounts = await run.query<Row & { Parent: Row | null; Owner: Row }>(
    "SELECT Name, Description, AnnualRevenue, NumberOfEmployees, Parent.Name, Owner.Username FROM Account WHERE Name != 'Other'",
  );
  const contacts = await run.query<Row & { Account: Row; ReportsTo: Row }>(
    "SELECT LastName, FirstName, Email, Birthdate, Account.Name, ReportsTo.Email FROM Contact WHERE LastName != 'Other'",
  );
  const projects = await run.query<Row & { Account__r: Row; RecordType: Row }>(
    `SELECT Name, Account__r.Name, Tags__c, Start__c, Kickoff__c, At__c, Budget__c, Share__c, Active__c, Notes__c, Level__c,
      RecordType.DeveloperName FROM Project__c`,
  );
  const milestones = await run.query<Row & { Project__r: Row }>(
    'SELECT Name, Project__r.Name FROM Milestone__c',
  );
  const content = {
    accounts: Array.from(accounts, ({ Parent, Owner, ...row }) => ({
      ...row,
      Parent: Parent?.['Name'] ?? null,
      Owner: Owner['Username'],
    })),
    contacts: Array.from(contacts, ({ Account, ReportsTo, ...row }) => ({
      ...row,
      Account: Account['Name'],
      ReportsTo: ReportsTo['Email'],
    })),
    projects: Array.from(projects, ({ Account__r, RecordType, ...row }) => ({
      ...row,
      Account: Account__r['Name'],
      RecordType: RecordType['DeveloperName'],
    })),
    milestones: Array.from(milestones, ({ Project__r, ...row }) => ({ ...row, Project: Project__r['Name'] })),
  };
  return Object.fromEntries(Object.entries(content).map(([name, rows]) => [name, byName(rows)]));
}

/** How records of the seed refer to one another. */
function reference(name: unknown): string {
  return `@${Buffer.from(String(name)).toString('hex')}`;
}

function attributes(type: string, name: unknown): { readonly type: string; readonly referenceId: string } {
  return { type, referenceId: reference(name).slice(1) };
}

async function openSource(folder: string): Promise<DataRun> {
  const org = await EmbeddedOrg.create({
    definitions: [PROJECT, MILESTONE],
    users: USERS,
    clock: () => new Date('2026-01-01T00:00:00Z'),
  });
  const run = new DataRun(org, folder);
  const [bea] = await run.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'bea@example.com'");
  const types = await run.query<{ Id: string; DeveloperName: string }>(
    'SELECT Id, DeveloperName FROM RecordType',
  );
  org.seed({
    records: [
      ...Array.from(ACCOUNTS, ({ Parent, Owner, ...row }) => ({
        attributes: attributes('Account', row['Name']),
        ...row,
        ...(Parent !== null && { ParentId: reference(Parent) }),
        ...(Owner === 'bea@example.com' && { OwnerId: bea!.Id }),
      })),
      ...Array.from(CONTACTS, ({ Account, ReportsTo, ...row }) => ({
        attributes: attributes('Contact', row['Email']),
        ...row,
        AccountId: reference(Account),
        // The circle is closed below: a seed loads parents first.
        ...(ReportsTo !== 'contact0@example.com' && { ReportsToId: reference(ReportsTo) }),
      })),
      ...Array.from(PROJECTS, ({ Account, RecordType, ...row }) => ({
        attributes: attributes('Project__c', row['Name']),
        ...row,
        Account__c: reference(Account),
        RecordTypeId: types.find(({ DeveloperName }) => DeveloperName === RecordType)!.Id,
      })),
      ...Array.from(MILESTONES, ({ Project, ...row }) => ({
        attributes: { type: 'Milestone__c' },
        ...row,
        Project__c: reference(Project),
      })),
    ],
  });
  const ends = await run.query<{ Id: string }>(
    "SELECT Id FROM Contact WHERE Email IN ('contact0@example.com', 'contact499@example.com') ORDER BY Email",
  );
  await org.transport.dispatch({
    method: 'PATCH',
    url: `${org.instanceUrl}/services/data/v67.0/sobjects/Contact/${ends[1]!.Id}`,
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ReportsToId: ends[0]!.Id }),
  });
  return run;
}

/** Another org: what is the same there has other ids. */
async function openTarget(folder: string): Promise<DataRun> {
  const org = await EmbeddedOrg.create({
    definitions: [{ ...PROJECT, recordTypes: PROJECT.recordTypes?.toReversed() }, MILESTONE],
    users: USERS.toReversed(),
    clock: () => new Date('2026-02-01T00:00:00Z'),
    seed: {
      records: [
        ...numbers(7).map(() => ({ attributes: { type: 'Account' }, Name: 'Other' })),
        { attributes: { type: 'Contact' }, LastName: 'Other' },
      ],
    },
  });
  return new DataRun(org, folder);
}

describe('an export that is imported into another org', () => {
  const closed: { close(): Promise<void> }[] = [];
  let folder: string;
  let source: DataRun;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
    source = await openSource(folder);
  });
  afterAll(async () => {
    for (const each of [source, ...closed]) await each.close();
    await rm(folder, { recursive: true });
  });

  it('begins with what is told below', async () => {
    expect(await contentOf(source)).toEqual(CONTENT);
  });

  it.each<[string, Partial<ExportCommandOptions>]>([
    ['CSV by REST', { bulk: 'never' }],
    ['CSV by bulk jobs', { bulk: 'always' }],
    ['JSON lines by REST', { format: 'jsonl', bulk: 'never' }],
    ['JSON lines by bulk jobs', { format: 'jsonl', bulk: 'always', createable: true }],
  ])('is the same there: %s', async (name, options) => {
    const path = join(folder, name.replaceAll(' ', '-'));
    const manifest = await source.export(
      { objects: ['Milestone__c', 'Contact', 'Project__c', 'Account'], ...options },
      path,
    );
    expect(manifest.objects.map((each) => [each.name, each.records])).toEqual([
      ['Account', 300],
      ['Contact', 500],
      ['Project__c', 100],
      ['Milestone__c', 150],
    ]);
    const target = await openTarget(path);
    closed.push(target);
    const { objects } = await target.import({ bulk: options.bulk });
    expect(target.exitCode).toBe(0);
    expect(objects).toEqual([
      { name: 'Account', created: 300, updated: 0, failed: 0, skipped: 0 },
      { name: 'Contact', created: 500, updated: 0, failed: 0, skipped: 0 },
      { name: 'Project__c', created: 100, updated: 0, failed: 0, skipped: 0 },
      { name: 'Milestone__c', created: 150, updated: 0, failed: 0, skipped: 0 },
    ]);
    expect(await contentOf(target)).toEqual(CONTENT);
  });

  it('writes the same file by REST as by bulk jobs', async () => {
    const [rest, bulk] = await Promise.all(
      ['CSV-by-REST', 'CSV-by-bulk-jobs'].map((name) =>
        readFile(join(folder, name, 'Project__c.csv'), 'utf8'),
      ),
    );
    expect(rest).toBe(bulk);
  });

  it('has parents of several objects there, and goes back into the org it comes from', async () => {
    const path = join(folder, 'tasks');
    const org = await EmbeddedOrg.create({
      seed: {
        records: [
          { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme' },
          { attributes: { type: 'Contact', referenceId: 'ann' }, LastName: 'Ann', AccountId: '@acme' },
          {
            attributes: { type: 'Task' },
            Subject: 'Call',
            WhatId: '@acme',
            WhoId: '@ann',
            ActivityDate: '2026-01-31',
          },
        ],
      },
    });
    const tasks = new DataRun(org, path);
    closed.push(tasks);
    const manifest = await tasks.export({
      query: ['SELECT Subject, WhatId, WhoId FROM Task'],
      with: ['parents'],
    });
    expect(manifest.objects.map(({ name }) => name)).toEqual(['Account', 'Contact', 'Task']);
    const soql = 'SELECT Subject, What.Name, Who.Name, Who.Type FROM Task';
    const task = { Subject: 'Call', What: { Name: 'Acme' }, Who: { Name: 'Ann', Type: 'Contact' } };
    const target = await openTarget(path);
    closed.push(target);
    await target.import();
    expect(await target.query(soql)).toEqual([task]);
    // Where the records come from, ids that are no part of the import are those of records that are there.
    await tasks.import({ objects: ['Task'] });
    expect(await tasks.query(soql)).toEqual([task, task]);
  });
});

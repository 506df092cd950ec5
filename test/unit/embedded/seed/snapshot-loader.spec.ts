import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DescribeSObjectResult } from '../../../../lib/protocol/describe.interface.js';
import { SnapshotWriter } from '../../../../lib/schema/snapshot/snapshot-writer.js';
import type { SnapshotRecords } from '../../../../lib/schema/snapshot/snapshot.interface.js';
import { describedBoat, describedField } from '../../../fixtures/described-object.js';
import { OrgClient } from '../../../support/org-client.js';

const BOAT = 'a0B000000000001EAA';
const RACER = '012000000000001AAA';
const SKIPPER = '005000000000001AAA';

const system = (name: string, type: string) =>
  describedField({ name, type, custom: false, createable: false, updateable: false });
const boat = (): DescribeSObjectResult => ({
  ...describedBoat(),
  fields: [
    ...describedBoat().fields,
    system('IsDeleted', 'boolean'),
    system('CreatedDate', 'datetime'),
    { ...system('CreatedById', 'reference'), referenceTo: ['User'], relationshipName: 'CreatedBy' },
    {
      ...system('OwnerId', 'reference'),
      createable: true,
      referenceTo: ['User'],
      relationshipName: 'Owner',
    },
  ],
});
const account: DescribeSObjectResult = {
  ...describedBoat(),
  name: 'Account',
  custom: false,
  keyPrefix: '001',
  label: 'Customer',
  recordTypeInfos: [],
  childRelationships: [],
  fields: [
    system('Id', 'id'),
    system('IsDeleted', 'boolean'),
    describedField({ name: 'Fleet__c', type: 'int' }),
  ],
};

describe('an org with a snapshot as its schema', () => {
  let folder: string;
  let client: OrgClient | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-loader-'));
  });
  afterEach(async () => {
    await client?.close();
    client = undefined;
    await rm(folder, { recursive: true });
  });

  async function open(describes: readonly DescribeSObjectResult[], records: readonly SnapshotRecords[] = []) {
    const path = join(folder, 'org.snapshot.gz');
    const writer = await SnapshotWriter.create(path, {
      createdAt: '2026-01-02T03:04:05Z',
      apiVersion: '67.0',
    });
    for (const described of describes) await writer.describe(described);
    for (const batch of records) await writer.records(batch);
    await writer.close();
    client = await OrgClient.open({ snapshot: path, database: join(folder, 'org.db') });
    return client;
  }

  it('has the custom objects of the snapshot beside the standard ones', async () => {
    await open([boat()]);
    const { body } = await client!.get<{ sobjects: { name: string }[] }>('/sobjects');
    const names = body.sobjects.map(({ name }) => name);
    expect(names).toContain('Boat__c');
    expect(names).toContain('Opportunity');
  });

  it('has its standard objects as the snapshot has them', async () => {
    await open([account]);
    const { body } = await client!.get<DescribeSObjectResult>('/sobjects/Account/describe');
    expect(body.label).toBe('Customer');
    expect(body.fields.map(({ name }) => name)).toEqual(['Id', 'IsDeleted', 'Fleet__c']);
  });

  it('has the record types of its objects as records', async () => {
    await open([boat()]);
    expect(await client!.query('SELECT Id, Name, DeveloperName, SobjectType FROM RecordType')).toMatchObject([
      { Id: RACER, Name: 'Racing Boat', DeveloperName: 'Racer', SobjectType: 'Boat__c' },
    ]);
  });

  it('has the records of the snapshot with their ids and dates, owned by the administrator where users are unknown', async () => {
    await open(
      [boat()],
      [
        {
          sobject: 'Boat__c',
          fields: ['Id', 'Name', 'RecordTypeId', 'Afloat__c', 'CreatedDate', 'OwnerId', 'Rig__c', 'Gone__c'],
          rows: [[BOAT, 'B-1', RACER, true, '2020-05-06T07:08:09.000+0000', SKIPPER, null, 'x']],
        },
      ],
    );
    const soql =
      'SELECT Id, Name, RecordType.DeveloperName, Afloat__c, CreatedDate, Owner.Username, Rig__c FROM Boat__c';
    expect(await client!.query(soql)).toMatchObject([
      {
        Id: BOAT,
        Name: 'B-1',
        RecordType: { DeveloperName: 'Racer' },
        Afloat__c: true,
        CreatedDate: '2020-05-06T07:08:09.000+0000',
        Owner: { Username: 'admin@example.com' },
        Rig__c: null,
      },
    ]);
  });

  it('keeps owners that the snapshot holds', async () => {
    await open(
      [boat()],
      [
        { sobject: 'Boat__c', fields: ['Id', 'Name', 'OwnerId'], rows: [[BOAT, 'B-1', SKIPPER]] },
        {
          sobject: 'User',
          fields: ['Id', 'Username', 'LastName', 'IsActive'],
          rows: [[SKIPPER, 'skipper@example.com', 'Skipper', true]],
        },
      ],
    );
    expect(await client!.query('SELECT Owner.Username FROM Boat__c')).toMatchObject([
      { Owner: { Username: 'skipper@example.com' } },
    ]);
  });

  it('numbers new records behind those of a snapshot that was taken of an embedded org', async () => {
    const rows = [['500Em0000000003IAA', '00001041']];
    await open([], [{ sobject: 'Case', fields: ['Id', 'CaseNumber'], rows }]);
    const { body } = await client!.post<{ id: string }>('/sobjects/Case', { Subject: 'Leak' });
    expect(body.id).toBe('500Em0000000004IAA');
    expect(await client!.query(`SELECT CaseNumber FROM Case WHERE Id = '${body.id}'`)).toMatchObject([
      { CaseNumber: '00001042' },
    ]);
  });

  it('loads the records once', async () => {
    const records = [{ sobject: 'Boat__c', fields: ['Id', 'Name'], rows: [[BOAT, 'B-1']] }];
    await open([boat()], records);
    await client!.close();
    await open([boat()], records);
    expect(await client!.query('SELECT Name FROM Boat__c')).toHaveLength(1);
  });

  it.each<[string, SnapshotRecords, string]>([
    [
      'unknown objects',
      { sobject: 'Raft__c', fields: ['Id'], rows: [] },
      'The snapshot has records of Raft__c, which the org does not have',
    ],
    [
      'no ids',
      { sobject: 'Boat__c', fields: ['Name'], rows: [['B-1']] },
      "The snapshot's Boat__c (record 1) has no Id",
    ],
    [
      'values of another type',
      {
        sobject: 'Boat__c',
        fields: ['Id', 'Length__c'],
        rows: [
          [BOAT, 12],
          [BOAT, 'long'],
        ],
      },
      "The snapshot's Boat__c (record 2) was refused for Length__c: ",
    ],
  ])('refuses records with %s', async (_, batch, message) => {
    await expect(open([boat()], [batch])).rejects.toThrow(message);
  });
});

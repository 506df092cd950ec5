import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  type EntityClass,
  getRepositoryToken,
  SalesforceModule,
  type SalesforceRepository,
} from '../../lib/index.js';
import { CliRun } from '../support/cli-run.js';
import { customField, customObject } from '../support/record-engine.js';

type Values = Readonly<Record<string, unknown>>;

const BOAT = customObject('Boat__c', [
  customField('Length_M__c', 'double', { precision: 5, scale: 1 }),
  customField('Kinds__c', 'multipicklist', {
    picklistValues: ['Sail', 'Motor'].map((value) => ({ value, label: value })),
    restrictedPicklist: true,
  }),
  customField('Skipper__c', 'reference', { referenceTo: ['Contact'], relationshipName: 'Skipper__r' }),
]);

/** An object with a record to make of it, a change to that, and relations to read with it; `@Account` is that record's id. */
interface Trial {
  readonly object: string;
  readonly values: Values;
  readonly change: Values;
  readonly relations?: readonly string[];
}

const DAY = '2026-03-02';
const START = new Date('2026-03-02T09:00:00Z');
const END = new Date('2026-03-02T10:00:00Z');

/** In an order in which each can point at those before it. */
const TRIALS: readonly Trial[] = [
  {
    object: 'Account',
    values: { name: 'Acme', industry: 'Energy', annualRevenue: 1e6 },
    change: { name: 'Apex' },
    relations: ['owner', 'createdBy'],
  },
  {
    object: 'Contact',
    values: { lastName: 'Doe', accountId: '@Account', birthdate: '1990-04-01' },
    change: { email: 'doe@example.com' },
    relations: ['account'],
  },
  {
    object: 'Lead',
    values: { lastName: 'Roe', company: 'Roe Ltd' },
    change: { rating: 'Hot' },
    relations: ['createdBy'],
  },
  { object: 'Campaign', values: { name: 'Spring' }, change: { startDate: DAY }, relations: ['owner'] },
  {
    object: 'CampaignMember',
    values: { campaignId: '@Campaign', contactId: '@Contact' },
    change: { status: 'Responded' },
    relations: ['campaign', 'contact'],
  },
  {
    object: 'Opportunity',
    values: { name: 'Boat', stageName: 'Prospecting', closeDate: DAY, accountId: '@Account' },
    change: { amount: 12.5 },
    relations: ['account'],
  },
  {
    object: 'OpportunityContactRole',
    values: { opportunityId: '@Opportunity', contactId: '@Contact' },
    change: { role: 'Decision Maker' },
    relations: ['contact'],
  },
  {
    object: 'Case',
    values: { subject: 'Leak', origin: 'Phone', accountId: '@Account' },
    change: { priority: 'High' },
    relations: ['account'],
  },
  {
    object: 'CaseComment',
    values: { parentId: '@Case', commentBody: 'Seen.' },
    change: { commentBody: 'Solved.' },
    relations: ['parent'],
  },
  {
    object: 'Solution',
    values: { solutionName: 'Caulk it' },
    change: { solutionNote: 'Twice.' },
    relations: ['owner'],
  },
  {
    object: 'Product2',
    values: { name: 'Hull', isActive: true },
    change: { productCode: 'H1' },
    relations: ['createdBy'],
  },
  { object: 'Pricebook2', values: { name: 'Retail', isActive: true }, change: { description: 'All' } },
  {
    object: 'Asset',
    values: { name: 'Hull 7', accountId: '@Account' },
    change: { quantity: 2 },
    relations: ['account'],
  },
  {
    object: 'Contract',
    values: { accountId: '@Account', status: 'Draft', startDate: DAY, contractTerm: 12 },
    change: { contractTerm: 24 },
    relations: ['account'],
  },
  {
    object: 'Order',
    values: { accountId: '@Account', effectiveDate: DAY, status: 'Draft' },
    change: { description: 'Soon' },
    relations: ['account'],
  },
  {
    object: 'Task',
    values: { subject: 'Call', whatId: '@Account', whoId: '@Contact', activityDate: DAY },
    change: { priority: 'High' },
  },
  {
    object: 'Event',
    values: { subject: 'Launch', startDateTime: START, endDateTime: END },
    change: { location: 'Quay' },
  },
  { object: 'Note', values: { title: 'Tide', parentId: '@Account' }, change: { body: 'High at noon' } },
  { object: 'Individual', values: { lastName: 'Poe' }, change: { firstName: 'Edgar' } },
  {
    object: 'WorkOrder',
    values: { subject: 'Refit', accountId: '@Account' },
    change: { subject: 'Refit twice' },
    relations: ['account'],
  },
  { object: 'Location', values: { name: 'Dock', locationType: 'Warehouse' }, change: { isMobile: true } },
  {
    object: 'Entitlement',
    values: { name: 'Gold', accountId: '@Account' },
    change: { startDate: DAY },
    relations: ['account'],
  },
  {
    object: 'Group',
    values: { name: 'Crew', developerName: 'Crew', type: 'Regular' },
    change: { name: 'Crews' },
  },
  { object: 'Topic', values: { name: 'Boats' }, change: { description: 'All of them' } },
  {
    object: 'Boat__c',
    values: { name: 'Ada', lengthM: 12.5, kinds: ['Sail', 'Motor'], skipperId: '@Contact' },
    change: { kinds: ['Sail'] },
    relations: ['skipper'],
  },
];

describe('generated entities', () => {
  let folder: string;
  let org: EmbeddedOrg;
  let app: INestApplicationContext;
  let entities: Record<string, EntityClass>;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generated-e2e-'));
    org = await EmbeddedOrg.create();
    org.define([BOAT]);
    const { url } = await org.listen();
    await writeFile(
      join(folder, 'session.json'),
      JSON.stringify({ accessToken: org.accessToken, instanceUrl: url }),
    );
    await writeFile(join(folder, 'package.json'), '{}');
    const objects = [...TRIALS.map(({ object }) => object), 'User'];
    const run = await CliRun.of(['inspect', ...objects, '-o', 'session:session.json', '--out', 'entities'], {
      cwd: folder,
    });
    expect([run.code, run.errors]).toEqual([0, '']);
    entities = (await import(pathToFileURL(join(folder, 'entities/index.ts')).href)) as Record<
      string,
      EntityClass
    >;
    const module = await Test.createTestingModule({
      imports: [
        SalesforceModule.forRoot({
          auth: { flow: 'session', accessToken: org.accessToken, instanceUrl: url },
        }),
        SalesforceModule.forFeature(TRIALS.map(({ object }) => entityOf(object))),
      ],
    }).compile();
    app = await module.init();
  }, 60_000);

  afterAll(async () => {
    await app?.close();
    await org?.close();
    await rm(folder, { recursive: true });
  });

  const entityOf = (object: string): EntityClass => {
    const entity = entities[object.replace('__c', '')];
    if (!entity) throw new TypeError(`${object} was not generated`);
    return entity;
  };
  const repositoryOf = (object: string) =>
    app.get<SalesforceRepository<object>>(getRepositoryToken(entityOf(object)));
  const filled = (values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && value.startsWith('@') ? ids.get(value.slice(1)) : value,
      ]),
    );

  async function makeAndChange({ object, values, change, relations = [] }: Trial): Promise<void> {
    const repository = repositoryOf(object);
    const { id } = (await repository.insert(filled(values) as never)) as unknown as { readonly id: string };
    ids.set(object, id);
    const read = [...Object.keys(values), ...Object.keys(change)].map((name) => [name, true]);
    const parents = relations.map((name) => [name, { id: true }]);
    const query = {
      where: { id },
      select: { id: true, ...Object.fromEntries(read), ...Object.fromEntries(parents) },
    };
    const found = await repository.findOneOrFail(query as never);
    expect(found).toMatchObject({ id, ...filled(values) });
    for (const relation of relations) expect(found).toHaveProperty(`${relation}.id`);
    await repository.update(id, change as never);
    expect(await repository.findOneOrFail(query as never)).toMatchObject({ id, ...change });
  }

  async function readChildrenAndAnyParent(): Promise<void> {
    const contacts = { select: { lastName: true, boats: { select: { name: true } } } };
    const account = { where: { id: ids.get('Account') }, select: { name: true, contacts } };
    expect(await repositoryOf('Account').findOneOrFail(account as never)).toMatchObject({
      name: 'Apex',
      contacts: [{ lastName: 'Doe', boats: [{ name: 'Ada' }] }],
    });
    const task = { where: {}, select: { what: { Account: { name: true } } } };
    expect(await repositoryOf('Task').findOneOrFail(task as never)).toMatchObject({
      what: { $type: 'Account', name: 'Apex' },
    });
  }

  async function remove({ object }: Trial): Promise<void> {
    const repository = repositoryOf(object);
    const id = ids.get(object) ?? '';
    await repository.delete(id);
    expect(await repository.findOne({ where: { id } } as never)).toBeNull();
  }

  it('work at once: records of 25 objects are created, found with their relations, changed and deleted', async () => {
    expect(TRIALS).toHaveLength(25);
    for (const trial of TRIALS) await makeAndChange(trial);
    await readChildrenAndAnyParent();
    for (const trial of TRIALS.toReversed()) await remove(trial);
  });
});

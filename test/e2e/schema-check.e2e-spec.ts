import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  Children,
  Field,
  Id,
  Lookup,
  type Related,
  SalesforceConnection,
  SalesforceModule,
  type SalesforceModuleOptions,
  SchemaMismatchException,
  type SObjectDefinition,
  SObject,
} from '../../lib/index.js';

@SObject({ custom: true })
class Boat {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ custom: true, type: 'double', precision: 18, scale: 2 }) tonnage!: number | null;
  @Field({ custom: true, type: 'string', length: 40, label: 'Home Port' }) homePort!: string | null;
  @Field({ custom: true, picklist: ['Sloop', 'Ketch'] }) rig!: 'Sloop' | 'Ketch' | null;
  @Children(() => Berth, 'boat') berths?: Related<Berth[]>;
}

@SObject({ custom: true })
class Berth {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ custom: true, type: 'reference' }) boatId!: string | null;
  @Lookup(() => Boat, 'boatId') boat?: Related<Boat> | null;
}

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field({ nillable: false }) name!: string;
  @Field({ type: 'picklist' }) rating!: string | null;
}

const object = (name: string, fields: SObjectDefinition['fields']): SObjectDefinition => ({
  name: `${name}__c`,
  label: name,
  labelPlural: `${name}s`,
  keyPrefix: null,
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields,
});

const writable = { custom: true, createable: true, updateable: true, nillable: true };

/** The org as it was when the entities were written. */
const boat = object('Boat', [
  { ...writable, name: 'Tonnage__c', label: 'Tonnage', type: 'double', precision: 18, scale: 2 },
  { ...writable, name: 'HomePort__c', label: 'Home Port', type: 'string', length: 40 },
  {
    ...writable,
    name: 'Rig__c',
    label: 'Rig',
    type: 'picklist',
    restrictedPicklist: true,
    picklistValues: [
      { value: 'Sloop', label: 'Sloop' },
      { value: 'Ketch', label: 'Ketch' },
    ],
  },
]);

const berth = object('Berth', [
  {
    ...writable,
    name: 'Boat__c',
    label: 'Boat',
    type: 'reference',
    referenceTo: ['Boat__c'],
    relationshipName: 'Boat__r',
    childRelationshipName: 'Berths__r',
  },
]);

const changed = (definition: SObjectDefinition, name: string, more: object | null): SObjectDefinition => ({
  ...definition,
  fields: definition.fields.flatMap((field) =>
    field.name === name ? (more ? [{ ...field, ...more }] : []) : [field],
  ),
});

/** As to a real org: an embedded one would take over what entities declare. */
const sessionAt = (org: EmbeddedOrg) =>
  ({ flow: 'session', accessToken: org.accessToken, instanceUrl: org.instanceUrl }) as const;

describe('checking entities against an org', () => {
  const open: { close(): Promise<void> }[] = [];
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((text: unknown) => {
      warnings.push(String(text));
    });
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    for (const one of open.splice(0).toReversed()) await one.close();
  });

  const orgWith = async (...definitions: readonly SObjectDefinition[]): Promise<EmbeddedOrg> => {
    const org = await EmbeddedOrg.create({ definitions });
    open.push(org);
    return org;
  };

  const connected = (org: EmbeddedOrg): SalesforceConnection => {
    const connection = new SalesforceConnection(
      'default',
      { auth: sessionAt(org) },
      { transport: org.transport },
    );
    open.push(connection);
    return connection;
  };

  const boot = async (
    org: EmbeddedOrg,
    checkSchema: SalesforceModuleOptions['checkSchema'],
    entities = [Boat, Berth],
  ): Promise<TestingModule> => {
    const { url } = await org.listen();
    const auth = { ...sessionAt(org), instanceUrl: url };
    const module = Test.createTestingModule({
      imports: [SalesforceModule.forRoot({ auth, checkSchema }), SalesforceModule.forFeature(entities)],
    });
    const app = await module.compile();
    open.push(app);
    return app.init();
  };

  it('finds nothing where both are of one make', async () => {
    const connection = connected(await orgWith(boat, berth));
    expect(await connection.checkSchema([Boat, Berth, Account])).toEqual({
      entities: 3,
      findings: [],
      counts: { error: 0, warning: 0, info: 0 },
    });
  });

  it('finds what was renamed, dropped and changed', async () => {
    const renamed = changed(boat, 'HomePort__c', { name: 'Harbour__c' });
    const dropped = changed(renamed, 'Rig__c', null);
    const org = await orgWith(changed(dropped, 'Tonnage__c', { precision: 10 }), berth);
    const { findings } = await connected(org).checkSchema([Boat, Berth]);
    expect(findings.map(({ severity, message, fix }) => [severity, message, fix])).toEqual([
      [
        'error',
        'Boat.homePort (HomePort__c) is not in the org, or the connected user may not see it; it seems to be called Harbour__c now.',
        "Say apiName: 'Harbour__c'.",
      ],
      [
        'error',
        'Boat.rig (Rig__c) is not in the org, or the connected user may not see it: every query that names it is refused.',
        'Create it in the org, let the user read it, or remove the property.',
      ],
      [
        'warning',
        'Boat.tonnage (Tonnage__c) has 18 digits, 2 of them of the fraction, here and 10 digits, 2 of them of the fraction, in the org: larger numbers are refused.',
        'Say precision: 10 and scale: 2.',
      ],
    ]);
  });

  it('tells what the connected user may not do or see from what is not there', async () => {
    const org = await orgWith(boat, berth);
    org.setPermissions(org.username, {
      objects: { Account: { delete: false }, Berth__c: { read: false } },
      fields: { 'Boat__c.Rig__c': 'none', 'Boat__c.Tonnage__c': 'read' },
    });
    const { findings } = await connected(org).checkSchema([Boat, Berth, Account]);
    expect(
      findings.map(({ severity, code, entity, property }) => [severity, code, entity, property]),
    ).toEqual([
      ['error', 'field-hidden', 'Boat', 'rig'],
      ['error', 'children', 'Boat', 'berths'],
      ['error', 'object-hidden', 'Berth', undefined],
      ['warning', 'field-access', 'Boat', 'tonnage'],
      ['warning', 'object-access', 'Account', undefined],
    ]);
  });

  it('checks what the connection has met when no entities are given', async () => {
    const connection = connected(await orgWith(boat, berth));
    connection.entities.register(Boat);
    expect(await connection.checkSchema()).toMatchObject({ entities: 2 });
  });

  it('costs two calls for up to 25 entities of an org that has them all', async () => {
    const org = await orgWith(boat, berth);
    await connected(org).checkSchema([Boat, Berth, Account]);
    expect(org.requests.apiCalls).toBe(2);
  });

  describe('at boot', () => {
    const drifted = changed(boat, 'Rig__c', null);

    it('lets an application boot in whatever state the org is, unless it is asked to', async () => {
      const org = await orgWith(drifted, berth);
      await boot(org, undefined);
      expect(warnings).toEqual([]);
      expect(org.requests.lines).toEqual([]);
    });

    it('logs what would break', async () => {
      await boot(await orgWith(drifted, berth), 'warn');
      expect(warnings).toEqual([
        "Entities and the org of the connection 'default' differ (1 error):\n" +
          'error: Boat.rig (Rig__c) is not in the org, or the connected user may not see it: every query that names it is ' +
          'refused. Create it in the org, let the user read it, or remove the property.',
      ]);
    });

    it('fails the boot, naming every error', async () => {
      const org = await orgWith(changed(drifted, 'HomePort__c', { type: 'boolean' }), berth);
      const failing = boot(org, 'fail');
      await expect(failing).rejects.toThrow(SchemaMismatchException);
      await expect(failing).rejects.toThrow(
        /differ \(2 errors\):\nerror: Boat\.homePort .*\nerror: Boat\.rig /,
      );
    });

    it('boots where there are warnings alone, and logs them', async () => {
      await boot(await orgWith(changed(boat, 'HomePort__c', { length: 20 }), berth), 'fail');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(
        '(1 warning):\nwarning: Boat.homePort (HomePort__c) holds 40 characters here and 20',
      );
    });

    it('boots without an org that can be asked, unless it must be', async () => {
      const auth = { flow: 'session', accessToken: '00D!secret', instanceUrl: 'http://127.0.0.1:9' } as const;
      const booted = async (checkSchema: 'warn' | 'fail') => {
        const app = await Test.createTestingModule({
          imports: [SalesforceModule.forRoot({ auth, checkSchema }), SalesforceModule.forFeature([Boat])],
        }).compile();
        open.push(app);
        return app.init();
      };
      await booted('warn');
      expect(warnings[1]).toContain('Entities were not compared with the org: ');
      await expect(booted('fail')).rejects.toMatchObject({ name: 'SalesforceNetworkException' });
    });
  });
});

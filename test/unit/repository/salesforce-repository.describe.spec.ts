import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { PermissionDeniedException } from '../../../lib/exceptions/permission-denied.exception.js';
import { SchemaMismatchException } from '../../../lib/exceptions/schema-mismatch.exception.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { getRepository } from '../../../lib/repository/repository.factory.js';
import { describedBoat } from '../../fixtures/described-object.js';
import { type Answer, ScriptedTransport, Status } from '../../support/scripted-transport.js';

@SObject({ custom: true })
class Boat {
  @Id() readonly id!: string;
  @Field({ type: 'picklist', custom: true }) rig!: 'Sloop' | 'Cat' | null;
  @Field({ type: 'picklist', custom: true }) sail!: string | null;
  @Field({ type: 'picklist', custom: true }) code!: string | null;
  @Field({ type: 'picklist', custom: true }) flag!: string | null;
}

const BOAT = 'sobjects/Boat__c/describe';
const RACER = '012000000000001AAA';

function boatsAnswering(answer: Answer = () => undefined) {
  const transport = new ScriptedTransport((call) => (call.path === BOAT ? describedBoat() : answer(call)));
  const warnings: string[] = [];
  const logger = { error() {}, log() {}, debug() {}, warn: (text: string) => void warnings.push(text) };
  const auth = {
    flow: 'session',
    accessToken: 'token',
    instanceUrl: 'https://acme.my.salesforce.com',
  } as const;
  const connection = new SalesforceConnection('default', { auth }, { transport, logger });
  return { transport, warnings, boats: getRepository(connection, Boat) };
}

describe('SalesforceRepository, of what the org says', () => {
  it('describes the object, its fields by property', async () => {
    const { boats } = boatsAnswering();
    const { name, labelPlural, deletable, fields } = await boats.describe();
    expect([name, labelPlural, deletable]).toEqual(['Boat__c', 'Boats', true]);
    expect(Object.keys(fields)).toEqual(['id', 'rig', 'sail', 'code']);
    expect(fields.rig).toMatchObject({ name: 'Rig__c', type: 'picklist', restrictedPicklist: true });
    expect(fields.flag).toBeUndefined();
  });

  it('gives the record types, those that may not be chosen among them', async () => {
    const { boats } = boatsAnswering();
    expect(await boats.recordTypes()).toEqual([
      {
        developerName: 'Racer',
        name: 'Racing Boat',
        recordTypeId: RACER,
        available: false,
        isDefault: true,
      },
      { developerName: 'Master', name: 'Master', recordTypeId: '012000000000000AAA', master: true },
    ]);
  });

  it('knows the record type that every object has where the org does not name it', async () => {
    const transport = new ScriptedTransport(() => ({ ...describedBoat(), recordTypeInfos: [] }));
    const auth = {
      flow: 'session',
      accessToken: 'token',
      instanceUrl: 'https://acme.my.salesforce.com',
    } as const;
    const boats = getRepository(new SalesforceConnection('default', { auth }, { transport }), Boat);
    expect(await boats.recordTypes()).toEqual([
      { developerName: 'Master', name: 'Master', recordTypeId: '012000000000000AAA', master: true },
    ]);
  });

  it('gives the values of a picklist, dependent ones by what they go with', async () => {
    const { boats, transport } = boatsAnswering();
    expect(await boats.picklist('rig')).toEqual({
      field: 'Rig__c',
      restricted: true,
      choices: [{ value: 'Sloop', label: 'Sloop', isDefault: true }],
      inactive: ['Cat'],
    });
    const sails = await boats.picklist('sail');
    expect(sails.choicesFor('Sloop').map(({ value }) => value)).toEqual(['Jib']);
    expect(transport.calls.map(({ path }) => path)).toEqual([BOAT, BOAT]);
  });

  it.each(['Racer', 'racer', RACER, RACER.slice(0, 15)])(
    'gives those of the record type %s',
    async (recordType) => {
      const { boats, transport } = boatsAnswering(() => ({
        controllerValues: { Sloop: 0, Cat: 1 },
        defaultValue: null,
        values: [{ attributes: null, label: 'Spinnaker', validFor: [1], value: 'Spi' }],
      }));
      const { choices } = await boats.picklist('sail', { recordType });
      expect(choices).toEqual([{ value: 'Spi', label: 'Spinnaker', isDefault: false, validFor: ['Cat'] }]);
      expect(transport.calls[1]?.path).toBe(`ui-api/object-info/Boat__c/picklist-values/${RACER}/Sail__c`);
    },
  );

  it.each([
    [400, [{ errorCode: 'INVALID_TYPE', message: 'Object [[Boat__c]] is not supported in UI API' }]],
    [404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]],
    [403, [{ errorCode: 'FUNCTIONALITY_NOT_ENABLED', message: 'UI API is not enabled' }]],
  ])('gives all values, and says so, where the answer is %d', async (status, body) => {
    const { boats, warnings } = boatsAnswering(() => new Status(status, body));
    const { choices } = await boats.picklist('rig', { recordType: 'Master' });
    expect(choices.map(({ value }) => value)).toEqual(['Sloop']);
    expect(warnings.filter((text) => text.startsWith('The user interface API'))).toEqual([
      'The user interface API does not serve Boat__c.Rig__c: its values are given whatever the record type, Master or another.',
    ]);
  });

  it('passes on what else goes wrong', async () => {
    const { boats } = boatsAnswering(
      () => new Status(403, [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'No' }]),
    );
    await expect(boats.picklist('rig', { recordType: 'Racer' })).rejects.toThrow(PermissionDeniedException);
  });

  it.each([
    ['nothing', {}, InvalidQueryException, 'Boat.nothing is not mapped'],
    [
      'rig',
      { recordType: 'Raser' },
      InvalidQueryException,
      "Boat__c has no record type 'Raser', or the connected user may not see it. Is 'Racer' meant?",
    ],
    ['rig', { recordType: 'Houseboat' }, InvalidQueryException, 'There are: Racer, Master.'],
    [
      'code',
      {},
      SchemaMismatchException,
      'Boat.code (Code__c) is no picklist in the org but of the type string.',
    ],
    [
      'flag',
      {},
      SchemaMismatchException,
      'Boat.flag (Flag__c) is not in the org, or the connected user may not see it.',
    ],
  ])('refuses %s with %p', async (property, options, exception, message) => {
    const { boats } = boatsAnswering();
    const failing = boats.picklist(property as 'rig', options);
    await expect(failing).rejects.toThrow(exception);
    await expect(failing).rejects.toThrow(message);
  });
});

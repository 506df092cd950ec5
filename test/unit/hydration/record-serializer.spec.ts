import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidWriteException } from '../../../lib/exceptions/invalid-write.exception.js';
import { serializeRecord, type WriteOperation } from '../../../lib/hydration/record-serializer.js';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { Related } from '../../../lib/metadata/related.js';

@SObject({ custom: true })
class Visit {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'textarea', custom: true }) notes!: string | null;
  @Field({ type: 'picklist', custom: true }) outcome!: string | null;
  @Field({ type: 'multipicklist', custom: true }) topics!: string[] | null;
  @Field({ custom: true }) paid!: boolean;
  @Field({ type: 'int', custom: true }) guests!: number | null;
  @Field({ type: 'currency', custom: true }) cost!: number | null;
  @Field({ type: 'date', custom: true }) day!: `${number}-${number}-${number}` | null;
  @Field({ type: 'datetime', custom: true }) startedAt!: Date | null;
  @Field({ type: 'time', custom: true }) opensAt!: `${number}:${number}:${string}` | null;
  @Field({ type: 'location', custom: true }) place!: {
    readonly latitude: number | null;
    readonly longitude: number | null;
  } | null;
  @Field({ type: 'string', custom: true, updatable: false }) origin!: string | null;
  @Field({ type: 'string', custom: true, creatable: false }) verdict!: string | null;
  @Field({ type: 'base64', custom: true }) photo!: Binary | null;
  @Field() readonly createdDate!: Date;
  @Field({ custom: true }) previousVisitId!: string;
  @Lookup(() => Visit, 'previousVisitId') previousVisit?: Related<Visit> | null;
  @Children(() => Visit, 'previousVisit', { relationshipName: 'FollowUps__r' }) followUps?: Related<Visit[]>;
}

const visit = new EntityMetadataStorage().get(Visit);

const refusal = (values: object, operation: WriteOperation = 'insert'): InvalidWriteException => {
  try {
    serializeRecord(visit, values, operation);
  } catch (error) {
    if (error instanceof InvalidWriteException) return error;
    throw error;
  }
  throw new Error('was not refused');
};

describe('serializeRecord', () => {
  it('names fields by API name', () => {
    expect(serializeRecord(visit, { name: 'First', notes: 'n' }, 'insert')).toEqual({
      Name: 'First',
      Notes__c: 'n',
    });
  });

  it('leaves to others how content travels', () => {
    const photo = Binary.of('pixels');
    expect(serializeRecord(visit, { photo }, 'insert')['Photo__c']).toBe(photo);
  });

  it('skips undefined, keeps null, and writes the foreign key of a parent', () => {
    expect(
      serializeRecord(
        visit,
        { name: undefined, notes: null, previousVisitId: 'a00000000000001AAA' },
        'update',
      ),
    ).toEqual({ Notes__c: null, PreviousVisit__c: 'a00000000000001AAA' });
  });

  it('skips what says the kind of a polymorphic parent', () => {
    const body = serializeRecord(visit, { $type: 'Visit', notes: 'seen' }, 'update');
    expect(body).toEqual({ Notes__c: 'seen' });
  });

  it('takes a new instance of the entity class, whose other properties are undefined', () => {
    expect(serializeRecord(visit, Object.assign(new Visit(), { name: 'First' }), 'insert')).toEqual({
      Name: 'First',
    });
  });

  it.each<[string, object, Record<string, unknown>]>([
    ['a boolean', { paid: false }, { Paid__c: false }],
    ['an integer', { guests: -3 }, { Guests__c: -3 }],
    ['a decimal', { cost: 0.1 }, { Cost__c: 0.1 }],
    ['a day', { day: '2024-02-29' }, { Day__c: '2024-02-29' }],
    [
      'an instant, in UTC',
      { startedAt: new Date('2026-03-01T01:30:00.250+02:00') },
      { StartedAt__c: '2026-02-28T23:30:00.250Z' },
    ],
    ['a time of day', { opensAt: '08:30:00' }, { OpensAt__c: '08:30:00.000Z' }],
    ['a time of day with a short fraction', { opensAt: '08:30:00.5Z' }, { OpensAt__c: '08:30:00.500Z' }],
    ['a picklist value', { outcome: 'Won' }, { Outcome__c: 'Won' }],
    ['several values of a multi-picklist', { topics: ['Price', 'Terms'] }, { Topics__c: 'Price;Terms' }],
    ['no value of a multi-picklist, which clears it', { topics: [] }, { Topics__c: null }],
    ['no content', { photo: null }, { Photo__c: null }],
    ['an empty text, which the org stores as no value', { notes: '' }, { Notes__c: '' }],
  ])('writes %s', (_, values, body) => {
    expect(serializeRecord(visit, values, 'insert')).toEqual(body);
  });

  it.each<[object, string]>([
    [{ name: 5 }, 'Visit.name is a field of type string and expects a string, but was given a number.'],
    [{ paid: 'yes' }, 'Visit.paid is a field of type boolean and expects a boolean, but was given a string.'],
    [
      { guests: 1.5 },
      'Visit.guests is a field of type int and expects an integer that a number holds exactly, but was given a number.',
    ],
    [
      { cost: Number.NaN },
      'Visit.cost is a field of type currency and expects a finite number, but was given NaN.',
    ],
    [
      { cost: '12' },
      'Visit.cost is a field of type currency and expects a finite number, but was given a string.',
    ],
    [
      { day: new Date(0) },
      "Visit.day is a field of type date and expects a day as text, 'YYYY-MM-DD'; DateString.from(date, timeZone) makes one of a Date, but was given a Date.",
    ],
    [
      { day: '2026-02-30' },
      "Visit.day is a field of type date and expects a day as text, 'YYYY-MM-DD'; DateString.from(date, timeZone) makes one of a Date, but was given a string.",
    ],
    [
      { startedAt: '2026-01-01T00:00:00Z' },
      'Visit.startedAt is a field of type datetime and expects a valid Date, but was given a string.',
    ],
    [
      { startedAt: new Date('nonsense') },
      'Visit.startedAt is a field of type datetime and expects a valid Date, but was given an invalid Date.',
    ],
    [
      { opensAt: '24:00:00' },
      "Visit.opensAt is a field of type time and expects a time of day as text, 'HH:mm:ss' or 'HH:mm:ss.SSSZ', but was given a string.",
    ],
    [
      { topics: ['Price;Terms'] },
      "Visit.topics is a field of type multipicklist and expects an array of values, none of them empty or with a ';' in it, but was given an array.",
    ],
    [
      { topics: 'Price' },
      "Visit.topics is a field of type multipicklist and expects an array of values, none of them empty or with a ';' in it, but was given a string.",
    ],
    [
      { photo: 'AP+A' },
      'Visit.photo is a field of type base64 and expects content, which Binary.of() makes of bytes, a text or a stream, but was given a string.',
    ],
    [
      { photo: Uint8Array.of(1) },
      'Visit.photo is a field of type base64 and expects content, which Binary.of() makes of bytes, a text or a stream, but was given an object.',
    ],
    [
      { place: { latitude: 1, longitude: 2 } },
      'Visit.place cannot be written by an insert: it is composed of other fields, which are written instead. Leave it out.',
    ],
  ])('refuses %j', (values, message) => {
    expect(refusal(values).message).toBe(message);
  });

  it.each<[WriteOperation, object, string, string[]]>([
    [
      'insert',
      { id: 'a00000000000001AAA' },
      'Visit.id cannot be written by an insert: it is the id of the record, which Salesforce assigns. Leave it out.',
      ['Id'],
    ],
    [
      'update',
      { createdDate: new Date() },
      'Visit.createdDate cannot be written by an update: it is read-only. Leave it out.',
      ['CreatedDate'],
    ],
    [
      'update',
      { origin: 'web' },
      'Visit.origin cannot be written by an update: it can only be set when the record is created. Leave it out.',
      ['Origin__c'],
    ],
    [
      'insert',
      { verdict: 'good' },
      'Visit.verdict cannot be written by an insert: it can only be set on a record that exists. Leave it out.',
      ['Verdict__c'],
    ],
    [
      'insert',
      { previousVisit: {} },
      "Visit.previousVisit is a relation: write its foreign key 'previousVisitId' instead.",
      [],
    ],
    [
      'insert',
      { followUps: [] },
      'Visit.followUps holds child records: write them through their own repository.',
      [],
    ],
    [
      'insert',
      { Notes__c: 'n' },
      "Visit.Notes__c is no property but an API name: write the property 'notes' instead.",
      [],
    ],
    [
      'insert',
      { nmae: 'n' },
      'Visit.nmae is no mapped field: declare it with @Field(), or leave it out.',
      [],
    ],
  ])('on %s refuses %j', (operation, values, message, fields) => {
    const exception = refusal(values, operation);
    expect(exception.message).toBe(message);
    expect(exception.fields).toEqual(fields);
  });

  it.each([[null], [undefined], ['Acme']])('refuses %j in the place of values', (values) => {
    expect(refusal(values as unknown as object).message).toBe(
      'Visit: the values of an insert are an object of properties.',
    );
  });

  it('leaves to the org whether an upsert creates or updates', () => {
    expect(serializeRecord(visit, { origin: 'web', verdict: 'good' }, 'upsert')).toEqual({
      Origin__c: 'web',
      Verdict__c: 'good',
    });
  });

  it('says which record of many it refuses, and never its value', () => {
    expect(() => serializeRecord(visit, { cost: 'secret' }, 'insert', 'Visit[3]')).toThrow(
      'Visit[3].cost is a field of type currency and expects a finite number, but was given a string.',
    );
  });
});

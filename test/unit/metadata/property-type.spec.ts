import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { holds, propertyTypeFor, propertyTypeOf } from '../../../lib/metadata/property-type.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { DateString } from '../../../lib/protocol/date-string.js';
import type { FieldType } from '../../../lib/protocol/field-type.type.js';
import { TimeString } from '../../../lib/protocol/time-string.js';

function classWith(designType: unknown) {
  class Entity {}
  Reflect.defineMetadata('design:type', designType, Entity.prototype, 'property');
  return Entity;
}

class Money {}

describe('propertyTypeOf', () => {
  it.each([
    ['String', String, { name: 'string', fieldType: 'string' }],
    ['Number', Number, { name: 'number', fieldType: 'double' }],
    ['Boolean', Boolean, { name: 'boolean', fieldType: 'boolean' }],
    ['Date', Date, { name: 'Date', fieldType: 'datetime' }],
    ['the companion object of DateString', DateString, { name: 'DateString', fieldType: 'date' }],
    ['the companion object of TimeString', TimeString, { name: 'TimeString', fieldType: 'time' }],
    ['Binary', Binary, { name: 'Binary', fieldType: 'base64' }],
    ['Array', Array, { name: 'array' }],
    ['a class', Money, { name: 'Money' }],
    ['an enum of texts', { Hot: 'hot', Cold: 'cold' }, { name: 'string', fieldType: 'string' }],
  ])('reads %s', (_, designType, expected) => {
    expect(propertyTypeOf(classWith(designType), 'property')).toEqual(expected);
  });

  it.each([
    ['Object', Object],
    ['nothing', undefined],
    ['an enum of numbers', { Low: 0, 0: 'Low' }],
  ])('knows nothing from %s', (_, designType) => {
    expect(propertyTypeOf(classWith(designType), 'property')).toBeUndefined();
  });

  it('knows nothing of a property without metadata', () => {
    const entity = classWith(String);
    Reflect.deleteMetadata('design:type', entity.prototype, 'property');
    expect(propertyTypeOf(entity, 'property')).toBeUndefined();
  });

  it('does without reflect-metadata', () => {
    const { getMetadata } = Reflect;
    const entity = classWith(String);
    try {
      Reflect.deleteProperty(Reflect, 'getMetadata');
      expect(propertyTypeOf(entity, 'property')).toBeUndefined();
    } finally {
      Object.assign(Reflect, { getMetadata });
    }
  });
});

describe('propertyTypeFor', () => {
  it.each<[FieldType, string | undefined]>([
    ['textarea', 'string'],
    ['reference', 'string'],
    ['currency', 'number'],
    ['long', 'number'],
    ['boolean', 'boolean'],
    ['datetime', 'Date'],
    ['date', 'DateString'],
    ['time', 'TimeString'],
    ['multipicklist', 'array'],
    ['address', 'Address'],
    ['location', 'Geolocation'],
    ['anyType', undefined],
  ])('of %s is %s', (type, name) => {
    expect(propertyTypeFor(type)).toBe(name);
  });
});

describe('holds', () => {
  it.each<[string, FieldType, boolean]>([
    ['string', 'picklist', true],
    ['string', 'date', true],
    ['DateString', 'date', true],
    ['Date', 'date', false],
    ['string', 'datetime', false],
    ['string', 'time', true],
    ['TimeString', 'date', false],
    ['number', 'percent', true],
    ['string', 'double', false],
    ['boolean', 'string', false],
    ['array', 'multipicklist', true],
    ['string', 'multipicklist', false],
    ['Money', 'anyType', true],
  ])('a property of %s a field of type %s: %s', (name, type, expected) => {
    expect(holds({ name }, type)).toBe(expected);
  });

  it("lets a class of the application's own stand for a compound, but no text", () => {
    expect(holds(propertyTypeOf(classWith(Money), 'property')!, 'location')).toBe(true);
    expect(holds(propertyTypeOf(classWith(String), 'property')!, 'location')).toBe(false);
  });
});

import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import type { FieldOptions } from '../../../lib/metadata/decorators/field-options.interface.js';
import type { PicklistOption } from '../../../lib/metadata/decorators/picklist-option.type.js';
import { FieldMetadataBuilder } from '../../../lib/metadata/field-metadata.builder.js';
import { NamingStrategy } from '../../../lib/metadata/naming-strategy.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { DateString } from '../../../lib/protocol/date-string.js';
import { FIELD_TYPES } from '../../../lib/protocol/field-type.type.js';

interface Case {
  readonly options?: FieldOptions;
  /** What the compiler emits for the property; left out, it emits nothing. */
  readonly designType?: unknown;
  readonly relation?: 'lookup' | 'master-detail';
  readonly namespace?: string;
}

function build(property: string, { options = {}, designType, relation, namespace }: Case = {}) {
  class Account {}
  if (designType) Reflect.defineMetadata('design:type', designType, Account.prototype, property);
  return new FieldMetadataBuilder(Account, new NamingStrategy(namespace)).field(
    { property, placement: 'property', declaredBy: Account, fact: { kind: 'field', options } },
    relation,
  );
}

describe('FieldMetadataBuilder', () => {
  it('fills in the defaults of a plain field', () => {
    expect(build('lastName', { designType: String })).toEqual({
      property: 'lastName',
      apiName: 'LastName',
      type: 'string',
      custom: false,
      createable: true,
      updateable: true,
      nillable: true,
      defaultedOnCreate: false,
      externalId: false,
      unique: false,
      caseSensitive: false,
      calculated: false,
      autoNumber: false,
      nameField: false,
    });
  });

  it('keeps what the options say', () => {
    const options: FieldOptions = {
      apiName: 'Rate__c',
      type: 'percent',
      creatable: false,
      updatable: true,
      nillable: false,
      defaultedOnCreate: true,
      label: 'Interest rate',
      precision: 5,
      scale: 2,
      externalId: true,
      unique: true,
      caseSensitive: true,
      nameField: true,
      help: 'Per year',
      defaultValue: 2.5,
    };
    expect(build('rate', { options, namespace: 'ns' })).toEqual({
      property: 'rate',
      apiName: 'Rate__c',
      type: 'percent',
      custom: true,
      createable: false,
      updateable: true,
      nillable: false,
      defaultedOnCreate: true,
      externalId: true,
      unique: true,
      caseSensitive: true,
      calculated: false,
      autoNumber: false,
      nameField: true,
      defaultValue: 2.5,
      label: 'Interest rate',
      help: 'Per year',
      precision: 5,
      scale: 2,
    });
  });

  it('is immutable', () => {
    const warm = { value: 'Warm', label: 'Lukewarm' };
    const picklist: PicklistOption[] = ['Hot', warm];
    const field = build('rating', { options: { picklist } });
    picklist.push('Cold');
    warm.label = 'Tepid';
    expect(Object.isFrozen(field)).toBe(true);
    expect(Object.isFrozen(field.picklist)).toBe(true);
    expect(field.picklist?.every((option) => Object.isFrozen(option))).toBe(true);
    expect(field.picklist).toEqual([
      { value: 'Hot', label: 'Hot' },
      { value: 'Warm', label: 'Lukewarm' },
    ]);
  });

  describe('names', () => {
    it.each<[string, Case, string]>([
      ['customerTier', { options: { custom: true } }, 'CustomerTier__c'],
      ['customerTier', { options: { custom: true }, namespace: 'ns' }, 'ns__CustomerTier__c'],
      ['lastName', { namespace: 'ns' }, 'LastName'],
      ['regionId', { options: { custom: true }, relation: 'lookup', namespace: 'ns' }, 'ns__Region__c'],
      ['tier', { options: { custom: true, apiName: 'Level__c' }, namespace: 'ns' }, 'Level__c'],
    ])('%s with %o', (property, given, apiName) => {
      expect(build(property, { designType: String, ...given }).apiName).toBe(apiName);
    });

    it('take a name with a custom suffix for custom', () => {
      expect(build('Tier__c', { designType: String }).custom).toBe(true);
    });
  });

  describe('types', () => {
    it.each<[string, Case, string]>([
      ['a string', { designType: String }, 'string'],
      ['a number', { designType: Number }, 'double'],
      ['a boolean', { designType: Boolean }, 'boolean'],
      ['a Date', { designType: Date }, 'datetime'],
      ['a Binary', { designType: Binary }, 'base64'],
      ['a DateString', { designType: DateString }, 'date'],
      ['an option', { designType: Number, options: { type: 'currency' } }, 'currency'],
      ['an option without metadata', { options: { type: 'time' } }, 'time'],
      ['a picklist', { options: { picklist: ['A'] } }, 'picklist'],
      [
        'a picklist of several values',
        { options: { picklist: ['A'], type: 'multipicklist' } },
        'multipicklist',
      ],
      ['a relation', { relation: 'lookup' }, 'reference'],
    ])('come from %s', (_, given, type) => {
      expect(build('property', given).type).toBe(type);
    });

    it('come from the name of a system field', () => {
      expect(build('createdById', { designType: String }).type).toBe('reference');
      expect(build('systemModstamp').type).toBe('datetime');
    });
  });

  describe('access', () => {
    it.each<[string, Case, object]>([
      ['readOnly', { options: { type: 'string', readOnly: true } }, { createable: false, updateable: false }],
      ['a boolean', { designType: Boolean }, { nillable: false, defaultedOnCreate: true, createable: true }],
      ['an address', { options: { type: 'address' } }, { createable: false, updateable: false }],
      [
        'a master-detail',
        { relation: 'master-detail' },
        { createable: true, updateable: false, nillable: false },
      ],
      [
        'a master-detail that can be moved to another master',
        { relation: 'master-detail', options: { updatable: true } },
        { updateable: true, nillable: false },
      ],
      [
        'an autoNumber',
        { options: { type: 'string', autoNumber: true } },
        { autoNumber: true, createable: false, updateable: false, nillable: false, defaultedOnCreate: true },
      ],
      [
        'a formula',
        { options: { type: 'double', formula: 'Amount * 2' } },
        { formula: 'Amount * 2', calculated: true, createable: false, updateable: false, nillable: true },
      ],
      [
        'a roll-up',
        { options: { type: 'currency', calculated: true } },
        { calculated: true, createable: false, updateable: false },
      ],
      [
        'a field with a default',
        { options: { type: 'string', defaultValue: 'None' } },
        { defaultedOnCreate: true, nillable: true, createable: true },
      ],
      ['a lookup', { relation: 'lookup' }, { createable: true, updateable: true, nillable: true }],
    ])('of %s', (_, given, access) => {
      expect(build('property', given)).toMatchObject(access);
    });

    it('of a system field is read-only', () => {
      expect(build('createdDate', { designType: Date })).toMatchObject({
        createable: false,
        updateable: false,
        nillable: false,
        defaultedOnCreate: true,
      });
    });

    it('of a system field yields to what the entity says', () => {
      expect(build('createdDate', { options: { creatable: true } })).toMatchObject({
        type: 'datetime',
        createable: true,
        updateable: false,
      });
    });

    it('of a custom field of such a name is its own', () => {
      expect(build('isDeleted', { designType: Boolean, options: { custom: true } })).toMatchObject({
        apiName: 'IsDeleted__c',
        createable: true,
      });
    });
  });

  describe('picklists', () => {
    it.each<[string, FieldOptions, boolean | undefined]>([
      ['with values take no others', { picklist: ['A'] }, true],
      ['take others where the options say so', { picklist: ['A'], restricted: false }, false],
      ['of a combobox take others', { type: 'combobox', picklist: ['A'] }, false],
      ['of a combobox take no others where the options say so', { type: 'combobox', restricted: true }, true],
      ['without values leave it open', { type: 'picklist' }, undefined],
    ])('%s', (_, options, restricted) => {
      expect(build('rating', { options }).restricted).toBe(restricted);
    });
  });

  it.each([
    ['name', {}, true],
    ['name', { nameField: false }, false],
    ['caseNumber', { nameField: true }, true],
    ['caseNumber', {}, false],
  ])('knows whether %s is what users call a record by, given %o', (property, options, nameField) => {
    expect(build(property, { designType: String, options }).nameField).toBe(nameField);
  });

  describe('the id', () => {
    const builder = new FieldMetadataBuilder(class Account {}, new NamingStrategy('ns'));

    it.each(['id', 'Id'])('may be called %s', (property) => {
      expect(builder.id(property)).toEqual({
        property,
        apiName: 'Id',
        type: 'id',
        custom: false,
        createable: false,
        updateable: false,
        nillable: false,
        defaultedOnCreate: true,
        externalId: false,
        unique: false,
        caseSensitive: false,
        calculated: false,
        autoNumber: false,
        nameField: false,
      });
    });

    it('may be called nothing else', () => {
      expect(() => builder.id('recordId')).toThrow(
        new InvalidEntityException("Account.recordId: the id's property is called 'id' or 'Id'. Rename it."),
      );
    });
  });

  describe('refuses', () => {
    it.each<[string, Case, RegExp]>([
      ['no type at all', {}, /the field's type is unknown.*union.*emitDecoratorMetadata.*Say the type/],
      ['the type Object', { designType: Object }, /the field's type is unknown/],
      ['an array', { designType: Array }, /is an array.*type: 'multipicklist'.*@Children\(\)/],
      ['a class', { designType: class User {} }, /is of class User.*@Lookup\(\)/],
      [
        'an unknown type',
        { options: { type: 'text' as 'string' } },
        /'text' is no field type\. Use one of: id,/,
      ],
      ['the type id', { options: { type: 'id' } }, /Use @Id\(\)/],
      [
        'a Date as a date',
        { options: { type: 'date' }, designType: Date },
        /is a DateString, but the property is a Date.*type: 'datetime'/,
      ],
      [
        'a text as a number',
        { options: { type: 'currency' }, designType: String },
        /is a number, but the property is a string/,
      ],
      [
        'a text as a list',
        { options: { type: 'multipicklist' }, designType: String },
        /is a string\[\], but/,
      ],
      [
        'a number as a picklist',
        { options: { picklist: ['1'] }, designType: Number },
        /'picklist' is a string, but/,
      ],
      [
        'a number as a foreign key',
        { relation: 'lookup', designType: Number },
        /'reference' is a string, but/,
      ],
      [
        'a foreign key of another type',
        { relation: 'lookup', options: { type: 'string' } },
        /foreign key of a relation is a reference, not 'string'/,
      ],
      ['a picklist of numbers', { options: { type: 'double', picklist: ['1'] } }, /'double' has no picklist/],
      [
        'an empty API name',
        { options: { apiName: '', type: 'string' } },
        /'' cannot be the name of a field\. Give the option apiName/,
      ],
      [
        'an API name that cannot be',
        { options: { apiName: 'Annual Revenue', type: 'string' } },
        /'Annual Revenue' cannot be the name of a field/,
      ],
    ])('%s', (_, given, message) => {
      expect(() => build('property', given)).toThrow(InvalidEntityException);
      expect(() => build('property', given)).toThrow(message);
      expect(() => build('property', given)).toThrow(/^Account\.property: /);
    });
  });

  it('builds every type but id from the option alone', () => {
    for (const type of FIELD_TYPES.filter((one) => one !== 'id')) {
      expect(build('property', { options: { type } }).type).toBe(type);
    }
  });
});

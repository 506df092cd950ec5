import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { MasterDetail } from '../../../lib/metadata/decorators/master-detail.decorator.js';
import type { PicklistValue } from '../../../lib/metadata/decorators/picklist-option.type.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import type { Related } from '../../../lib/metadata/related.js';
import type { FieldDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import { sobjectFromEntity } from '../../../lib/schema/sobject-from-entity.js';

abstract class Entity {
  @Id() readonly id!: string;
  @Field() name!: string;
}

@SObject()
class User extends Entity {}

@SObject()
class Group extends Entity {}

@SObject()
class Account extends Entity {
  @Children(() => Subscription, 'account') subscriptions?: Related<Subscription[]>;
}

@SObject({ custom: true })
class Plan extends Entity {}

@SObject({ custom: true })
class Subscription extends Entity {
  @Field({ custom: true, length: 40, externalId: true, unique: true }) contractNumber!: string;
  @Field({ custom: true, type: 'currency', precision: 12, scale: 2, label: 'Monthly fee' }) fee!: number;
  @Field({ custom: true }) active!: boolean;
  @Field({ custom: true, picklist: ['Monthly', 'Yearly'] }) billing!: 'Monthly' | 'Yearly';
  @Field({ custom: true, type: 'combobox', picklist: ['Mr.', 'Ms.'] }) salutation!: string;
  @Field({ custom: true, type: 'picklist', readOnly: true }) tier!: string;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Lookup(() => Group, 'ownerId') ownerGroup?: Related<Group>;
  @Field({ custom: true }) accountId!: string;
  @MasterDetail(() => Account, 'accountId') account?: Related<Account>;
  @Field({ custom: true }) planId!: string;
  @MasterDetail(() => Plan, 'planId') plan?: Related<Plan>;
  @Field({ custom: true }) successorId!: string;
  @Lookup(() => Subscription, 'successorId') successor?: Related<Subscription>;
}

function define(target: EntityClass, namespace?: string) {
  return sobjectFromEntity(new EntityMetadataStorage(namespace).get(target));
}

function fieldOf(target: EntityClass, name: string, namespace?: string): FieldDefinition | undefined {
  return define(target, namespace).fields.find((field) => field.name === name);
}

describe('sobjectFromEntity', () => {
  it('describes the object', () => {
    const { fields, ...object } = define(Subscription);
    expect(object).toEqual({
      name: 'Subscription__c',
      label: 'Subscription',
      labelPlural: 'Subscriptions',
      keyPrefix: null,
      custom: true,
      createable: true,
      updateable: true,
      deletable: true,
      queryable: true,
    });
    expect(fields.map(({ name }) => name)).toEqual([
      'Id',
      'Name',
      'ContractNumber__c',
      'Fee__c',
      'Active__c',
      'Billing__c',
      'Salutation__c',
      'Tier__c',
      'OwnerId',
      'Account__c',
      'Plan__c',
      'Successor__c',
    ]);
  });

  it("takes the entity's label", () => {
    @SObject({ apiName: 'Company__c', label: 'Company' })
    class Firm extends Entity {}
    expect(define(Firm)).toMatchObject({ name: 'Company__c', label: 'Company', labelPlural: 'Companies' });
  });

  it('leaves a standard object standard', () => {
    expect(define(Account)).toMatchObject({ name: 'Account', custom: false });
    expect(fieldOf(Account, 'Name')).toMatchObject({ custom: false, nameField: true, idLookup: true });
  });

  it('describes the id', () => {
    expect(fieldOf(Subscription, 'Id')).toEqual({
      name: 'Id',
      label: 'ID',
      type: 'id',
      custom: false,
      createable: false,
      updateable: false,
      nillable: false,
      defaultedOnCreate: true,
      externalId: false,
      unique: false,
      nameField: false,
      idLookup: true,
    });
  });

  it('describes a text', () => {
    expect(fieldOf(Subscription, 'ContractNumber__c')).toEqual({
      name: 'ContractNumber__c',
      label: 'Contract Number',
      type: 'string',
      length: 40,
      custom: true,
      createable: true,
      updateable: true,
      nillable: true,
      defaultedOnCreate: false,
      externalId: true,
      unique: true,
      nameField: false,
      idLookup: true,
    });
  });

  it('describes a number and a boolean', () => {
    expect(fieldOf(Subscription, 'Fee__c')).toMatchObject({
      label: 'Monthly fee',
      type: 'currency',
      precision: 12,
      scale: 2,
    });
    expect(fieldOf(Subscription, 'Active__c')).toMatchObject({
      type: 'boolean',
      nillable: false,
      defaultedOnCreate: true,
    });
  });

  it('leaves measures out that the entity does not say', () => {
    const name = fieldOf(Subscription, 'Name');
    expect(name).not.toHaveProperty('length');
    expect(name).not.toHaveProperty('precision');
    expect(name).not.toHaveProperty('scale');
  });

  it('restricts a picklist to its values, but not a combobox', () => {
    expect(fieldOf(Subscription, 'Billing__c')).toMatchObject({
      type: 'picklist',
      restrictedPicklist: true,
      picklistValues: [
        { value: 'Monthly', label: 'Monthly' },
        { value: 'Yearly', label: 'Yearly' },
      ],
    });
    expect(fieldOf(Subscription, 'Salutation__c')).toMatchObject({ restrictedPicklist: false });
    expect(fieldOf(Subscription, 'Tier__c')).not.toHaveProperty('restrictedPicklist');
  });

  it('keeps a read-only field from being written', () => {
    expect(fieldOf(Subscription, 'Tier__c')).toMatchObject({ createable: false, updateable: false });
  });

  it('says what the org does with a field', () => {
    @SObject({ custom: true })
    class Order extends Entity {
      @Field({ custom: true, autoNumber: true, nameField: true }) number!: string;
      @Field({ custom: true, formula: 'Net__c * 1.2' }) gross!: number;
      @Field({ custom: true, calculated: true, type: 'int' }) lines!: number;
      @Field({ custom: true, unique: true, caseSensitive: true, help: 'As printed' }) code!: string;
    }
    expect(fieldOf(Order, 'Number__c')).toMatchObject({
      autoNumber: true,
      nameField: true,
      idLookup: true,
      createable: false,
      nillable: false,
      defaultedOnCreate: true,
    });
    expect(fieldOf(Order, 'Gross__c')).toMatchObject({
      calculated: true,
      calculatedFormula: 'Net__c * 1.2',
      formulaTreatNullNumberAsZero: true,
      createable: false,
      updateable: false,
    });
    expect(fieldOf(Order, 'Lines__c')).toMatchObject({ calculated: true, createable: false });
    expect(fieldOf(Order, 'Lines__c')).not.toHaveProperty('calculatedFormula');
    expect(fieldOf(Order, 'Code__c')).toMatchObject({ caseSensitive: true, inlineHelpText: 'As printed' });
    expect(fieldOf(Order, 'Code__c')).not.toHaveProperty('calculated');
    expect(fieldOf(Order, 'Code__c')).not.toHaveProperty('autoNumber');
  });

  it('says the defaults the way describes do', () => {
    const colours = ['Red', { value: 'B', label: 'Blue' }, 'Green'] as const;
    @SObject({ custom: true })
    class Paint extends Entity {
      @Field({ custom: true, picklist: colours, defaultValue: 'B' }) colour!: PicklistValue<typeof colours>;
      @Field({ custom: true, type: 'multipicklist', picklist: colours, defaultValue: 'B;Green' })
      mixedOf!: PicklistValue<typeof colours>[];
      @Field({ custom: true, defaultValue: true }) glossy!: boolean;
      @Field({ custom: true, defaultValue: false }) toxic!: boolean;
      @Field({ custom: true, defaultValue: 2.5 }) litres!: number;
      @Field({ custom: true, defaultValue: 'for "outside"' }) use!: string;
    }
    expect(fieldOf(Paint, 'Colour__c')).toMatchObject({
      defaultValue: 'B',
      defaultedOnCreate: true,
      picklistValues: [
        { value: 'Red', label: 'Red' },
        { value: 'B', label: 'Blue', isDefault: true },
        { value: 'Green', label: 'Green' },
      ],
    });
    expect(fieldOf(Paint, 'MixedOf__c')).toMatchObject({
      defaultValue: 'B;Green',
      picklistValues: [{ value: 'Red' }, { value: 'B', isDefault: true }, { isDefault: true }],
    });
    expect(fieldOf(Paint, 'Glossy__c')).toMatchObject({ defaultValue: true });
    expect(fieldOf(Paint, 'Toxic__c')).not.toHaveProperty('defaultValue');
    expect(fieldOf(Paint, 'Litres__c')).toMatchObject({
      defaultValueFormula: '2.5',
      defaultedOnCreate: true,
    });
    expect(fieldOf(Paint, 'Use__c')).toMatchObject({ defaultValueFormula: '"for \\"outside\\""' });
  });

  it('takes free values where the picklist is not restricted', () => {
    @SObject({ custom: true })
    class Lead extends Entity {
      @Field({ custom: true, picklist: ['Web'], restricted: false }) source!: string;
    }
    expect(fieldOf(Lead, 'Source__c')).toMatchObject({ restrictedPicklist: false });
  });

  it('says what can be done with the records, and of which types they are', () => {
    @SObject({
      custom: true,
      labelPlural: 'Sheep',
      recordTypes: { Ram: 'A ram', Ewe: 'An ewe' },
      updatable: false,
    })
    class Sheep extends Entity {}
    expect(define(Sheep)).toMatchObject({
      label: 'Sheep',
      labelPlural: 'Sheep',
      createable: true,
      updateable: false,
      recordTypes: [
        { developerName: 'Ram', name: 'A ram' },
        { developerName: 'Ewe', name: 'An ewe' },
      ],
    });
    @SObject('Shipped__e')
    class Shipped extends Entity {}
    expect(define(Shipped)).toMatchObject({
      createable: true,
      updateable: false,
      deletable: false,
      queryable: false,
    });
    expect(define(Shipped)).not.toHaveProperty('recordTypes');
  });

  it('describes a lookup', () => {
    const successor = fieldOf(Subscription, 'Successor__c');
    expect(successor).toMatchObject({
      label: 'Successor',
      type: 'reference',
      referenceTo: ['Subscription__c'],
      relationshipName: 'Successor__r',
      nillable: true,
    });
    expect(successor).not.toHaveProperty('cascadeDelete');
    expect(successor).not.toHaveProperty('childRelationshipName');
    expect(successor).not.toHaveProperty('polymorphicForeignKey');
  });

  it('describes a polymorphic lookup', () => {
    expect(fieldOf(Subscription, 'OwnerId')).toMatchObject({
      label: 'Owner ID',
      referenceTo: ['User', 'Group'],
      relationshipName: 'Owner',
      polymorphicForeignKey: true,
      namePointing: true,
      defaultedOnCreate: true,
    });
  });

  it('describes master-details, in order', () => {
    expect(fieldOf(Subscription, 'Account__c')).toMatchObject({
      referenceTo: ['Account'],
      relationshipName: 'Account__r',
      cascadeDelete: true,
      relationshipOrder: 0,
      nillable: false,
      createable: true,
      updateable: false,
    });
    expect(fieldOf(Subscription, 'Plan__c')).toMatchObject({ cascadeDelete: true, relationshipOrder: 1 });
  });

  it('names the children as the parent does, if it does', () => {
    expect(fieldOf(Subscription, 'Account__c')?.childRelationshipName).toBe('Subscriptions__r');
    expect(fieldOf(Subscription, 'Plan__c')).not.toHaveProperty('childRelationshipName');
  });

  it('keeps to the namespace', () => {
    expect(define(Subscription, 'acme')).toMatchObject({
      name: 'acme__Subscription__c',
      label: 'Subscription',
    });
    expect(fieldOf(Subscription, 'acme__Account__c', 'acme')).toMatchObject({
      label: 'Account',
      relationshipName: 'acme__Account__r',
      childRelationshipName: 'acme__Subscriptions__r',
    });
  });

  it('is immutable', () => {
    const object = define(Subscription);
    const billing = fieldOf(Subscription, 'Billing__c');
    expect(Object.isFrozen(object)).toBe(true);
    expect(Object.isFrozen(object.fields)).toBe(true);
    expect(Object.isFrozen(billing)).toBe(true);
    expect(Object.isFrozen(billing?.picklistValues)).toBe(true);
  });
});

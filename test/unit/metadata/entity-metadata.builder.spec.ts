import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { EntityMetadataBuilder } from '../../../lib/metadata/entity-metadata.builder.js';
import type { EntityClass, EntityMetadata } from '../../../lib/metadata/entity-metadata.interface.js';
import type { Related } from '../../../lib/metadata/related.js';

function build(target: EntityClass, namespace?: string): EntityMetadata {
  const builder = new EntityMetadataBuilder(namespace, (other) => builder.build(other));
  return builder.build(target);
}

const loosely = (decorator: unknown) => decorator as PropertyDecorator;

abstract class Audited {
  @Id() readonly id!: string;
  @Field() createdDate!: Date;
}

@SObject()
class Account extends Audited {
  @Field() name!: string;
  @Field({ custom: true, type: 'string' }) customerTier!: string | null;
}

@SObject({ custom: true, label: 'Bill' })
class Invoice extends Audited {
  @Field({ custom: true }) amount!: number;
  @Field({ custom: true }) accountId!: string;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}

function apiNames(metadata: EntityMetadata): string[] {
  return [...metadata.fields.values()].map(({ apiName }) => apiName);
}

describe('EntityMetadataBuilder', () => {
  it('puts an entity together', () => {
    const metadata = build(Account);
    expect(metadata).toMatchObject({ target: Account, apiName: 'Account', custom: false });
    expect(metadata).not.toHaveProperty('label');
    expect(metadata.id).toMatchObject({ property: 'id', apiName: 'Id', type: 'id' });
    expect([...metadata.fields.keys()]).toEqual(['id', 'createdDate', 'name', 'customerTier']);
    expect(metadata.fields.get('id')).toBe(metadata.id);
    expect(metadata.parents.size).toBe(0);
    expect(metadata.children.size).toBe(0);
  });

  it('makes the names of a custom object', () => {
    const metadata = build(Invoice);
    expect(metadata).toMatchObject({ apiName: 'Invoice__c', custom: true, label: 'Bill' });
    expect(apiNames(metadata)).toEqual(['Id', 'CreatedDate', 'Amount__c', 'Account__c']);
    expect(metadata.parents.get('account')).toMatchObject({ relationshipName: 'Account__r', kind: 'lookup' });
  });

  it('makes one class for several namespaces', () => {
    expect(build(Invoice, 'emea').apiName).toBe('emea__Invoice__c');
    expect(build(Invoice, 'apac').apiName).toBe('apac__Invoice__c');
    expect(apiNames(build(Invoice, 'apac'))).toEqual([
      'Id',
      'CreatedDate',
      'apac__Amount__c',
      'apac__Account__c',
    ]);
    expect(build(Invoice, 'apac').parents.get('account')?.relationshipName).toBe('apac__Account__r');
    expect(apiNames(build(Account, 'emea'))).toEqual(['Id', 'CreatedDate', 'Name', 'emea__CustomerTier__c']);
  });

  it("prefers the entity's own namespace to the connection's", () => {
    @SObject({ custom: true, namespace: 'acme' })
    class Packaged extends Audited {
      @Field({ custom: true }) tier!: string;
    }
    @SObject({ custom: true, namespace: '' })
    class Unpackaged extends Audited {}
    expect(build(Packaged, 'emea').apiName).toBe('acme__Packaged__c');
    expect(apiNames(build(Packaged, 'emea'))).toContain('acme__Tier__c');
    expect(build(Unpackaged, 'emea').apiName).toBe('Unpackaged__c');
  });

  it('takes an explicit API name verbatim', () => {
    @SObject('Legacy_Invoice__c')
    class Legacy extends Audited {}
    expect(build(Legacy, 'emea')).toMatchObject({ apiName: 'Legacy_Invoice__c', custom: true });
  });

  it('builds an entity that extends another one, which stays as it is', () => {
    @SObject('Account')
    class Partner extends Account {
      @Field({ length: 40 }) declare name: string;
      @Field({ type: 'picklist' }) industry!: string | null;
    }
    expect([...build(Partner).fields.keys()]).toEqual([
      'id',
      'createdDate',
      'name',
      'customerTier',
      'industry',
    ]);
    expect(build(Partner).fields.get('name')?.length).toBe(40);
    expect(build(Account).fields.get('name')).not.toHaveProperty('length');
  });

  it('keeps what the options say of the object', () => {
    @SObject({ custom: true, labelPlural: 'Bills', recordTypes: { Paper: 'On paper' }, deletable: false })
    class Bill extends Audited {}
    const metadata = build(Bill);
    expect(metadata).toMatchObject({
      labelPlural: 'Bills',
      recordTypes: { Paper: 'On paper' },
      createable: true,
      updateable: true,
      deletable: false,
      queryable: true,
    });
    expect(Object.isFrozen(metadata.recordTypes)).toBe(true);
    expect(build(Invoice)).not.toHaveProperty('recordTypes');
  });

  it('makes metadata that cannot be changed', () => {
    const metadata = build(Invoice);
    expect(Object.isFrozen(metadata)).toBe(true);
    expect(Object.isFrozen(metadata.parents.get('account'))).toBe(true);
  });

  describe('refuses', () => {
    @SObject()
    class Contact extends Audited {
      @Field() lastName!: string;
    }

    it.each<[string, () => EntityClass, string]>([
      [
        'a class without @SObject, even below an entity',
        () => class VipContact extends Contact {},
        'VipContact: the class carries no @SObject() of its own, so it is no entity. ' +
          'Decorate it; a base class does not do it for it.',
      ],
      [
        'an empty API name',
        () => {
          @SObject('')
          class Nameless extends Audited {}
          return Nameless;
        },
        "Nameless: '' cannot be the name of an object. Name it: @SObject('Account').",
      ],
      [
        'a class name that no object can have',
        () => {
          @SObject()
          class _Lead extends Audited {}
          return _Lead;
        },
        "_Lead: '_Lead' cannot be the name of an object. Name it: @SObject('Account').",
      ],
      [
        'a class without a name',
        () => {
          const [anonymous] = [class extends Audited {}];
          SObject()(anonymous);
          return anonymous;
        },
        "An anonymous class: '' cannot be the name of an object. Name it: @SObject('Account').",
      ],
      [
        'an entity without id',
        () => {
          @SObject()
          class Lead {
            @Field() name!: string;
          }
          return Lead;
        },
        'Lead: the entity has no id. Add @Id() readonly id!: string.',
      ],
      [
        'a second id',
        () => {
          @SObject()
          class Lead extends Audited {
            @Id() readonly Id!: string;
          }
          return Lead;
        },
        "Lead.Id: the entity has another id, 'id'. Keep one @Id().",
      ],
      [
        'an id of another name',
        () => {
          @SObject()
          class Lead {
            @loosely(Id()) leadId!: string;
          }
          return Lead;
        },
        "Lead.leadId: the id's property is called 'id' or 'Id'. Rename it.",
      ],
      [
        'two properties of one field, whatever their case',
        () => {
          @SObject()
          class Lead extends Audited {
            @Field() lastName!: string;
            @Field({ apiName: 'LASTNAME' }) surname!: string;
          }
          return Lead;
        },
        "Lead.surname: the field LASTNAME is mapped by 'lastName' already. " +
          'Remove one of the two, or give one its own apiName.',
      ],
      [
        'a field that is the id',
        () => {
          @SObject()
          class Lead extends Audited {
            @Field({ apiName: 'ID' }) recordId!: string;
          }
          return Lead;
        },
        "Lead.recordId: the field ID is mapped by 'id' already. Remove one of the two, or give one its own apiName.",
      ],
    ])('%s', (_, declare, message) => {
      expect(() => build(declare())).toThrow(new InvalidEntityException(message));
    });

    it('a field of a union type, of which the compiler says nothing', () => {
      @SObject()
      class Lead extends Audited {
        @Field() company!: string | null;
      }
      expect(() => build(Lead)).toThrow(/^Lead\.company: the field's type is unknown.*`string \| null`/);
    });

    it('a field whose metadata the compiler did not emit', () => {
      Reflect.deleteMetadata('design:type', Contact.prototype, 'lastName');
      expect(() => build(Contact)).toThrow(/^Contact\.lastName: the field's type is unknown/);
    });
  });
});

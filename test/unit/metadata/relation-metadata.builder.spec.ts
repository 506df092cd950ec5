import 'reflect-metadata';
import { describe, expect, it, jest } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { MasterDetail } from '../../../lib/metadata/decorators/master-detail.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityThunk } from '../../../lib/metadata/entity-declaration.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import { targetsOf } from '../../../lib/metadata/parent-targets.js';
import type { Related } from '../../../lib/metadata/related.js';

const accountThunk = jest.fn(() => Account);

/** For relations that the compiler would refuse. */
const loosely = (decorator: unknown) => decorator as PropertyDecorator;

abstract class Entity {
  @Id() readonly id!: string;
}

@SObject()
class User extends Entity {
  @Field() email!: string;
}

@SObject()
class Account extends Entity {
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Field() parentId!: string | null;
  @Lookup(() => Account, 'parentId') parent?: Related<Account> | null;
  @Children(() => Account, 'parent', { relationshipName: 'ChildAccounts' }) subsidiaries?: Related<Account[]>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
  @Children(() => Invoice, 'account') invoices?: Related<Invoice[]>;
}

@SObject()
class Contact extends Entity {
  @Field() accountId!: string | null;
  @Lookup(accountThunk, 'accountId') account?: Related<Account> | null;
}

@SObject({ custom: true })
class Invoice extends Entity {
  @Field({ custom: true }) accountId!: string;
  @MasterDetail(() => Account, 'accountId') account?: Related<Account>;
}

/** An entity with one more relation, `related`, over the foreign key `relatedId`. */
function relatedTo(target: unknown): EntityClass {
  @SObject()
  class Task extends Entity {
    @Field() relatedId!: string;
    @loosely(Lookup(target as EntityThunk, 'relatedId')) related?: Related<object>;
  }
  return Task;
}

/** An entity called Account whose `children` are what the arguments say. */
function parentOf(target: () => EntityClass, inverse: string): EntityClass {
  @SObject('Account')
  class Parent extends Entity {
    @loosely(Children(target, inverse as never)) children?: Related<object[]>;
  }
  return Parent;
}

describe('RelationMetadataBuilder', () => {
  describe('a polymorphic parent', () => {
    const storage = new EntityMetadataStorage();
    const parentOver = (target: unknown) => storage.get(relatedTo(target)).parents.get('related')!;

    it('has its targets by name, the first one as its target', () => {
      const parent = parentOver(() => ({ Account, Person: User }));
      expect([...parent.alternatives()!.keys()]).toEqual(['Account', 'Person']);
      expect(parent.alternatives()!.get('Person')).toBe(storage.get(User));
      expect(parent.target()).toBe(storage.get(Account));
      expect(targetsOf(parent)).toEqual([storage.get(Account), storage.get(User)]);
    });

    it('is not what a lookup of one target has', () => {
      const parent = parentOver(() => Account);
      expect(parent.alternatives()).toBeUndefined();
      expect(targetsOf(parent)).toEqual([storage.get(Account)]);
    });

    it('has children of every target', () => {
      const Task = relatedTo(() => ({ User, Account }));
      const children = storage.get(parentOf(() => Task, 'related')).children.get('children')!;
      expect(children.inverse().property).toBe('related');
    });

    it.each<[string, unknown, string]>([
      [
        'no targets',
        () => ({}),
        'the targets of @Lookup() are none. Name them: () => ({ Account, Opportunity }).',
      ],
      [
        'a target called else',
        () => ({ else: Account }),
        "'else' is no name for one of the targets of @Lookup().",
      ],
      ['a target of no name', () => ({ '': Account }), "'' is no name for one of the targets of @Lookup()."],
      ['a target that is no class', () => ({ Account: 'Account' }), 'the target of @Lookup() is no class.'],
      [
        'a target that is no entity',
        () => ({ Date }),
        'the target of @Lookup(), Date, carries no @SObject() of its own.',
      ],
      [
        'a target that is not loaded yet',
        () => ({ Account: undefined }),
        'the target of @Lookup() is undefined.',
      ],
    ])('refuses %s', (_, target, message) => {
      expect(() => storage.register(relatedTo(target))).toThrow(InvalidEntityException);
      expect(() => storage.register(relatedTo(target))).toThrow(`Task.related: ${message}`);
    });
  });

  describe('a parent', () => {
    const storage = new EntityMetadataStorage('ns');

    it('has the name, the foreign key and the kind', () => {
      const owner = storage.get(Account).parents.get('owner');
      expect(owner).toMatchObject({ property: 'owner', relationshipName: 'Owner', kind: 'lookup' });
      expect(owner?.foreignKey).toBe(storage.get(Account).fields.get('ownerId'));
      expect(owner?.foreignKey.type).toBe('reference');
      expect(storage.get(Invoice).parents.get('account')).toMatchObject({
        relationshipName: 'ns__Account__r',
        kind: 'master-detail',
        foreignKey: { apiName: 'ns__Account__c', nillable: false, updateable: false },
      });
    });

    it('takes a given relationship name', () => {
      @SObject()
      class Task extends Entity {
        @Field() whoId!: string;
        @Lookup(() => Contact, 'whoId', { relationshipName: 'Person' }) who?: Related<Contact>;
      }
      expect(storage.get(Task).parents.get('who')?.relationshipName).toBe('Person');
    });

    it('resolves its target on first use, once', () => {
      accountThunk.mockClear();
      const account = new EntityMetadataStorage().get(Contact).parents.get('account');
      expect(accountThunk).not.toHaveBeenCalled();
      expect(account?.target().target).toBe(Account);
      expect(account?.target()).toBe(account?.target());
      expect(accountThunk).toHaveBeenCalledTimes(1);
    });

    it('may point to its own entity', () => {
      const account = storage.get(Account);
      expect(account.parents.get('parent')?.target()).toBe(account);
    });

    it('may share its foreign key with other lookups', () => {
      @SObject()
      class Event extends Entity {
        @Field() whoId!: string;
        @Lookup(() => Contact, 'whoId') contact?: Related<Contact>;
        @Lookup(() => User, 'whoId') user?: Related<User>;
      }
      expect([...storage.get(Event).parents.values()].map((one) => one.relationshipName)).toEqual([
        'Who',
        'Who',
      ]);
    });
  });

  describe('children', () => {
    it('have the inverse and its entity', () => {
      const storage = new EntityMetadataStorage();
      const contacts = storage.get(Account).children.get('contacts');
      expect(contacts?.target()).toBe(storage.get(Contact));
      expect(contacts?.inverse()).toBe(storage.get(Contact).parents.get('account'));
      expect(contacts?.relationshipName).toBe('Contacts');
      expect(Object.isFrozen(contacts)).toBe(true);
    });

    it('are called after the property, or as given', () => {
      const { children } = new EntityMetadataStorage('ns').get(Account);
      expect([...children.values()].map((one) => one.relationshipName)).toEqual([
        'ChildAccounts',
        'Contacts',
        'ns__Invoices__r',
      ]);
    });

    it('are inherited by an entity of the same object', () => {
      @SObject('Account')
      class Partner extends Account {}
      const storage = new EntityMetadataStorage();
      expect(storage.get(Partner).children.get('contacts')?.inverse().property).toBe('account');
    });
  });

  describe('refuses at once', () => {
    it.each<[string, () => EntityClass, string]>([
      [
        'an unknown foreign key',
        () => {
          @SObject()
          class Task extends Entity {
            @loosely(Lookup(() => User, 'ownrId')) owner?: Related<User>;
          }
          return Task;
        },
        "Task.owner: the foreign key 'ownrId' is no field of Task. Declare @Field() ownrId, or correct the name.",
      ],
      [
        'the id as a foreign key',
        () => {
          @SObject()
          class Task extends Entity {
            @Lookup(() => User, 'id') owner?: Related<User>;
          }
          return Task;
        },
        "Task.owner: the record's own id cannot be the foreign key of @Lookup(). Name another field.",
      ],
      [
        'a foreign key that names no relationship',
        () => {
          @SObject()
          class Task extends Entity {
            @Field() owner!: string;
            @Lookup(() => User, 'owner') ownedBy?: Related<User>;
          }
          return Task;
        },
        'Task.ownedBy: no relationship name follows from the foreign key Owner. Give the option relationshipName.',
      ],
      [
        'one relationship over two foreign keys',
        () => {
          @SObject()
          class Task extends Entity {
            @Field() ownerId!: string;
            @Field() whoId!: string;
            @Lookup(() => User, 'ownerId') owner?: Related<User>;
            @Lookup(() => User, 'whoId', { relationshipName: 'OWNER' }) who?: Related<User>;
          }
          return Task;
        },
        "Task.who: the relationship OWNER is that of 'owner' already. " +
          'Correct the foreign key or the option relationshipName.',
      ],
      [
        'a master-detail to several objects',
        () => {
          @SObject()
          class Task extends Entity {
            @Field({ custom: true }) whoId!: string;
            @MasterDetail(() => Account, 'whoId') account?: Related<Account>;
            @Lookup(() => User, 'whoId') user?: Related<User>;
          }
          return Task;
        },
        "Task.user: the master-detail field Who__c is the foreign key of 'account' as well; " +
          'it has one parent only. Remove one of the two.',
      ],
    ])('%s', (_, declare, message) => {
      expect(() => new EntityMetadataStorage().get(declare())).toThrow(new InvalidEntityException(message));
    });
  });

  describe('refuses when its target is asked for', () => {
    it.each<[string, unknown, RegExp]>([
      [
        'an undefined class',
        () => undefined,
        /^Task\.related: the target of @Lookup\(\) is undefined\. .*import each other in a circle/,
      ],
      ['something that is no class', () => 'User', /is no class\. Give a function that returns the class/],
      ['a class instead of a function', User, /cannot be read\. Give a function that returns the class/],
      [
        'a class without @SObject',
        () => class Plain extends User {},
        /^Task\.related: the target of @Lookup\(\), Plain, carries no @SObject\(\) of its own\. Decorate it/,
      ],
    ])('%s', (_, target, message) => {
      const parent = new EntityMetadataStorage().get(relatedTo(target)).parents.get('related');
      expect(() => parent?.target()).toThrow(InvalidEntityException);
      expect(() => parent?.target()).toThrow(message);
    });

    it('a class that is still loading, with the cause', () => {
      const loading = new ReferenceError("Cannot access 'User' before initialization");
      const target = () => {
        throw loading;
      };
      const parent = new EntityMetadataStorage().get(relatedTo(target)).parents.get('related');
      expect(() => parent?.target()).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(/cannot be read\. .*import each other in a circle/),
          cause: loading,
        }),
      );
    });

    it('an inverse that is not there', () => {
      const children = new EntityMetadataStorage()
        .get(parentOf(() => Contact, 'acount'))
        .children.get('children');
      expect(() => children?.inverse()).toThrow(
        new InvalidEntityException(
          "Parent.children: Contact has no parent property 'acount'. " +
            'Declare @Lookup(() => Parent, …) acount there, or correct the name.',
        ),
      );
    });

    it('an inverse that is a plain field', () => {
      const children = new EntityMetadataStorage()
        .get(parentOf(() => Contact, 'accountId'))
        .children.get('children');
      expect(() => children?.relationshipName).toThrow(/Contact has no parent property 'accountId'/);
    });

    it('an inverse that points elsewhere', () => {
      const children = new EntityMetadataStorage()
        .get(parentOf(() => Account, 'owner'))
        .children.get('children');
      expect(() => children?.inverse()).toThrow(
        new InvalidEntityException(
          'Parent.children: Account.owner points to User, not to Parent. Name the property that points here.',
        ),
      );
    });
  });
});

import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import type { Related } from '../../../lib/metadata/related.js';
import { verifyRelations } from '../../../lib/metadata/relation-verifier.js';

abstract class Entity {
  @Id() readonly id!: string;
}

@SObject()
class Account extends Entity {
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}

@SObject()
class User extends Entity {}

@SObject()
class Contact extends Entity {
  @Field() accountId!: string;
  @Lookup(() => Account, 'accountId') account?: Related<Account>;
}

describe('verifyRelations', () => {
  it('gives the entities that parents and children lead to', () => {
    const storage = new EntityMetadataStorage();
    expect(verifyRelations(storage.get(Account))).toEqual([storage.get(User), storage.get(Contact)]);
    expect(verifyRelations(storage.get(User))).toEqual([]);
  });

  it('refuses two properties for one child relationship', () => {
    @SObject('Account')
    class Doubled extends Entity {
      @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
      @Children(() => Contact, 'account', { relationshipName: 'CONTACTS' }) people?: Related<Contact[]>;
    }
    expect(() => verifyRelations(new EntityMetadataStorage().get(Doubled))).toThrow(
      new InvalidEntityException(
        "Doubled.people: the relationship CONTACTS is that of 'contacts' already. " +
          'Remove one of the two, or correct the option relationshipName.',
      ),
    );
  });

  it('refuses a wrong inverse', () => {
    @SObject('Account')
    class Wrong extends Entity {
      @Children(() => Contact, 'accountId') contacts?: Related<Contact[]>;
    }
    expect(() => verifyRelations(new EntityMetadataStorage().get(Wrong))).toThrow(
      /^Wrong\.contacts: Contact has no parent property 'accountId'/,
    );
  });
});

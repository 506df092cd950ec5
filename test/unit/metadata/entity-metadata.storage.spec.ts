import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import type { Related } from '../../../lib/metadata/related.js';

abstract class Entity {
  @Id() readonly id!: string;
}

@SObject()
class Account extends Entity {
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}

@SObject()
class Contact extends Entity {
  @Field() accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
  @Field() reportsToId!: string | null;
  @Lookup(() => Contact, 'reportsToId') reportsTo?: Related<Contact> | null;
}

class Undecorated {}

@SObject()
class Broken extends Entity {
  @Field() ownerId!: string;
  @Lookup(() => Undecorated, 'ownerId') owner?: Related<Undecorated>;
}

@SObject()
class LeadsToBroken extends Entity {
  @Field() brokenId!: string;
  @Lookup(() => Broken, 'brokenId') broken?: Related<Broken>;
}

function targets(storage: EntityMetadataStorage): EntityClass[] {
  return storage.all().map(({ target }) => target);
}

describe('EntityMetadataStorage', () => {
  it('builds an entity once', () => {
    const storage = new EntityMetadataStorage();
    expect(storage.get(Account)).toBe(storage.get(Account));
    expect(storage.register(Account)).toBe(storage.get(Account));
  });

  it('has nothing in common with another storage', () => {
    const one = new EntityMetadataStorage('one');
    const other = new EntityMetadataStorage('other');
    expect(one.get(Account)).not.toBe(other.get(Account));
    other.get(Contact);
    expect(targets(one)).toEqual([Account]);
  });

  it('gets an entity without following its relations', () => {
    const storage = new EntityMetadataStorage();
    storage.get(Broken);
    expect(targets(storage)).toEqual([Broken]);
  });

  it('registers an entity with all that its relations lead to, in circles too', () => {
    const storage = new EntityMetadataStorage();
    storage.register(Account);
    expect(targets(storage)).toEqual([Account, Contact]);
  });

  it('lists the targets that were resolved', () => {
    const storage = new EntityMetadataStorage();
    storage.get(Contact).parents.get('account')?.target();
    expect(targets(storage)).toEqual([Contact, Account]);
  });

  it('refuses to register what leads to a mistake, however often', () => {
    const storage = new EntityMetadataStorage();
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(() => storage.register(LeadsToBroken)).toThrow(
        new InvalidEntityException(
          'Broken.owner: the target of @Lookup(), Undecorated, carries no @SObject() of its own. ' +
            'Decorate it, or name an entity.',
        ),
      );
    }
  });

  it('does not list a class that was refused', () => {
    const storage = new EntityMetadataStorage();
    expect(() => storage.get(Undecorated)).toThrow(InvalidEntityException);
    expect(storage.all()).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['undefined', undefined, /^An entity is undefined\. .*import each other in a circle/],
    ['null', null, /^An entity is a class that carries @SObject\(\), not null\.$/],
    ['a text', 'Account', /^An entity is a class that carries @SObject\(\), not a value of type string\.$/],
  ])('explains an entity that is %s', (_, target, message) => {
    const storage = new EntityMetadataStorage();
    expect(() => storage.get(target as EntityClass)).toThrow(InvalidEntityException);
    expect(() => storage.register(target as EntityClass)).toThrow(message);
  });
});

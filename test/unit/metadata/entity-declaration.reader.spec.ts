import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { readDeclaredProperties } from '../../../lib/metadata/entity-declaration.reader.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import type { Related } from '../../../lib/metadata/related.js';

/** For decorators where the compiler would refuse them. */
const loosely = (decorator: unknown) => decorator as PropertyDecorator & MethodDecorator;

abstract class Root {
  @Id() readonly id!: string;
}

function Audited<Base extends EntityClass>(base: Base) {
  abstract class AuditedEntity extends base {
    @Field() createdDate!: Date;
    @Field() systemModstamp!: Date;
  }
  return AuditedEntity;
}

abstract class Named extends Audited(Root) {
  @Field() name!: string;
}

class Account extends Named {
  @Field({ label: 'Created' }) declare createdDate: Date;
  @Field() ownerId!: string;
  @Lookup(() => Root, 'ownerId') owner?: Related<Root>;
}

describe('readDeclaredProperties', () => {
  it('collects bases, mixins and the class itself, the bases first', () => {
    const { ids, fields, parents, children } = readDeclaredProperties(Account);
    expect(ids.map(({ property }) => property)).toEqual(['id']);
    expect(fields.map(({ property }) => property)).toEqual([
      'createdDate',
      'systemModstamp',
      'name',
      'ownerId',
    ]);
    expect(parents.map(({ property }) => property)).toEqual(['owner']);
    expect(children).toEqual([]);
  });

  it('lets a class redeclare a property of its base', () => {
    const [createdDate] = readDeclaredProperties(Account).fields;
    expect(createdDate).toMatchObject({ declaredBy: Account, fact: { options: { label: 'Created' } } });
  });

  it('leaves the base as it is', () => {
    const [createdDate] = readDeclaredProperties(Named).fields;
    expect(createdDate?.fact.options).toEqual({});
    expect(readDeclaredProperties(Named).parents).toEqual([]);
  });

  it('finds nothing in a class without decorators', () => {
    expect(readDeclaredProperties(class Plain {})).toEqual({
      ids: [],
      fields: [],
      parents: [],
      children: [],
    });
  });

  describe('refuses', () => {
    it.each<[string, () => EntityClass, string]>([
      [
        'a field that is a relation as well',
        () => {
          class Contact {
            @loosely(Field()) @Lookup(() => Root, 'ownerId') owner?: Related<Root>;
            ownerId!: string;
          }
          return Contact;
        },
        'Contact.owner: the property carries @Field() and @Lookup(). ' +
          'Remove @Field(); the foreign key of a relation is a field of its own.',
      ],
      [
        'one decorator twice',
        () => {
          class Contact {
            @Field() @Field() name!: string;
          }
          return Contact;
        },
        'Contact.name: the property carries @Field() and @Field(). Keep one of them.',
      ],
      [
        'an id that is a field as well',
        () => {
          class Contact {
            @Id() @Field() id!: string;
          }
          return Contact;
        },
        'Contact.id: the property carries @Field() and @Id(). Keep one of them.',
      ],
      [
        'a static member',
        () => {
          class Contact {
            @loosely(Field()) static count: number;
          }
          return Contact;
        },
        'Contact.count: @Field() stands on a static member. Put it on an instance property, or remove it.',
      ],
      [
        'a method',
        () => {
          class Contact {
            @loosely(Field()) name(): void {}
          }
          return Contact;
        },
        'Contact.name: @Field() stands on a method. Put it on an instance property, or remove it.',
      ],
      [
        'an accessor',
        () => {
          class Contact {
            @loosely(Id()) get id(): string {
              return '';
            }
          }
          return Contact;
        },
        'Contact.id: @Id() stands on an accessor. Put it on an instance property, or remove it.',
      ],
      [
        'a symbol',
        () => {
          class Contact {
            @loosely(Field()) [Symbol.iterator]!: string;
          }
          return Contact;
        },
        'Contact.Symbol(Symbol.iterator): @Field() stands on a property whose name is a symbol. ' +
          'Put it on an instance property, or remove it.',
      ],
      [
        'a mistake of a base, in the name of the entity',
        () => {
          abstract class Base {
            @loosely(Field()) name(): void {}
          }
          return class Contact extends Base {};
        },
        'Contact.name: @Field() stands on a method. Put it on an instance property, or remove it.',
      ],
    ])('%s', (_, declare, message) => {
      expect(() => readDeclaredProperties(declare())).toThrow(new InvalidEntityException(message));
    });
  });
});

import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { MasterDetail } from '../../../lib/metadata/decorators/master-detail.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { declarationOf, decoratorOf, type PropertyFact } from '../../../lib/metadata/entity-declaration.js';
import type { Related } from '../../../lib/metadata/related.js';

const accountClass = () => Account;
const contactClass = () => Contact;

abstract class Base {
  @Id() readonly id!: string;
}

@SObject({ label: 'Customer' })
class Account extends Base {
  @Field({ length: 80 }) name!: string;
  @Children(contactClass, 'account', { relationshipName: 'People' }) contacts?: Related<Contact[]>;
}

@SObject('Contact')
class Contact extends Base {
  @Field() accountId!: string;
  @Lookup(accountClass, 'accountId') account?: Related<Account>;
  @Field() householdId!: string;
  @MasterDetail(accountClass, 'householdId', { relationshipName: 'Home' }) household?: Related<Account>;
}

/** What a compiler without `experimentalDecorators` makes of a decorated property. */
function applyAsStandard(): void {
  const decorate = Field() as (...args: unknown[]) => void;
  decorate(undefined, { kind: 'field', name: 'name', static: false });
}

const loosely = (decorator: unknown) => decorator as PropertyDecorator & MethodDecorator;

describe('the decorators', () => {
  it('record what they say on the class that carries them, in order', () => {
    expect(declarationOf(Account)).toEqual({
      sobject: { label: 'Customer' },
      properties: [
        {
          property: 'name',
          placement: 'property',
          declaredBy: Account,
          fact: { kind: 'field', options: { length: 80 } },
        },
        {
          property: 'contacts',
          placement: 'property',
          declaredBy: Account,
          fact: {
            kind: 'children',
            target: contactClass,
            inverse: 'account',
            options: { relationshipName: 'People' },
          },
        },
      ],
    });
  });

  it('record lookups and master-details', () => {
    expect(declarationOf(Contact)?.properties.map(({ fact }) => fact)).toEqual([
      { kind: 'field', options: {} },
      { kind: 'lookup', target: accountClass, foreignKey: 'accountId', options: {} },
      { kind: 'field', options: {} },
      {
        kind: 'master-detail',
        target: accountClass,
        foreignKey: 'householdId',
        options: { relationshipName: 'Home' },
      },
    ]);
  });

  it('take a text for the API name of an object', () => {
    expect(declarationOf(Contact)?.sobject).toEqual({ apiName: 'Contact' });
  });

  it('leave the base class what is its own', () => {
    expect(declarationOf(Base)).toEqual({
      properties: [{ property: 'id', placement: 'property', declaredBy: Base, fact: { kind: 'id' } }],
    });
  });

  it('are not inherited: a class without decorators has no declaration', () => {
    class Plain extends Account {}
    expect(declarationOf(Plain)).toBeUndefined();
  });

  it('leave no enumerable trace on the class', () => {
    expect(Object.keys(Account)).toEqual([]);
  });

  it('record where they stand when it is no instance property', () => {
    const secret = Symbol('secret');
    class Misplaced {
      @loosely(Field()) static count: number;
      @loosely(Field()) method(): void {}
      @loosely(Field()) get computed(): string {
        return '';
      }
      @loosely(Field()) [secret]!: string;
    }
    const placements = declarationOf(Misplaced)?.properties.map(({ property, placement }) => [
      property,
      placement,
    ]);
    expect(placements).toEqual(
      expect.arrayContaining([
        ['count', 'static member'],
        ['method', 'method'],
        ['computed', 'accessor'],
        ['Symbol(secret)', 'symbol'],
      ]),
    );
    expect(placements).toHaveLength(4);
  });

  it('take the descriptor that some compilers make for a property', () => {
    class Entity {}
    const descriptor = { configurable: true, enumerable: true, writable: true, initializer: null };
    (Field() as (...args: unknown[]) => void)(Entity.prototype, 'name', descriptor);
    expect(declarationOf(Entity)?.properties).toMatchObject([{ property: 'name', placement: 'property' }]);
  });

  it('refuse to be standard decorators', () => {
    expect(applyAsStandard).toThrow(InvalidEntityException);
    expect(applyAsStandard).toThrow(
      /@Field\(\) was called as a standard decorator.*"experimentalDecorators": true/,
    );
  });
});

describe('decoratorOf', () => {
  it.each<[PropertyFact['kind'], string]>([
    ['id', '@Id()'],
    ['field', '@Field()'],
    ['lookup', '@Lookup()'],
    ['master-detail', '@MasterDetail()'],
    ['children', '@Children()'],
  ])('spells %s %s', (kind, decorator) => {
    expect(decoratorOf({ kind } as PropertyFact)).toBe(decorator);
  });
});

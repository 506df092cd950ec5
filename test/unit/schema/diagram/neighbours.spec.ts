import { describe, expect, it } from '@jest/globals';
import { withNeighbours, type NeighbourOptions } from '../../../../lib/schema/diagram/neighbours.js';
import { DefinitionSource } from '../../../../lib/schema/source/definition-source.js';
import type { ChildRelationshipDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { object, reference } from '../../../fixtures/diagram-objects.js';

const child = (
  childSObject: string,
  field: string,
  relationshipName: string | null = 'Any',
): ChildRelationshipDefinition => ({
  childSObject,
  field,
  relationshipName,
});

const source = new DefinitionSource(
  [
    object('Account', [reference('ParentId', ['Account']), reference('OwnerId', ['User'])], {
      childRelationships: [
        child('Contact', 'AccountId'),
        child('Task', 'WhatId'),
        child('AccountHistory', 'AccountId'),
        child('Secret', 'AccountId', null),
        child('Hidden', 'AccountId'),
      ],
    }),
    object('Contact', [reference('AccountId', ['Account']), reference('OwnerId', ['User'])], {
      childRelationships: [child('Case', 'ContactId')],
    }),
    object('Case', [reference('ContactId', ['Contact']), reference('AssetId', ['Asset', 'Missing'])]),
    object('Asset', []),
    object('User', [reference('ProfileId', ['Profile'])]),
    object('Profile', []),
    object('Task', [reference('WhatId', ['Account', 'Asset', 'Case', 'Order'])]),
    object('AccountHistory', [reference('AccountId', ['Account'])], { associateParentEntity: 'Account' }),
    object('Secret', [reference('AccountId', ['Account'])]),
  ],
  'the test',
);

const namesOf = async (names: readonly string[], options: NeighbourOptions): Promise<string> =>
  (await withNeighbours(names, source, options)).map(({ name }) => name).join(' ');

describe('withNeighbours', () => {
  it.each([
    [['Case'], { depth: 0 }, 'Case'],
    [['Case'], { depth: 1 }, 'Case Contact Asset'],
    [['Case'], { depth: 2 }, 'Case Contact Asset Account User'],
    [['Case'], { depth: 9 }, 'Case Contact Asset Account User Profile'],
    [['Case'], { depth: 9, audit: false }, 'Case Contact Asset Account'],
    [['Case', 'Contact'], { depth: 1, audit: false }, 'Case Contact Asset Account'],
    [['Account'], { depth: 1, children: true, audit: false }, 'Account Contact'],
    [['Account'], { depth: 2, children: true, audit: false }, 'Account Contact Case'],
    [['Task'], { depth: 1 }, 'Task'],
  ])('adds to %j by %j', async (names, options, expected) => {
    expect(await namesOf(names, options)).toBe(expected);
  });

  it('never adds what is excluded', async () => {
    expect(await namesOf(['Case'], { depth: 9, isExcluded: (name) => name === 'Contact' })).toBe(
      'Case Asset',
    );
  });

  it('refuses a name that no object has', async () => {
    await expect(namesOf(['Csae'], { depth: 1 })).rejects.toThrow(
      /There is no object 'Csae' \(did you mean Case\?\)/,
    );
  });
});

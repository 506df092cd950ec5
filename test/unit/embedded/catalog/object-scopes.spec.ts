import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { describeScopes } from '../../../../lib/embedded/catalog/object-scopes.js';
import { customObject } from '../../../support/record-engine.js';

const catalog = Catalog.standard();
catalog.define(customObject('Broker__c', []));

describe('describeScopes', () => {
  it.each([
    ['Account', ['everything: All accounts', 'mine: My accounts', "team: My team's accounts"]],
    ['User', ['everything: All users']],
    [
      'Task',
      [
        'delegated: My delegated tasks',
        'everything: All tasks',
        'mine: My tasks',
        'queue_owned: Queue owned tasks',
        "team: My team's tasks",
      ],
    ],
    [
      'Broker__c',
      [
        'everything: All brokers',
        'mine: My brokers',
        'queue_owned: Queue owned brokers',
        "team: My team's brokers",
        'user_owned: User owned brokers',
      ],
    ],
  ])('of %s', (name, scopes) => {
    expect(describeScopes(catalog.get(name)!).map((scope) => `${scope.name}: ${scope.label}`)).toEqual(
      scopes,
    );
  });
});

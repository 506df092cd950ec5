import { describe, expect, it } from '@jest/globals';
import { ImportResolver } from '../../../../lib/codegen/entity/import-resolver.js';
import type { StatementModel } from '../../../../lib/codegen/model/statement.model.js';

const files = new Map([
  ['User', './user.entity.js'],
  ['Audited', './audited.entity.js'],
  ['Account', './account.entity.js'],
  ['Rating', './account.picklists.js'],
]);
const field = {
  name: 'Field',
  args: [
    {
      options: [
        ['picklist', 'Rating'],
        ['help', "'User or Group'"],
      ] as const,
    },
  ],
};
const account: StatementModel = {
  kind: 'class',
  key: 'object Account',
  name: 'Account',
  docs: [],
  extends: 'Audited',
  decorators: [{ name: 'SObject', args: [] }],
  members: [
    {
      key: 'a',
      name: 'rating',
      docs: [],
      decorators: [field, { name: 'Matches', args: ['/^Address$/'] }],
      readonly: false,
      optional: false,
      type: 'Rating | null',
    },
    {
      key: 'b',
      name: 'owner',
      docs: [],
      decorators: [{ name: 'Lookup', args: ['() => User', "'ownerId'"] }],
      readonly: false,
      optional: true,
      type: 'Related<User>',
    },
    {
      key: 'c',
      name: 'parent',
      docs: [],
      decorators: [{ name: 'Lookup', args: ['() => Account'] }],
      readonly: false,
      optional: true,
      type: 'Related<Account>',
    },
    { key: 'd', name: 'due', docs: [], decorators: [], readonly: false, optional: false, type: 'DateString' },
  ],
};

describe('ImportResolver', () => {
  it('finds what code names, as a value or as a type alone', () => {
    expect(
      new ImportResolver(files)
        .resolve([account])
        .map(({ from, name, typeOnly }) => `${from} ${typeOnly ? 'type ' : ''}${name}`),
    ).toEqual([
      'class-validator Matches',
      'nestjs-salesforce type DateString',
      'nestjs-salesforce Field',
      'nestjs-salesforce Lookup',
      'nestjs-salesforce type Related',
      'nestjs-salesforce SObject',
      './account.picklists.js Rating',
      './audited.entity.js Audited',
      './user.entity.js User',
    ]);
  });
});

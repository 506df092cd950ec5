import { describe, expect, it } from '@jest/globals';
import { selectFields } from '../../../../lib/codegen/selection/field-selection.js';
import { customField, customObject } from '../../../support/record-engine.js';

const account = customObject(
  'Account',
  ['Id', 'Name', 'BillingCity', 'BillingStreet', 'Nick__pc'].map((name) => customField(name, 'string')),
);

describe('selectFields', () => {
  it.each([
    [{}, ['Id', 'Name', 'BillingCity', 'BillingStreet', 'Nick__pc']],
    [{ Account: { include: ['Name'] } }, ['Id', 'Name']],
    [{ 'acc*': { exclude: ['*__pc', 'billing*'] } }, ['Id', 'Name']],
    [
      { '*': { exclude: ['*__PC'] }, Account: { include: ['Nick__pc', 'Billing*'] } },
      ['Id', 'BillingCity', 'BillingStreet'],
    ],
    [{ Contact: { include: [] } }, ['Id', 'Name', 'BillingCity', 'BillingStreet', 'Nick__pc']],
    [{ Account: { include: [] } }, ['Id']],
  ])('by %j', (fields, expected) => {
    expect(selectFields(account, { fields }).fields.map(({ name }) => name)).toEqual(expected);
  });
});

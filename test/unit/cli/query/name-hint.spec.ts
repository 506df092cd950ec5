import { describe, expect, it } from '@jest/globals';
import { withNameHint } from '../../../../lib/cli/query/name-hint.js';
import { SchemaMismatchException } from '../../../../lib/exceptions/schema-mismatch.exception.js';
import { DefinitionSource } from '../../../../lib/schema/source/definition-source.js';

const field = (name: string) => ({ name, label: name, type: 'string' as const });
const object = (name: string, queryable = true) => ({
  name,
  label: name,
  labelPlural: name,
  keyPrefix: null,
  custom: false,
  createable: true,
  updateable: true,
  deletable: true,
  queryable,
  fields: [field('Name'), field('Industry')],
});
const schema = new DefinitionSource([object('Account'), object('AccountFeed', false)], 'the test');

describe('withNameHint', () => {
  it.each([
    ["No such column 'Nmae' on entity 'Account'.", '\nDid you mean Name?'],
    ["No such column 'Xyz' on entity 'Account'.", ''],
    ["No such column 'Nmae' on entity 'Unknown'.", ''],
    ["sObject type 'Acount' is not supported.", '\nDid you mean Account?'],
    ['Insufficient access', ''],
  ])('adds to %s', async (message, hint) => {
    const error = new SchemaMismatchException(message);
    expect(await withNameHint(error, schema)).toBe(error);
    expect(error.message).toBe(message + hint);
  });

  it('leaves other errors as they are', async () => {
    const error = new TypeError("sObject type 'Acount' is not supported.");
    expect(await withNameHint(error, schema)).toBe(error);
    expect(error.message).toBe("sObject type 'Acount' is not supported.");
  });
});

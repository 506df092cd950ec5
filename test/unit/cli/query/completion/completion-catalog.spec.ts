import { describe, expect, it } from '@jest/globals';
import { CompletionCatalog } from '../../../../../lib/cli/query/completion/completion-catalog.js';
import type { DescribeSource } from '../../../../../lib/schema/describe-source.interface.js';
import type { SObjectDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

const ACCOUNT: SObjectDefinition = {
  name: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  custom: false,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [],
};

/** Counts what it is asked for, and is out of order at first. */
class Source implements DescribeSource {
  readonly calls = 0;
  lists = 0;
  describes = 0;

  constructor(public broken = false) {}

  async list() {
    this.lists++;
    if (this.broken) throw new TypeError('offline');
    return [ACCOUNT, { ...ACCOUNT, name: 'AccountFeed', queryable: false }];
  }

  async *describe() {
    this.describes++;
    if (this.broken) throw new TypeError('offline');
    yield ACCOUNT;
  }
}

describe('CompletionCatalog', () => {
  it('asks once for each thing', async () => {
    const source = new Source();
    const catalog = new CompletionCatalog(source);
    expect(await catalog.objectNames()).toEqual(['Account']);
    expect(await catalog.objectNames()).toEqual(['Account']);
    expect(await Promise.all([catalog.object('Account'), catalog.object('account')])).toEqual([
      ACCOUNT,
      ACCOUNT,
    ]);
    expect([source.lists, source.describes]).toEqual([1, 1]);
  });

  it('does without what it does not get, and asks again', async () => {
    const source = new Source(true);
    const catalog = new CompletionCatalog(source);
    expect(await catalog.objectNames()).toEqual([]);
    expect(await catalog.object('Account')).toBeUndefined();
    source.broken = false;
    expect(await catalog.objectNames()).toEqual(['Account']);
    expect(await catalog.object('Account')).toEqual(ACCOUNT);
  });
});

import { describe, expect, it } from '@jest/globals';
import { InvalidEntityException } from '../../../lib/exceptions/invalid-entity.exception.js';
import type { SObjectOptions } from '../../../lib/metadata/decorators/sobject-options.interface.js';
import { objectAccess } from '../../../lib/metadata/object-access.js';

class Entity {}

/** What is allowed, as letters: create, update, delete, query. */
function allowed(apiName: string, options: SObjectOptions = {}): string {
  const { createable, updateable, deletable, queryable } = objectAccess(Entity, options, apiName);
  return `${createable ? 'c' : ''}${updateable ? 'u' : ''}${deletable ? 'd' : ''}${queryable ? 'q' : ''}`;
}

describe('objectAccess', () => {
  it.each<[string, SObjectOptions, string]>([
    ['Account', {}, 'cudq'],
    ['Invoice__c', {}, 'cudq'],
    ['Product__x', {}, 'cudq'],
    ['Shipped__e', {}, 'c'],
    ['Rate__mdt', {}, 'q'],
    ['acme__Rate__MDT', {}, 'q'],
    ['AccountHistory', { readOnly: true }, 'q'],
    ['AccountFeed', { creatable: false, updatable: false }, 'dq'],
    ['Rate__mdt', { readOnly: false }, 'cudq'],
    ['Rate__mdt', { updatable: true }, 'uq'],
    ['Shipped__e', { queryable: true }, 'cq'],
    ['Vote', { queryable: false }, 'cud'],
  ])('of %s with %o', (apiName, options, letters) => {
    expect(allowed(apiName, options)).toBe(letters);
  });

  it.each<SObjectOptions>([{ creatable: true }, { updatable: true }, { deletable: true }])(
    'refuses a readOnly object with %o',
    (options) => {
      const access = () => objectAccess(Entity, { readOnly: true, ...options }, 'Account');
      expect(access).toThrow(InvalidEntityException);
      expect(access).toThrow('Entity: the object is readOnly and yet creatable, updatable or deletable.');
    },
  );
});

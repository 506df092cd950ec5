import { describe, expect, it } from '@jest/globals';
import { metadataId } from '../../../../../lib/embedded/rest/sobjects/metadata-id.js';
import { toId18 } from '../../../../../lib/protocol/salesforce-id.js';

describe('metadataId', () => {
  it('is an id of the prefix, the same for the same name in any case', () => {
    const id = metadataId('00N', 'Account.Tier__c');
    expect(id).toMatch(/^00N[0-9A-Za-z]{15}$/);
    expect(toId18(id)).toBe(id);
    expect(metadataId('00N', 'account.tier__C')).toBe(id);
  });

  it('differs from name to name', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => metadataId('00N', `Account.Field${index}__c`));
    expect(new Set(ids).size).toBe(1000);
  });
});

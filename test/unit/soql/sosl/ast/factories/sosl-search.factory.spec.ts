import { describe, expect, it } from '@jest/globals';
import { fieldPath } from '../../../../../../lib/soql/ast/factories/expression.factory.js';
import { selected } from '../../../../../../lib/soql/ast/factories/select-item.factory.js';
import { searchWord } from '../../../../../../lib/soql/sosl/ast/factories/search-expression.factory.js';
import {
  lookupFilter,
  returningItem,
  soslSearch,
} from '../../../../../../lib/soql/sosl/ast/factories/sosl-search.factory.js';

describe('SOSL factories', () => {
  it('have the clauses that were given', () => {
    const account = returningItem('Account', { fields: [selected(fieldPath('Name'))], limit: 5 });
    expect(account).toEqual({
      sobject: 'Account',
      fields: [{ kind: 'expression', expression: { kind: 'field', path: ['Name'] } }],
      limit: 5,
    });
    expect(soslSearch({ find: searchWord('Acme'), returning: [account], in: 'NAME' })).toEqual({
      kind: 'search',
      find: { kind: 'word', pattern: 'Acme' },
      in: 'NAME',
      returning: [account],
    });
  });

  it('leave out what is not given', () => {
    expect(soslSearch({ find: searchWord('Acme') })).toEqual({ kind: 'search', find: searchWord('Acme') });
    expect(returningItem('Account')).toEqual({ sobject: 'Account' });
    expect(lookupFilter(['Contact'])).toEqual({ kind: 'lookup', path: ['Contact'], bindings: [] });
  });
});

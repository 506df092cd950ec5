import { describe, expect, it } from '@jest/globals';
import { fieldPath } from '../../../../../lib/soql/ast/factories/expression.factory.js';
import { selected, typeofSelection } from '../../../../../lib/soql/ast/factories/select-item.factory.js';
import {
  fromClause,
  groupByClause,
  soqlQuery,
} from '../../../../../lib/soql/ast/factories/soql-query.factory.js';

const id = fieldPath('Id');

describe('soqlQuery', () => {
  it('has the clauses that were given, and no others', () => {
    expect(soqlQuery({ select: [selected(id)], from: fromClause('Account'), limit: 0 })).toEqual({
      kind: 'query',
      select: [{ kind: 'expression', expression: { kind: 'field', path: ['Id'] } }],
      from: { sobject: 'Account' },
      limit: 0,
    });
  });
});

describe('fromClause', () => {
  it('names the related objects', () => {
    const from = fromClause('Contact', 'c', [{ path: ['c', 'Account'], alias: 'a' }]);
    expect(from).toEqual({
      sobject: 'Contact',
      alias: 'c',
      related: [{ path: ['c', 'Account'], alias: 'a' }],
    });
  });
});

describe('groupByClause', () => {
  it('is plain unless said otherwise', () => {
    expect(groupByClause([id])).toEqual({ kind: 'plain', expressions: [{ kind: 'field', path: ['Id'] }] });
    expect(groupByClause([id], 'cube').kind).toBe('cube');
  });
});

describe('typeofSelection', () => {
  it('has its branches, and an else only if given', () => {
    expect(typeofSelection(fieldPath('What'), [{ sobject: 'Account', fields: [id] }])).toEqual({
      kind: 'typeof',
      relationship: { kind: 'field', path: ['What'] },
      when: [{ sobject: 'Account', fields: [{ kind: 'field', path: ['Id'] }] }],
    });
  });
});

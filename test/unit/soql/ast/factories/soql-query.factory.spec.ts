import { describe, expect, it } from '@jest/globals';
import { fieldPath } from '../../../../../lib/soql/ast/factories/expression.factory.js';
import { selected, typeofSelection } from '../../../../../lib/soql/ast/factories/select-item.factory.js';
import {
  fromClause,
  groupByClause,
  orderByItem,
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

  it("is frozen with its lists, and leaves the caller's alone", () => {
    const orderBy = [orderByItem(id, 'DESC')];
    const query = soqlQuery({ select: [selected(id)], from: fromClause('Account'), orderBy, for: ['VIEW'] });
    orderBy.push(orderByItem(id));
    expect(query.orderBy).toHaveLength(1);
    for (const part of [query, query.select, query.from, query.orderBy, query.for]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});

describe('fromClause', () => {
  it('freezes the related objects to the last name', () => {
    const from = fromClause('Contact', 'c', [{ path: ['c', 'Account'], alias: 'a' }]);
    expect(from).toEqual({
      sobject: 'Contact',
      alias: 'c',
      related: [{ path: ['c', 'Account'], alias: 'a' }],
    });
    expect(Object.isFrozen(from.related?.[0]?.path)).toBe(true);
  });
});

describe('groupByClause', () => {
  it('is plain unless said otherwise', () => {
    expect(groupByClause([id])).toEqual({ kind: 'plain', expressions: [{ kind: 'field', path: ['Id'] }] });
    expect(groupByClause([id], 'cube').kind).toBe('cube');
  });
});

describe('typeofSelection', () => {
  it('freezes its branches', () => {
    const selection = typeofSelection(fieldPath('What'), [{ sobject: 'Account', fields: [id] }]);
    expect(selection.otherwise).toBeUndefined();
    expect(Object.isFrozen(selection.when[0]?.fields)).toBe(true);
  });
});

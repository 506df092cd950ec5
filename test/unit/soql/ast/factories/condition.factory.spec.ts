import { describe, expect, it } from '@jest/globals';
import {
  and,
  comparison,
  inclusion,
  membership,
  not,
  or,
  semiJoin,
} from '../../../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../../../../lib/soql/ast/factories/expression.factory.js';
import { numberLiteral, stringLiteral } from '../../../../../lib/soql/ast/factories/literal.factory.js';
import { selected } from '../../../../../lib/soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../../../../lib/soql/ast/factories/soql-query.factory.js';

const name = fieldPath('Name');
const one = comparison(name, '=', numberLiteral('1'));
const two = comparison(name, '!=', numberLiteral('2'));
const query = soqlQuery({ select: [selected(name)], from: fromClause('Account') });

describe('condition factories', () => {
  it.each([
    [one, { kind: 'comparison', left: { kind: 'field', path: ['Name'] }, operator: '=' }],
    [membership(name, [numberLiteral('1')]), { kind: 'membership', negated: false, values: [{ text: '1' }] }],
    [membership(name, [numberLiteral('1')], true), { kind: 'membership', negated: true }],
    [
      inclusion(name, [stringLiteral('a;b')]),
      { kind: 'inclusion', negated: false, values: [{ value: 'a;b' }] },
    ],
    [semiJoin(name, query, true), { kind: 'semi-join', negated: true, query: { kind: 'query' } }],
    [not(one), { kind: 'not', condition: { kind: 'comparison' } }],
    [and(one, two), { kind: 'and', conditions: [{ operator: '=' }, { operator: '!=' }] }],
    [or(one, two), { kind: 'or', conditions: [{ operator: '=' }, { operator: '!=' }] }],
  ])('make nodes: %#', (condition, shape) => {
    expect(condition).toMatchObject(shape);
  });

  it('leave a single condition as it is', () => {
    expect(and(one)).toBe(one);
    expect(or(one)).toBe(one);
  });
});

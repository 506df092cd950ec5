import { describe, expect, it } from '@jest/globals';
import { all, any, negation, type Predicate } from '../../../../lib/query/where/condition-algebra.js';
import { and, comparison, or } from '../../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../../../lib/soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../../../lib/soql/ast/factories/literal.factory.js';

const a = comparison(fieldPath('A'), '=', stringLiteral('a'));
const b = comparison(fieldPath('B'), '=', stringLiteral('b'));

describe('all', () => {
  it.each<[string, readonly Predicate[], Predicate]>([
    ['nothing is true', [], true],
    ['one condition is itself', [a], a],
    ['true adds nothing', [true, a, true], a],
    ['only true is true', [true, true], true],
    ['one false is enough', [a, false, b], false],
    ['conditions are joined', [a, b], { kind: 'and', conditions: [a, b] }],
    ['what is joined already is taken apart', [and(a, b), a], { kind: 'and', conditions: [a, b, a] }],
    ['what is joined otherwise is not', [or(a, b), a], { kind: 'and', conditions: [or(a, b), a] }],
  ])('%s', (_, predicates, result) => {
    expect(all(predicates)).toEqual(result);
  });
});

describe('any', () => {
  it.each<[string, readonly Predicate[], Predicate]>([
    ['nothing is false', [], false],
    ['one condition is itself', [a], a],
    ['false adds nothing', [false, a, false], a],
    ['only false is false', [false, false], false],
    ['one true is enough', [a, true, b], true],
    ['conditions are joined', [a, b], { kind: 'or', conditions: [a, b] }],
    ['what is joined already is taken apart', [a, or(a, b)], { kind: 'or', conditions: [a, a, b] }],
    ['what is joined otherwise is not', [and(a, b), a], { kind: 'or', conditions: [and(a, b), a] }],
  ])('%s', (_, predicates, result) => {
    expect(any(predicates)).toEqual(result);
  });
});

describe('negation', () => {
  it.each<[Predicate, Predicate]>([
    [true, false],
    [false, true],
    [a, { kind: 'not', condition: a }],
  ])('of %p', (predicate, result) => {
    expect(negation(predicate)).toEqual(result);
  });
});

import { FormulaError } from './formula-error.js';
import { compileCall, finite, type CompiledFormula, type FormulaContext } from './formula-functions.js';
import type { FormulaNode, FormulaOperator } from './formula-node.js';
import type { FormulaType, FormulaValue } from './formula-value.js';

/** A field that a formula names: where its value stands among the inputs, and what it is. */
export interface FormulaInput {
  readonly place: number;
  readonly type: FormulaType;
}

export interface FormulaOptions {
  /** Whether numbers that are not there count as zero. */
  readonly blankAsZero: boolean;
  /** @throws FormulaError for a path that leads nowhere */
  input(path: readonly string[]): FormulaInput;
}

/** @throws FormulaError for what cannot be computed */
export function compileFormula(node: FormulaNode, options: FormulaOptions): CompiledFormula {
  switch (node.kind) {
    case 'literal':
      return { type: literalType(node.value), evaluate: () => node.value };
    case 'field':
      return compileField(node.path, options);
    case 'call':
      return compileCall(
        node.name,
        node.args.map((arg) => compileFormula(arg, options)),
      );
    case 'negation':
      return compileNegation(node.operator, compileFormula(node.operand, options));
    case 'binary':
      return compileBinary(
        node.operator,
        compileFormula(node.left, options),
        compileFormula(node.right, options),
      );
  }
}

function literalType(value: FormulaValue): FormulaType {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'boolean';
}

function compileField(path: readonly string[], { input, blankAsZero }: FormulaOptions): CompiledFormula {
  const { place, type } = input(path);
  const zero = type === 'number' && blankAsZero;
  return { type, evaluate: (inputs) => inputs[place] ?? (zero ? 0 : null) };
}

function compileNegation(operator: '-' | '!', operand: CompiledFormula): CompiledFormula {
  if (operator === '!') {
    return { type: 'boolean', evaluate: (inputs, context) => operand.evaluate(inputs, context) !== true };
  }
  return {
    type: 'number',
    evaluate(inputs, context) {
      const value = operand.evaluate(inputs, context);
      return value === null ? null : -Number(value);
    },
  };
}

type Operation = (left: FormulaValue, right: FormulaValue) => FormulaValue;

function compileBinary(
  operator: FormulaOperator,
  left: CompiledFormula,
  right: CompiledFormula,
): CompiledFormula {
  const { type, of } = operation(operator, left.type, right.type);
  return {
    type,
    evaluate: (inputs: readonly FormulaValue[], context: FormulaContext) =>
      of(left.evaluate(inputs, context), right.evaluate(inputs, context)),
  };
}

function operation(
  operator: FormulaOperator,
  left: FormulaType,
  right: FormulaType,
): { readonly type: FormulaType; readonly of: Operation } {
  switch (operator) {
    case '||':
      return { type: 'boolean', of: (a, b) => a === true || b === true };
    case '&&':
      return { type: 'boolean', of: (a, b) => a === true && b === true };
    case '&':
      return { type: 'text', of: (a, b) => `${a ?? ''}${b ?? ''}` };
    case '=':
      return { type: 'boolean', of: same };
    case '<>':
      return { type: 'boolean', of: (a, b) => !same(a, b) };
    case '<':
    case '>':
    case '<=':
    case '>=':
      return { type: 'boolean', of: ordered(operator) };
    case '+':
      if (left === 'text' || right === 'text') return { type: 'text', of: (a, b) => `${a ?? ''}${b ?? ''}` };
      return sum(left, right, 1);
    case '-':
      return sum(left, right, -1);
    case '*':
      return arithmetic((a, b) => a * b);
    case '/':
      return arithmetic((a, b) => a / b);
    case '^':
      return arithmetic((a, b) => a ** b);
  }
}

/** A text that is not there is an empty one. */
function same(left: FormulaValue, right: FormulaValue): boolean {
  return (left ?? '') === (right ?? '');
}

const ORDERS = {
  '<': (a: number | string, b: number | string) => a < b,
  '>': (a: number | string, b: number | string) => a > b,
  '<=': (a: number | string, b: number | string) => a <= b,
  '>=': (a: number | string, b: number | string) => a >= b,
};

function ordered(operator: keyof typeof ORDERS): Operation {
  const holds = ORDERS[operator];
  return (left, right) =>
    left !== null && right !== null && typeof left !== 'boolean' && typeof right !== 'boolean'
      ? holds(left, right)
      : false;
}

function arithmetic(of: (a: number, b: number) => number): { type: 'number'; of: Operation } {
  return {
    type: 'number',
    of: (left, right) => (left === null || right === null ? null : finite(of(Number(left), Number(right)))),
  };
}

const DAY = 86_400_000;

/** Numbers add up; to a date, or a moment, days are added; two dates are as many days apart. */
function sum(left: FormulaType, right: FormulaType, sign: 1 | -1): { type: FormulaType; of: Operation } {
  const [isDate, otherIsDate] = [left, right].map((type) => type === 'date' || type === 'datetime');
  if (isDate && otherIsDate) {
    if (sign === 1)
      throw new FormulaError("Incorrect parameter type for operator '+': two dates do not add up.");
    return between((a, b) => (Date.parse(String(a)) - Date.parse(String(b))) / DAY);
  }
  if (isDate) return { type: left, of: (date, days) => later(left, date, days, sign) };
  if (otherIsDate && sign === 1) return { type: right, of: (days, date) => later(right, date, days, 1) };
  return arithmetic((a, b) => a + sign * b);
}

function between(of: (a: FormulaValue, b: FormulaValue) => number): { type: 'number'; of: Operation } {
  return { type: 'number', of: (a, b) => (a === null || b === null ? null : finite(of(a, b))) };
}

function later(type: FormulaType, date: FormulaValue, days: FormulaValue, sign: 1 | -1): FormulaValue {
  if (date === null || days === null) return null;
  const shift = type === 'date' ? Math.trunc(Number(days)) : Number(days);
  const moment = new Date(Date.parse(String(date)) + sign * shift * DAY);
  if (Number.isNaN(moment.getTime())) return null;
  return type === 'date' ? moment.toISOString().slice(0, 10) : `${moment.toISOString().slice(0, 19)}.000Z`;
}

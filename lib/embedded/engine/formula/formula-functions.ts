import { FormulaError } from './formula-error.js';
import type { FormulaType, FormulaValue } from './formula-value.js';
import { roundTo } from '../value/number-value.js';

/** What a formula is computed with beside the record. */
export interface FormulaContext {
  readonly now: Date;
}

export interface CompiledFormula {
  readonly type: FormulaType;
  evaluate(inputs: readonly FormulaValue[], context: FormulaContext): FormulaValue;
}

/** One function of the formula language. */
interface FormulaFunction {
  readonly least: number;
  /** @default as many as there must be */
  readonly most?: number;
  readonly type: FormulaType | ((args: readonly CompiledFormula[]) => FormulaType);
  /** Computes with values, all of them known. */
  readonly of?: (values: readonly FormulaValue[], context: FormulaContext) => FormulaValue;
  /** Computes with what the arguments are, where not all of them are to be asked. */
  readonly lazily?: (args: readonly CompiledFormula[]) => CompiledFormula['evaluate'];
}

const MANY = 100;

const text = (value: FormulaValue | undefined): string => (value == null ? '' : String(value));
const number = (value: FormulaValue | undefined): number => Number(value ?? 0);
const isBlank = (value: FormulaValue | undefined): boolean => value == null || value === '';

function numeric(of: (...numbers: number[]) => number, most?: number): FormulaFunction {
  return {
    least: 1,
    ...(most !== undefined && { most }),
    type: 'number',
    of: (values) => (values.some((value) => value === null) ? null : finite(of(...values.map(number)))),
  };
}

export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function datePart(from: number, to: number): FormulaFunction {
  return {
    least: 1,
    type: 'number',
    of: ([date]) => (isBlank(date) ? null : Number(text(date).slice(from, to))),
  };
}

const blankValue: FormulaFunction = {
  least: 2,
  type: ([value, other]) => (value?.type === 'null' ? other!.type : value!.type),
  lazily:
    ([value, other]) =>
    (inputs, context) => {
      const known = value!.evaluate(inputs, context);
      return isBlank(known) ? other!.evaluate(inputs, context) : known;
    },
};
const blank: FormulaFunction = { least: 1, type: 'boolean', of: ([value]) => isBlank(value) };

const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  IF: {
    least: 3,
    type: ([, yes, no]) => (yes?.type === 'null' ? no!.type : yes!.type),
    lazily:
      ([condition, yes, no]) =>
      (inputs, context) =>
        (condition!.evaluate(inputs, context) === true ? yes! : no!).evaluate(inputs, context),
  },
  AND: {
    least: 1,
    most: MANY,
    type: 'boolean',
    lazily: (args) => (inputs, context) => args.every((arg) => arg.evaluate(inputs, context) === true),
  },
  OR: {
    least: 1,
    most: MANY,
    type: 'boolean',
    lazily: (args) => (inputs, context) => args.some((arg) => arg.evaluate(inputs, context) === true),
  },
  CASE: {
    least: 4,
    most: MANY,
    type: (args) => args.at(-1)!.type,
    lazily: (args) => (inputs, context) => {
      const value = args[0]!.evaluate(inputs, context);
      for (let place = 1; place + 1 < args.length; place += 2) {
        const same = args[place]!.evaluate(inputs, context);
        if (same === value || (isBlank(same) && isBlank(value))) {
          return args[place + 1]!.evaluate(inputs, context);
        }
      }
      return args.at(-1)!.evaluate(inputs, context);
    },
  },
  NOT: { least: 1, type: 'boolean', of: ([value]) => value !== true },
  ISBLANK: blank,
  ISNULL: blank,
  BLANKVALUE: blankValue,
  NULLVALUE: blankValue,
  ISPICKVAL: { least: 2, type: 'boolean', of: ([value, wanted]) => text(value) === text(wanted) },
  INCLUDES: {
    least: 2,
    type: 'boolean',
    of: ([value, wanted]) => text(value).split(';').includes(text(wanted)),
  },
  TEXT: { least: 1, type: 'text', of: ([value]) => text(value) },
  VALUE: {
    least: 1,
    type: 'number',
    of: ([value]) => (isBlank(value) ? null : finite(Number(text(value)))),
  },
  LEN: { least: 1, type: 'number', of: ([value]) => text(value).length },
  LEFT: { least: 2, type: 'text', of: ([value, count]) => text(value).slice(0, Math.max(0, number(count))) },
  RIGHT: {
    least: 2,
    type: 'text',
    of: ([value, count]) => {
      const whole = text(value);
      return whole.slice(Math.max(0, whole.length - Math.max(0, number(count))));
    },
  },
  MID: {
    least: 3,
    type: 'text',
    of: ([value, start, count]) => {
      const from = Math.max(0, number(start) - 1);
      return text(value).slice(from, from + Math.max(0, number(count)));
    },
  },
  UPPER: { least: 1, most: 2, type: 'text', of: ([value]) => text(value).toUpperCase() },
  LOWER: { least: 1, most: 2, type: 'text', of: ([value]) => text(value).toLowerCase() },
  TRIM: { least: 1, type: 'text', of: ([value]) => text(value).trim() },
  CONTAINS: { least: 2, type: 'boolean', of: ([value, part]) => text(value).includes(text(part)) },
  BEGINS: { least: 2, type: 'boolean', of: ([value, part]) => text(value).startsWith(text(part)) },
  SUBSTITUTE: {
    least: 3,
    type: 'text',
    of: ([value, from, to]) => (isBlank(from) ? text(value) : text(value).replaceAll(text(from), text(to))),
  },
  ROUND: {
    least: 2,
    type: 'number',
    of: ([value, places]) => (value == null ? null : roundTo(number(value), number(places))),
  },
  FLOOR: numeric((value) => (value < 0 ? Math.ceil(value) : Math.floor(value))),
  CEILING: numeric((value) => (value < 0 ? Math.floor(value) : Math.ceil(value))),
  ABS: numeric(Math.abs),
  MOD: {
    least: 2,
    type: 'number',
    of: ([value, by]) =>
      value === null || number(by) === 0
        ? null
        : number(value) - number(by) * Math.floor(number(value) / number(by)),
  },
  MIN: numeric(Math.min, MANY),
  MAX: numeric(Math.max, MANY),
  TODAY: { least: 0, type: 'date', of: (_, { now }) => now.toISOString().slice(0, 10) },
  NOW: { least: 0, type: 'datetime', of: (_, { now }) => `${now.toISOString().slice(0, 19)}.000Z` },
  YEAR: datePart(0, 4),
  MONTH: datePart(5, 7),
  DAY: datePart(8, 10),
  DATE: {
    least: 3,
    type: 'date',
    of: ([year, month, day]) => {
      const date = new Date(Date.UTC(number(year), number(month) - 1, number(day)));
      return date.getUTCMonth() === number(month) - 1 ? date.toISOString().slice(0, 10) : null;
    },
  },
  DATEVALUE: { least: 1, type: 'date', of: ([value]) => (isBlank(value) ? null : text(value).slice(0, 10)) },
};

/** @throws FormulaError for a function that is not known, or not called so */
export function compileCall(name: string, args: readonly CompiledFormula[]): CompiledFormula {
  const definition = FUNCTIONS[name];
  if (!definition) throw new FormulaError(`Unknown function ${name}. Check spelling.`);
  const { least, most = least, type, of, lazily } = definition;
  if (args.length < least || args.length > most) {
    throw new FormulaError(
      `Incorrect number of parameters for function '${name}()'. Expected ${least}, received ${args.length}`,
    );
  }
  return {
    type: typeof type === 'string' ? type : type(args),
    evaluate:
      lazily?.(args) ??
      ((inputs, context) =>
        of!(
          args.map((arg) => arg.evaluate(inputs, context)),
          context,
        )),
  };
}

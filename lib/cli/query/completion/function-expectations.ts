import { type Expectation, type FieldUse, words } from './expectation.type.js';
import { type QueryToken, isToken } from './query-token.js';
import { splitAtCommas } from './query-scope.js';

export const AGGREGATES = ['AVG(', 'COUNT(', 'COUNT_DISTINCT(', 'MAX(', 'MIN(', 'SUM('] as const;

export const DATE_FUNCTIONS = [
  'CALENDAR_MONTH(',
  'CALENDAR_QUARTER(',
  'CALENDAR_YEAR(',
  'DAY_IN_MONTH(',
  'DAY_IN_WEEK(',
  'DAY_IN_YEAR(',
  'DAY_ONLY(',
  'FISCAL_MONTH(',
  'FISCAL_QUARTER(',
  'FISCAL_YEAR(',
  'HOUR_IN_DAY(',
  'WEEK_IN_MONTH(',
  'WEEK_IN_YEAR(',
] as const;

export const DISPLAY_FUNCTIONS = ['convertCurrency(', 'FORMAT(', 'toLabel('] as const;

const USES: Readonly<Record<string, FieldUse>> = {
  AVG: 'number',
  SUM: 'number',
  MAX: 'ordered',
  MIN: 'ordered',
  COUNT: 'aggregate',
  COUNT_DISTINCT: 'aggregate',
  GROUPING: 'group',
  ROLLUP: 'group',
  CUBE: 'group',
  DAY_ONLY: 'datetime',
  HOUR_IN_DAY: 'datetime',
  CONVERTTIMEZONE: 'datetime',
  CONVERTCURRENCY: 'currency',
  TOLABEL: 'label',
  FORMAT: 'select',
};

/** Functions that are arguments of functions. */
const NESTED: Readonly<Record<string, readonly string[]>> = {
  FORMAT: ['convertCurrency(', ...AGGREGATES],
  ROLLUP: DATE_FUNCTIONS,
  CUBE: DATE_FUNCTIONS,
};

const FIELD_GROUPS = ['ALL', 'CUSTOM', 'STANDARD'];

/** What may stand within the parentheses of a function. @param args what stands there already */
export function argumentsOf(name: string, args: readonly QueryToken[]): readonly Expectation[] {
  const pieces = splitAtCommas(args);
  if (pieces.at(-1)?.length !== 0) return [];
  const upper = name.toUpperCase();
  const isFirst = pieces.length === 1;
  switch (upper) {
    case 'FIELDS':
      return isFirst ? [words(...FIELD_GROUPS)] : [];
    case 'DISTANCE':
      return distanceArguments(pieces.length);
    case 'ROLLUP':
    case 'CUBE':
      return firstArguments(upper);
    default:
      return isFirst ? firstArguments(upper) : [];
  }
}

/** Whether the parenthesis behind a word is that of a function. */
export function isFunctionName(token: QueryToken | undefined): token is QueryToken {
  return token?.kind === 'word' && !isToken(token, 'IN', 'INCLUDES', 'EXCLUDES', 'NOT', 'AND', 'OR', 'BY');
}

function firstArguments(name: string): readonly Expectation[] {
  if (DATE_FUNCTIONS.some((known) => known === `${name}(`)) {
    return [{ kind: 'fields', use: USES[name] ?? 'date' }, words('convertTimezone(')];
  }
  const use = Object.hasOwn(USES, name) ? USES[name] : undefined;
  if (!use) return [];
  const nested = NESTED[name];
  return nested ? [{ kind: 'fields', use }, words(...nested)] : [{ kind: 'fields', use }];
}

function distanceArguments(position: number): readonly Expectation[] {
  if (position === 1) return [{ kind: 'fields', use: 'location' }];
  return [position === 2 ? words('GEOLOCATION(') : words("'km'", "'mi'")];
}

import { type Expectation, words } from './expectation.type.js';
import { AGGREGATES, argumentsOf, DATE_FUNCTIONS, isFunctionName } from './function-expectations.js';
import { splitAtCommas } from './query-scope.js';
import { isToken, type QueryToken } from './query-token.js';

const LIST_OPERATORS = ['IN', 'INCLUDES', 'EXCLUDES'];
const COUNTED_RANGE = /^(?:(?:LAST|NEXT)_N_\w+|N_\w+_AGO)$/i;

/** A pair of parentheses that is open, or the condition as a whole. */
interface Level {
  readonly kind: 'group' | 'list' | 'call';
  /** Which of AND and OR stands between the conditions here. */
  operator?: string;
  /** Of the condition, list or arguments that are being written. */
  tokens: QueryToken[];
}

/**
 * What may come next in a condition.
 *
 * @param tokens those of WHERE or HAVING
 * @param following what may come behind the condition
 */
export function conditionExpectations(
  clause: 'where' | 'having',
  tokens: readonly QueryToken[],
  following: readonly Expectation[],
): readonly Expectation[] {
  const levels = readLevels(tokens);
  const level = levels.at(-1) as Level;
  const outer = levels.at(-2)?.tokens ?? [];
  if (level.kind === 'call') return argumentsOf(outer.at(-1)?.text ?? '', level.tokens);
  if (level.kind === 'list') return listExpectations(outer, level.tokens);
  const [expression, operator, ...rest] = withoutCalls(level.tokens);
  if (!expression) return startExpectations(clause);
  const whole = [words(...(level.operator ? [level.operator] : ['AND', 'OR']))];
  if (levels.length === 1) whole.push(...following);
  if (expression.kind === 'query') return whole;
  const path = pathOf(level.tokens);
  if (!operator) return [{ kind: 'operators', path }];
  if (isToken(operator, 'NOT')) return rest.length === 0 ? [words('IN')] : whole;
  if (rest.length === 0) {
    return isToken(operator, ...LIST_OPERATORS)
      ? [words('(')]
      : [{ kind: 'values', path, operator: operator.text.toUpperCase() }];
  }
  return isUnfinishedRange(rest) ? [] : whole;
}

function startExpectations(clause: 'where' | 'having'): readonly Expectation[] {
  if (clause === 'having') return [words(...AGGREGATES, 'GROUPING('), { kind: 'fields', use: 'group' }];
  return [{ kind: 'fields', use: 'filter' }, words(...DATE_FUNCTIONS, 'DISTANCE(', 'NOT')];
}

function listExpectations(
  owner: readonly QueryToken[],
  tokens: readonly QueryToken[],
): readonly Expectation[] {
  const operator = owner.at(-1)?.text.toUpperCase() ?? '';
  const pieces = splitAtCommas(tokens);
  if (pieces.at(-1)?.length !== 0) return [];
  const values: Expectation = { kind: 'values', path: pathOf(owner), operator };
  return operator === 'IN' && pieces.length === 1 ? [values, words('SELECT')] : [values];
}

function readLevels(tokens: readonly QueryToken[]): readonly Level[] {
  const levels: Level[] = [{ kind: 'group', tokens: [] }];
  for (const token of tokens) {
    const level = levels.at(-1) as Level;
    if (isToken(token, '(')) {
      levels.push({ kind: kindOfLevel(level), tokens: [] });
    } else if (isToken(token, ')')) {
      if (levels.length > 1) close(levels, token);
    } else if (level.kind !== 'group' || !isConnective(token, level)) {
      level.tokens.push(token);
    }
  }
  return levels;
}

function kindOfLevel({ kind, tokens }: Level): Level['kind'] {
  const last = tokens.at(-1);
  if (kind === 'group' && isToken(last, ...LIST_OPERATORS)) return 'list';
  return isFunctionName(last) ? 'call' : 'group';
}

/** What was in the parentheses is one token of what is around them. */
function close(levels: Level[], { start, end }: QueryToken): void {
  levels.pop();
  levels.at(-1)?.tokens.push({ kind: 'query', text: '(…)', start, end });
}

/** Takes AND, OR and the NOT before a condition, which leave nothing to be known of what stands before them. */
function isConnective(token: QueryToken, level: Level): boolean {
  if (isToken(token, 'NOT') && level.tokens.length === 0) return true;
  if (!isToken(token, 'AND', 'OR')) return false;
  level.operator = token.text.toUpperCase();
  level.tokens = [];
  return true;
}

/** The arguments of a function belong to its name. */
function withoutCalls(tokens: readonly QueryToken[]): readonly QueryToken[] {
  return isCall(tokens) ? [tokens[0] as QueryToken, ...tokens.slice(2)] : tokens;
}

function isCall([name, args]: readonly QueryToken[]): boolean {
  return name?.kind === 'word' && args?.kind === 'query';
}

/** The field that is compared; none when it is a function. */
function pathOf(tokens: readonly QueryToken[]): readonly string[] {
  const [field] = tokens;
  return field?.kind === 'word' && !isCall(tokens) ? field.text.split('.') : [];
}

/** `LAST_N_DAYS`, and `LAST_N_DAYS:` */
function isUnfinishedRange([range, , count]: readonly QueryToken[]): boolean {
  return range?.kind === 'word' && COUNTED_RANGE.test(range.text) && count === undefined;
}

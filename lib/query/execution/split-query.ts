import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { and, membership } from '../../soql/ast/factories/condition.factory.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { Condition, Membership } from '../../soql/ast/condition.js';
import type { Literal } from '../../soql/ast/literal.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { printLiteral } from '../../soql/soql-printer.js';
import { textOf } from './query-text.js';

/** The platform's limit of a query's text. */
const MOST_CHARACTERS = 100_000;
/** Leaves room for what a part may need beside its share, such as a condition to go on by. */
const LONGEST_PART = 99_000;
/** What stands between two values of a list. */
const SEPARATOR = ', ';

/** Whether the platform takes the query as it is. */
export function fitsPlatform(query: SoqlQuery): boolean {
  return textOf(query).length <= MOST_CHARACTERS;
}

/**
 * The queries that together find what a query too long for the platform would: each one has a share of a long IN list, and
 * no record is found by two of them. A query that is short enough is the only one of its list.
 *
 * @throws InvalidQueryException naming the reason, when its length is not in a list that can be shared out.
 */
export function splitQuery(query: SoqlQuery, most = LONGEST_PART): readonly SoqlQuery[] {
  const { length } = textOf(query);
  if (length <= most) return [query];
  const shares = sharesOf(longestList(query.where), length, most);
  if (shares) return shares.flatMap((share) => splitQuery(soqlQuery({ ...query, where: share }), most));
  throw new InvalidQueryException(
    `The query has ${length} characters, more than the platform takes: ${whyNotSplit(query.where)}`,
  );
}

interface LongList {
  readonly list: Membership;
  /** The whole condition with another list in its place. */
  readonly replace: (list: Membership) => Condition;
  /** Values that may be the same to the platform stand together: a record with one of them is found once. */
  readonly groups: readonly (readonly Literal[])[];
  readonly length: number;
}

/** The list with the longest text of those that every record must match. */
function longestList(where: Condition | undefined): LongList | undefined {
  const conditions = where?.kind === 'and' ? where.conditions : where ? [where] : [];
  const lists = conditions.flatMap((condition, index): LongList[] => {
    if (condition.kind !== 'membership' || condition.negated) return [];
    const replace = (list: Membership): Condition => {
      const [first, ...others] = conditions.with(index, list);
      return first ? and(first, ...others) : list;
    };
    const groups = groupEqual(condition.values);
    return groups.length < 2
      ? []
      : [{ list: condition, replace, groups, length: lengthOf(condition.values) }];
  });
  return lists.toSorted((a, b) => b.length - a.length)[0];
}

/** The condition with each share of the list: as few of them as make every query short enough, or halves to go on with. */
function sharesOf(
  long: LongList | undefined,
  length: number,
  most: number,
): readonly Condition[] | undefined {
  if (!long) return undefined;
  const room = most - (length - long.length);
  const largest = room > 0 ? room : long.length / 2;
  const shares: Literal[][] = [];
  let used = Infinity;
  for (const group of long.groups) {
    const needed = lengthOf(group);
    if (used + needed > largest) {
      shares.push([]);
      used = 0;
    }
    shares.at(-1)?.push(...group);
    used += needed;
  }
  return shares.map((values) => long.replace(membership(long.list.left, values)));
}

function lengthOf(values: readonly Literal[]): number {
  return values.reduce((sum, value) => sum + printLiteral(value).length + SEPARATOR.length, 0);
}

function groupEqual(values: readonly Literal[]): readonly (readonly Literal[])[] {
  const groups = new Map<string, Literal[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}

/** The same for values that the platform may take for the same, whatever the field is. */
function keyOf(literal: Literal): string {
  switch (literal.kind) {
    case 'string': {
      // Texts are compared without regard to case, by the rules of a language that is not known here.
      const folded = literal.value.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().trim();
      // The last three characters of an id repeat what the others say, and may be left out.
      return folded.length === 18 ? folded.slice(0, 15) : folded;
    }
    case 'number':
      return `${literal.currency ?? ''}${Number(literal.text)}`;
    case 'datetime':
      return String(Date.parse(literal.text));
    default:
      return printLiteral(literal).toUpperCase();
  }
}

function whyNotSplit(where: Condition | undefined): string {
  if (where?.kind === 'or' && where.conditions.some(isLongList)) {
    return 'a list within OR cannot be shared out over several queries, since they would find some records twice. Query once for each side of the OR.';
  }
  const conditions = where?.kind === 'and' ? where.conditions : where ? [where] : [];
  if (conditions.some((one) => one.kind === 'membership' && one.negated)) {
    return 'a NOT IN list cannot be shared out over several queries, since each one would find what another excludes. Exclude the records after reading.';
  }
  return 'none of its lists can be shared out over several queries. Only an IN list that every record must match can; select fewer fields, or ask in several queries.';
}

function isLongList(condition: Condition): boolean {
  return condition.kind === 'membership' && condition.values.length > 1;
}

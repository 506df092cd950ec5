import type { Condition, SemiJoin } from './ast/condition.js';
import type { Expression, FieldPath, FunctionCall } from './ast/expression.js';
import type { Literal } from './ast/literal.js';
import type { SelectItem } from './ast/select-item.js';
import type { FromClause, SoqlQuery } from './ast/soql-query.js';

const MOST_PARENT_LEVELS = 5;
const MOST_RELATIONSHIPS = 55;
const MOST_SUBQUERIES = 20;
const MOST_CHILD_LEVELS = 5;
const MOST_SKIPPED = 2000;
const MOST_JOINS = 2;
const MOST_ROLLED_UP = 3;
const MOST_EXPANDED = 200;
const LONGEST_TEXT = 4000;

/** Objects that the platform does not look into for a semi-join. */
const NEVER_JOINED = /^(?:ActivityHistory|Attachment|Event|EventAttendee|Note|OpenActivity|Task|\w*Tag)$/i;

/** The functions that make one value of many records. */
const AGGREGATES: ReadonlySet<string> = new Set(['AVG', 'COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN', 'SUM']);

/** What the platform does not run, though it is well-formed. */
export interface LimitViolation {
  readonly reason: string;
  /** The piece of the query it is about. */
  readonly node: object;
}

/** Whether the platform refuses conditions on children that are records of that object. */
export function isNeverJoined(sobject: string): boolean {
  return NEVER_JOINED.test(sobject);
}

/** Whether an expression is computed from many records. */
export function isAggregate(expression: Expression | Literal): boolean {
  return (
    expression.kind === 'function' &&
    (AGGREGATES.has(expression.name.toUpperCase()) || expression.args.some(isAggregate))
  );
}

/** The first thing in a query that goes beyond what the platform takes; undefined when there is none. */
export function findLimitViolation(query: SoqlQuery): LimitViolation | undefined {
  const walk = new LimitWalk(query);
  walk.query(query, 1);
  return walk.violation;
}

class LimitWalk {
  violation: LimitViolation | undefined;
  readonly #root: SoqlQuery;
  #subqueries = 0;
  #joins = 0;
  /** Paths that lead through parents, of the query being walked. */
  #throughParents: (readonly string[])[] = [];
  #kinds = 0;
  #from: FromClause;

  constructor(root: SoqlQuery) {
    this.#root = root;
    this.#from = root.from;
  }

  query(query: SoqlQuery, level: number): void {
    const outer = { paths: this.#throughParents, kinds: this.#kinds, from: this.#from };
    this.#throughParents = [];
    this.#kinds = 0;
    this.#from = query.from;
    for (const item of query.select) this.#selectItem(item, level);
    if (this.#kinds > 0) this.#kindsAlone(query);
    if (query.where) this.#condition(query.where, 'where', false);
    if (query.having) this.#condition(query.having, 'having', false);
    for (const { expression } of query.orderBy ?? []) this.#expression(expression, 'order');
    this.#grouping(query);
    if ((query.offset ?? 0) > MOST_SKIPPED) {
      this.#report(
        query,
        `OFFSET is ${query.offset}, and the platform skips ${MOST_SKIPPED} records at most`,
      );
    }
    this.#unboundedFields(query);
    this.#relationships(query);
    this.#throughParents = outer.paths;
    this.#kinds = outer.kinds;
    this.#from = outer.from;
  }

  #report(node: object, reason: string): void {
    this.violation ??= { node, reason };
  }

  #selectItem(item: SelectItem, level: number): void {
    if (item.kind === 'expression') this.#expression(item.expression, 'select');
    else if (item.kind === 'subquery') this.#subquery(item.query, level + 1);
    else if (item.kind === 'typeof') {
      this.#kinds += item.when.length;
      this.#expression(item.relationship, 'select');
      for (const { fields } of item.when) for (const field of fields) this.#path(field);
    }
  }

  /** TYPEOF and functions are not selected together. */
  #kindsAlone({ select }: SoqlQuery): void {
    const call = select.find(isFunction);
    if (call) this.#report(call, 'a query with TYPEOF selects no functions');
  }

  #subquery(query: SoqlQuery, level: number): void {
    this.#subqueries += 1;
    if (this.#subqueries > MOST_SUBQUERIES) {
      this.#report(query, `a query has at most ${MOST_SUBQUERIES} sub-queries`);
    }
    if (level > MOST_CHILD_LEVELS) {
      this.#report(query, `sub-queries go ${MOST_CHILD_LEVELS} levels deep, the query itself included`);
    }
    if (query.groupBy || query.select.some(isAggregateItem)) {
      this.#report(query, 'a sub-query reads records and does not group or aggregate them');
    }
    if (query.offset !== undefined) this.#report(query, 'a sub-query takes no OFFSET');
    if (query.for || query.update)
      this.#report(query, 'FOR and UPDATE belong to the query itself, not to a sub-query');
    if (query.scope !== undefined)
      this.#report(query, 'USING SCOPE belongs to the query itself, not to a sub-query');
    this.query(query, level);
  }

  #expression(expression: Expression, place: Place): void {
    if (expression.kind === 'field') return this.#path(expression);
    const name = expression.name.toUpperCase();
    if (name === 'CONVERTCURRENCY' && place !== 'select') {
      this.#report(expression, 'convertCurrency stands in the select list alone');
    }
    for (const argument of expression.args) {
      if (argument.kind === 'field' || argument.kind === 'function') this.#expression(argument, place);
    }
  }

  #path(field: FieldPath): void {
    if (field.path.length === 1) return;
    const path = withoutAliases(field, this.#from);
    this.#throughParents.push(path);
    if (path.length - 1 > MOST_PARENT_LEVELS) {
      this.#report(field, `a field is at most ${MOST_PARENT_LEVELS} parents away`);
    }
  }

  #condition(condition: Condition, place: Place, nested: boolean): void {
    switch (condition.kind) {
      case 'and':
        for (const part of condition.conditions) this.#condition(part, place, nested);
        return;
      case 'or':
        for (const part of condition.conditions) this.#condition(part, place, true);
        return;
      case 'not':
        return this.#condition(condition.condition, place, true);
      case 'semi-join':
        return this.#semiJoin(condition, place, nested);
      case 'comparison':
        this.#literal(condition.right);
        this.#distance(condition.left, condition.operator);
        return this.#expression(condition.left, place);
      default:
        for (const value of condition.values) this.#literal(value);
        this.#distance(condition.left, 'IN');
        this.#expression(condition.left, place);
    }
  }

  #literal(literal: Literal): void {
    if (literal.kind === 'string' && literal.value.length > LONGEST_TEXT) {
      this.#report(literal, `a text in a condition has at most ${LONGEST_TEXT} characters`);
    }
  }

  #distance(left: Expression, operator: string): void {
    if (left.kind !== 'function' || left.name.toUpperCase() !== 'DISTANCE') return;
    if (operator !== '<' && operator !== '>') this.#report(left, 'a distance is compared with < or > alone');
  }

  #semiJoin(join: SemiJoin, place: Place, nested: boolean): void {
    this.#joins += 1;
    const reason = joinObstacle(join, this.#root.from);
    if (reason !== undefined) this.#report(join.left, reason);
    if (this.#joins > MOST_JOINS) {
      this.#report(join.left, `a query has at most ${MOST_JOINS} IN (SELECT …)`);
    }
    if (place !== 'where') this.#report(join.left, 'IN (SELECT …) stands in WHERE alone');
    if (nested) this.#report(join.left, 'IN (SELECT …) stands neither within OR nor within NOT');
    const outer = { paths: this.#throughParents, from: this.#from };
    this.#throughParents = [];
    this.#from = join.query.from;
    if (join.query.where) this.#condition(join.query.where, 'semi-join', false);
    this.#throughParents = outer.paths;
    this.#from = outer.from;
  }

  #grouping(query: SoqlQuery): void {
    const { groupBy, select, limit, orderBy } = query;
    if (!groupBy) {
      const aggregate = select.find(isAggregateItem);
      if (!aggregate) return;
      const plain = select.find((item) => !isAggregateItem(item));
      if (plain) this.#report(plain, 'what is no aggregate stands beside one: group by it, or leave it out');
      const isCount = isPlainCount(aggregate);
      if (isCount && select.length > 1)
        this.#report(aggregate, 'COUNT() stands alone: count a field, such as Id');
      if (!isCount && limit !== undefined)
        this.#report(query, 'an aggregate over all records is one row and takes no LIMIT');
      return;
    }
    if (groupBy.kind !== 'plain' && groupBy.expressions.length > MOST_ROLLED_UP) {
      this.#report(query, `ROLLUP and CUBE take at most ${MOST_ROLLED_UP} fields`);
    }
    const grouped = new Set(groupBy.expressions.map(keyOf));
    for (const item of select) {
      const node = item.kind === 'expression' ? item.expression : item;
      if (item.kind !== 'expression' || !isOfGroup(item.expression, grouped)) {
        this.#report(node, 'a grouped query selects what it groups by and aggregates, nothing else');
      }
      if (isPlainCount(item)) {
        this.#report(node, 'COUNT() stands in no grouped query: count a field, such as Id');
      }
    }
    for (const { expression } of orderBy ?? []) {
      if (isOfGroup(expression, grouped)) continue;
      this.#report(
        expression,
        'a grouped query is ordered by what it groups by and aggregates, nothing else',
      );
    }
  }

  #unboundedFields({ select, limit, where }: SoqlQuery): void {
    const unbounded = select.find((item) => item.kind === 'fields' && item.group !== 'STANDARD');
    if (!unbounded || (limit ?? Number.POSITIVE_INFINITY) <= MOST_EXPANDED) return;
    if (where && namesRecords(where)) return;
    this.#report(unbounded, `FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT of ${MOST_EXPANDED} at most`);
  }

  /** Counted in earnest only where there can be too many: most queries have a few. */
  #relationships(query: SoqlQuery): void {
    const most = MOST_RELATIONSHIPS - this.#kinds;
    const levels = this.#throughParents.reduce((sum, path) => sum + path.length - 1, 0);
    if (levels <= most) return;
    const relationships = new Set(
      this.#throughParents.flatMap((path) =>
        path.slice(0, -1).map((_, end) =>
          path
            .slice(0, end + 1)
            .join('.')
            .toLowerCase(),
        ),
      ),
    );
    const count = relationships.size + this.#kinds;
    if (count <= MOST_RELATIONSHIPS) return;
    this.#report(query, `a query reaches at most ${MOST_RELATIONSHIPS} parents, and this one ${count}`);
  }
}

type Place = 'select' | 'where' | 'having' | 'order' | 'semi-join';

function joinObstacle({ left, query }: SemiJoin, root: FromClause): string | undefined {
  const [item, ...others] = query.select;
  if (withoutAliases(left, root).length > 1)
    return 'IN (SELECT …) compares a field of the queried object itself, not of a parent';
  if (item?.kind !== 'expression' || item.expression.kind !== 'field' || others.length > 0) {
    return 'the query of an IN selects exactly one id or reference';
  }
  if (withoutAliases(item.expression, query.from).length > 1)
    return 'the query of an IN selects a field of its own object';
  if (query.from.sobject.toLowerCase() === root.sobject.toLowerCase()) {
    return `the query of an IN is of another object than the queried one, ${root.sobject}`;
  }
  if (isNeverJoined(query.from.sobject)) return `${query.from.sobject} cannot be queried within an IN`;
  if (query.orderBy || query.limit !== undefined || query.offset !== undefined) {
    return 'the query of an IN has no ORDER BY, LIMIT or OFFSET';
  }
  return undefined;
}

/** A path from the queried object, whose name or alias it may begin with. */
export function withoutAliases(
  { path }: FieldPath,
  { sobject, alias, related }: FromClause,
): readonly string[] {
  const [first, ...rest] = path;
  if (first === undefined || rest.length === 0) return path;
  const name = first.toLowerCase();
  if (name === alias?.toLowerCase() || name === sobject.toLowerCase()) return rest;
  const aliased = related?.find((other) => other.alias?.toLowerCase() === name);
  if (!aliased) return path;
  const parents = withoutAliases({ kind: 'field', path: aliased.path }, { sobject, alias });
  return [...parents, ...rest];
}

/** Whether a condition lets no more records through than FIELDS(ALL) may read, since it lists their ids. */
export function namesRecords(condition: Condition): boolean {
  switch (condition.kind) {
    case 'membership':
      return isId(condition.left) && !condition.negated && condition.values.length <= MOST_EXPANDED;
    case 'comparison':
      return isId(condition.left) && condition.operator === '=';
    case 'and':
      return condition.conditions.some(namesRecords);
    case 'or':
      return (
        condition.conditions.length <= MOST_EXPANDED &&
        condition.conditions.every((part) => part.kind === 'comparison' && namesRecords(part))
      );
    default:
      return false;
  }
}

function isId(left: Expression): boolean {
  return left.kind === 'field' && left.path.length === 1 && left.path[0]?.toLowerCase() === 'id';
}

function isFunction(item: SelectItem): boolean {
  return item.kind === 'expression' && item.expression.kind === 'function';
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'expression' && isAggregate(item.expression);
}

/** `COUNT()` */
function isPlainCount(item: SelectItem): boolean {
  if (item.kind !== 'expression' || item.expression.kind !== 'function') return false;
  return item.expression.name.toUpperCase() === 'COUNT' && item.expression.args.length === 0;
}

function isOfGroup(expression: Expression, grouped: ReadonlySet<string>): boolean {
  if (isAggregate(expression) || grouped.has(keyOf(expression))) return true;
  return expression.kind === 'function' && isDisplayOfGroup(expression, grouped);
}

/** `GROUPING(Industry)`, `FORMAT(Industry)` and the like. */
function isDisplayOfGroup({ args }: FunctionCall, grouped: ReadonlySet<string>): boolean {
  return args.some(
    (argument) => (argument.kind === 'field' || argument.kind === 'function') && isOfGroup(argument, grouped),
  );
}

function keyOf(expression: Expression | Literal): string {
  if (expression.kind === 'field') return expression.path.join('.').toLowerCase();
  if (expression.kind !== 'function') return JSON.stringify(expression);
  return `${expression.name.toLowerCase()}(${expression.args.map(keyOf).join(',')})`;
}

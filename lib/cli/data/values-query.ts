import { membership } from '../../soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../soql/ast/factories/literal.factory.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';

/** How many values a query may look for, so that it fits into a URL. */
const VALUES_A_QUERY = 200;

/** The records of an object one of whose fields has one of some values. */
export function valuesQuery(
  object: string,
  fields: readonly string[],
  by: string,
  values: readonly string[],
): SoqlQuery {
  return soqlQuery({
    select: fields.map((name) => selected(fieldPath(name))),
    from: fromClause(object),
    where: membership(fieldPath(by), values.map(stringLiteral)),
  });
}

/** Values in portions of one query each. */
export function* portions(values: readonly string[]): Generator<readonly string[], void, undefined> {
  for (let start = 0; start < values.length; start += VALUES_A_QUERY) {
    yield values.slice(start, start + VALUES_A_QUERY);
  }
}

import { toWire } from '../../wire-value.js';
import { bind, joinSql, sql, type SqlFragment } from '../sql-fragment.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import type { SoqlFunction } from './soql-function.interface.js';

/** `toLabel(Status)`: the label of a picklist value; other fields are shown as they are. */
export const toLabelFunction: SoqlFunction = {
  plan(_call, _scope, planArgument) {
    const argument = planArgument(0);
    return displayed('toLabel', argument, { sql: labelled(argument) });
  },
};

/** `FORMAT(Amount)`: the value as a text, in the notation of the API rather than of a locale. */
export const formatFunction: SoqlFunction = {
  plan(_call, _scope, planArgument) {
    const argument = planArgument(0);
    const { name, type } = argument;
    const field = argument.field?.field ?? { name, label: name, type };
    return displayed('FORMAT', argument, {
      toWire: (value) => (value === null ? null : String(toWire(field, value))),
    });
  },
};

/** `convertCurrency(Amount)`: an org of one currency has nothing to convert. */
export const convertCurrencyFunction: SoqlFunction = {
  plan(_call, _scope, planArgument) {
    return displayed('convertCurrency', planArgument(0), {});
  },
};

function labelled({ field, sql: value, type }: PlannedExpression): SqlFragment {
  const differing = (field?.field.picklistValues ?? []).filter((entry) => entry.label !== entry.value);
  if (type !== 'picklist' || differing.length === 0) return value;
  const cases = differing.map((entry) => sql`WHEN ${bind(entry.value)} THEN ${bind(entry.label)}`);
  return sql`CASE ${value} ${joinSql(cases, ' ')} ELSE ${value} END`;
}

/** What is displayed keeps the name of its field, and is no field any more: an index or a lookup does not fit it. */
function displayed(
  name: string,
  argument: PlannedExpression,
  changed: Partial<PlannedExpression>,
): PlannedExpression {
  const { field, ...rest } = argument;
  const resultName = field && { resultName: field.field.name };
  return { ...rest, ...resultName, ...changed, key: `${name}(${argument.key})` };
}

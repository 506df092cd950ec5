import type { FieldType } from '../../../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../../../schema/sobject-definition.interface.js';
import { isText } from '../../case-folding.js';
import { currencyOf, inOwnCurrency } from './currency-conversion.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { bind, joinSql, sql, type SqlFragment } from '../sql-fragment.js';
import type { SoqlFunction } from './soql-function.interface.js';

/** `toLabel(Status)`: the labels of picklist values; other texts are shown as they are. */
export const toLabelFunction: SoqlFunction = {
  plan(call, scope, planArgument) {
    const argument = planArgument(0);
    if (!isText(argument.type))
      throw scope.source.refusal('MALFORMED_QUERY', unfit('toLabel', argument), call);
    const shown: Partial<PlannedExpression> =
      argument.type === 'multipicklist'
        ? { toWire: (value) => (value === null ? null : labelsOf(argument.field?.field, String(value))) }
        : { sql: labelled(argument) };
    return displayed('toLabel', argument, shown);
  },
};

/** `FORMAT(Amount)`: the value as a text in the notation of the user's locale, moments in the user's time zone. */
export const formatFunction: SoqlFunction = {
  plan(_call, scope, planArgument) {
    const argument = planArgument(0);
    const shown = argument.shown ?? argument.field?.field;
    const { type } = argument;
    const currency = type === 'currency' ? currencyOf(argument, scope) : undefined;
    if (currency) return displayed('FORMAT', argument, withCurrency(argument, currency, shown?.scale));
    const field = shown ? { type, scale: shown.scale ?? 0 } : { type };
    return displayed('FORMAT', argument, {
      selectOnly: true,
      toWire: (value, { settings }) => settings.notation.write(field, value),
    });
  },
};

const MONEY_SCALE = 2;

/** `EUR 1,234.50`: an amount of an org of several currencies says which one it is in. */
function withCurrency(
  { sql: amount }: PlannedExpression,
  currency: SqlFragment,
  scale = MONEY_SCALE,
): Partial<PlannedExpression> {
  return {
    selectOnly: true,
    sql: sql`${currency} || ' ' || ${amount}`,
    toWire(value, { settings }) {
      if (value === null) return null;
      const [code, number] = String(value).split(' ');
      return `${code} ${settings.notation.write({ type: 'double', scale }, Number(number))}`;
    },
  };
}

const MONEY: ReadonlySet<FieldType> = new Set(['currency']);

/** `convertCurrency(Amount)`: the amount in the user's currency. */
export const convertCurrencyFunction: SoqlFunction = {
  plan(call, scope, planArgument) {
    const argument = planArgument(0);
    if (!MONEY.has(argument.type) || argument.aggregate) {
      throw scope.source.refusal('MALFORMED_QUERY', unfit('convertCurrency', argument), call);
    }
    return displayed('convertCurrency', argument, { selectOnly: true, ...inOwnCurrency(argument, scope) });
  },
};

function unfit(name: string, argument: PlannedExpression): string {
  return `field ${argument.name} does not support function ${name}`;
}

function labelled({ field, sql: value, type }: PlannedExpression): SqlFragment {
  const differing = (field?.field.picklistValues ?? []).filter((entry) => entry.label !== entry.value);
  if (type !== 'picklist' || differing.length === 0) return value;
  const cases = differing.map((entry) => sql`WHEN ${bind(entry.value)} THEN ${bind(entry.label)}`);
  return sql`CASE ${value} ${joinSql(cases, ' ')} ELSE ${value} END`;
}

function labelsOf(field: FieldDefinition | undefined, values: string): string {
  const labels = new Map(field?.picklistValues?.map(({ value, label }) => [value, label]));
  return values
    .split(';')
    .map((value) => labels.get(value) ?? value)
    .join(';');
}

/** What is displayed keeps the place of its field, and is no field any more: an index or a lookup does not fit it. */
function displayed(
  name: string,
  argument: PlannedExpression,
  changed: Partial<PlannedExpression>,
): PlannedExpression {
  const { field, ...rest } = argument;
  const shown = field && { resultPath: field.path, shown: field.field };
  return { ...rest, ...shown, ...changed, key: `${name}(${argument.key})` };
}

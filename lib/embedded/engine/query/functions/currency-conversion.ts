import type { PlannedExpression } from '../planned-expression.interface.js';
import type { RecordScope } from '../record-scope.js';
import { bind, sql, type SqlFragment } from '../sql-fragment.js';

const USER = bind((run) => run.userId);

/** The currency that a user thinks in: the user's own, or else that of the company. */
const OWN_CURRENCY = sql`COALESCE(
  (SELECT "DefaultCurrencyIsoCode" FROM "User" WHERE "Id" = ${USER}),
  (SELECT "IsoCode" FROM "CurrencyType" WHERE "IsCorporate" = 1))`;

function rateOf(currency: SqlFragment): SqlFragment {
  return sql`(SELECT "ConversionRate" FROM "CurrencyType" WHERE "IsoCode" = ${currency})`;
}

/** What currency an amount is in; undefined in an org of one currency. */
export function currencyOf(
  { currency, field }: PlannedExpression,
  scope: RecordScope,
): SqlFragment | undefined {
  if (currency || !scope.catalog.get('CurrencyType') || field?.source.kind !== 'record') return currency;
  const { object, table } = field.source;
  return object.field('CurrencyIsoCode') && sql`${table}."CurrencyIsoCode"`;
}

/** An amount in the currency of the user who asks; as it is, in an org of one currency. */
export function inOwnCurrency(
  amount: PlannedExpression,
  scope: RecordScope,
): Pick<PlannedExpression, 'sql' | 'currency'> {
  const currency = currencyOf(amount, scope);
  if (!currency) return { sql: amount.sql };
  scope.use(['CurrencyType', 'User'].flatMap((name) => scope.catalog.get(name) ?? []));
  return {
    sql: sql`(${amount.sql} / ${rateOf(currency)} * ${rateOf(OWN_CURRENCY)})`,
    currency: OWN_CURRENCY,
  };
}

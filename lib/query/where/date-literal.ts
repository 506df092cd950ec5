import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { RelativeDate } from '../../soql/relative-date.js';

/** A whole number of units, 1 or more. */
type CountedRange = (n: number) => RelativeDate;

function counted(name: string): CountedRange {
  return (n) => {
    if (!Number.isSafeInteger(n) || n < 1) {
      throw new InvalidQueryException(
        `${name} counts whole units from 1, and ${String(n)} is none. Pass a whole number such as 30.`,
      );
    }
    return new RelativeDate(name, n);
  };
}

type NamedRange = () => RelativeDate;

function named(name: string): NamedRange {
  const range = new RelativeDate(name);
  return () => range;
}

/**
 * Ranges of days named relative to today, for conditions on date and datetime fields. `equals` asks for days inside the
 * range, `lt` before its start, `lte` before its end, `gt` after its end and `gte` from its start. Days, weeks and fiscal
 * periods are those of the org and of the connected user's time zone and locale.
 *
 * @example
 * ```ts
 * await opportunities.find({ where: { closeDate: DateLiteral.thisQuarter(), createdDate: { gte: DateLiteral.lastNDays(30) } } });
 * ```
 * @publicApi
 */
export const DateLiteral = {
  yesterday: named('YESTERDAY'),
  today: named('TODAY'),
  tomorrow: named('TOMORROW'),
  /** Weeks begin on the first day of the user's locale. */
  lastWeek: named('LAST_WEEK'),
  thisWeek: named('THIS_WEEK'),
  nextWeek: named('NEXT_WEEK'),
  lastMonth: named('LAST_MONTH'),
  thisMonth: named('THIS_MONTH'),
  nextMonth: named('NEXT_MONTH'),
  lastQuarter: named('LAST_QUARTER'),
  thisQuarter: named('THIS_QUARTER'),
  nextQuarter: named('NEXT_QUARTER'),
  lastYear: named('LAST_YEAR'),
  thisYear: named('THIS_YEAR'),
  nextYear: named('NEXT_YEAR'),
  lastFiscalQuarter: named('LAST_FISCAL_QUARTER'),
  thisFiscalQuarter: named('THIS_FISCAL_QUARTER'),
  nextFiscalQuarter: named('NEXT_FISCAL_QUARTER'),
  lastFiscalYear: named('LAST_FISCAL_YEAR'),
  thisFiscalYear: named('THIS_FISCAL_YEAR'),
  nextFiscalYear: named('NEXT_FISCAL_YEAR'),
  /** The 90 days before today, and today. */
  last90Days: named('LAST_90_DAYS'),
  /** The 90 days after today. */
  next90Days: named('NEXT_90_DAYS'),

  /** The `n` days before today, and today. */
  lastNDays: counted('LAST_N_DAYS'),
  /** The `n` days after today. */
  nextNDays: counted('NEXT_N_DAYS'),
  /** The one day `n` days ago. */
  nDaysAgo: counted('N_DAYS_AGO'),
  /** The `n` weeks before this one; so with months, quarters and years. */
  lastNWeeks: counted('LAST_N_WEEKS'),
  /** The `n` weeks after this one; so with months, quarters and years. */
  nextNWeeks: counted('NEXT_N_WEEKS'),
  /** The one week `n` weeks before this one; so with months, quarters and years. */
  nWeeksAgo: counted('N_WEEKS_AGO'),
  lastNMonths: counted('LAST_N_MONTHS'),
  nextNMonths: counted('NEXT_N_MONTHS'),
  nMonthsAgo: counted('N_MONTHS_AGO'),
  lastNQuarters: counted('LAST_N_QUARTERS'),
  nextNQuarters: counted('NEXT_N_QUARTERS'),
  nQuartersAgo: counted('N_QUARTERS_AGO'),
  lastNYears: counted('LAST_N_YEARS'),
  nextNYears: counted('NEXT_N_YEARS'),
  nYearsAgo: counted('N_YEARS_AGO'),
  lastNFiscalQuarters: counted('LAST_N_FISCAL_QUARTERS'),
  nextNFiscalQuarters: counted('NEXT_N_FISCAL_QUARTERS'),
  nFiscalQuartersAgo: counted('N_FISCAL_QUARTERS_AGO'),
  lastNFiscalYears: counted('LAST_N_FISCAL_YEARS'),
  nextNFiscalYears: counted('NEXT_N_FISCAL_YEARS'),
  nFiscalYearsAgo: counted('N_FISCAL_YEARS_AGO'),
} as const;

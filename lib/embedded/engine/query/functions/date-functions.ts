import type { FieldType } from '../../../../protocol/field-type.type.js';
import { LOCAL_TIME } from '../../calendar/time-zone.storage.js';
import { bind, sql, type SqlFragment } from '../sql-fragment.js';
import type { SoqlFunction } from './soql-function.interface.js';

interface DateFunction {
  readonly type: FieldType;
  readonly dateTimeOnly?: true;
  readonly of: (instant: SqlFragment) => SqlFragment;
}

function part(format: string): (instant: SqlFragment) => SqlFragment {
  const literal = { text: `'${format}'`, parameters: [] };
  return (instant) => sql`CAST(strftime(${literal}, ${instant}) AS INTEGER)`;
}

const [YEAR, MONTH, DAY_OF_MONTH, DAY_OF_YEAR] = [part('%Y'), part('%m'), part('%d'), part('%j')];
const quarter: DateFunction['of'] = (instant) => sql`((${MONTH(instant)} + 2) / 3)`;

/** Counted from the month that the org's fiscal year begins with; a plain number would make the arithmetic a decimal one. */
const fiscalMonth: DateFunction['of'] = (instant) => {
  const shift = bind(({ settings }) => BigInt(13 - settings.fiscalYear.startMonth));
  return sql`((${MONTH(instant)} - 1 + ${shift}) % 12 + 1)`;
};
const fiscalYear: DateFunction['of'] = (instant) => {
  const lead = bind(({ settings }) => BigInt(settings.fiscalYear.lead));
  const start = bind(({ settings }) => BigInt(settings.fiscalYear.startMonth));
  return sql`(${YEAR(instant)} + ${lead} - (${MONTH(instant)} < ${start}))`;
};
const localTime: DateFunction['of'] = (instant) => {
  const zone = bind(({ settings }) => settings.timeZone.name);
  return sql`${{ text: LOCAL_TIME, parameters: [] }}(${instant}, ${zone})`;
};

/** Values are computed in UTC, unless the query converts to the user's time zone. */
const DATE_FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_YEAR: { type: 'int', of: YEAR },
  CALENDAR_QUARTER: { type: 'int', of: quarter },
  CALENDAR_MONTH: { type: 'int', of: MONTH },
  FISCAL_YEAR: { type: 'int', of: fiscalYear },
  FISCAL_QUARTER: { type: 'int', of: (instant) => sql`((${fiscalMonth(instant)} + 2) / 3)` },
  FISCAL_MONTH: { type: 'int', of: fiscalMonth },
  DAY_IN_MONTH: { type: 'int', of: DAY_OF_MONTH },
  DAY_IN_YEAR: { type: 'int', of: DAY_OF_YEAR },
  DAY_IN_WEEK: { type: 'int', of: (instant) => sql`(${part('%w')(instant)} + 1)` },
  WEEK_IN_MONTH: { type: 'int', of: (instant) => sql`((${DAY_OF_MONTH(instant)} - 1) / 7 + 1)` },
  WEEK_IN_YEAR: { type: 'int', of: (instant) => sql`((${DAY_OF_YEAR(instant)} - 1) / 7 + 1)` },
  HOUR_IN_DAY: { type: 'int', dateTimeOnly: true, of: part('%H') },
  DAY_ONLY: { type: 'date', dateTimeOnly: true, of: (instant) => sql`substr(${instant}, 1, 10)` },
  CONVERTTIMEZONE: { type: 'datetime', dateTimeOnly: true, of: localTime },
};

export const DATE_FUNCTION_NAMES: readonly string[] = Object.keys(DATE_FUNCTIONS);

/** Whether a function takes a part of a date. */
export function isDateFunction(name: string): boolean {
  return name.toUpperCase() in DATE_FUNCTIONS;
}

export const dateFunction: SoqlFunction = {
  plan(call, scope, planArgument) {
    const name = call.name.toUpperCase();
    const definition = DATE_FUNCTIONS[name]!;
    const argument = planArgument(0);
    const fits = argument.type === 'datetime' || (argument.type === 'date' && !definition.dateTimeOnly);
    if (!fits) {
      const reason = `field ${argument.name} does not support function ${name}`;
      throw scope.source.refusal('MALFORMED_QUERY', reason, call);
    }
    return {
      sql: definition.of(argument.sql),
      type: definition.type,
      name: argument.name,
      key: `${name}(${argument.key})`,
      aggregate: argument.aggregate,
    };
  },
};

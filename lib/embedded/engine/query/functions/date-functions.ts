import type { FieldType } from '../../../../protocol/field-type.type.js';
import { sql, type SqlFragment } from '../sql-fragment.js';
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

/** Values are computed in UTC; the fiscal year is the calendar year, as in an org that changed neither. */
const DATE_FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_YEAR: { type: 'int', of: YEAR },
  CALENDAR_QUARTER: { type: 'int', of: quarter },
  CALENDAR_MONTH: { type: 'int', of: MONTH },
  FISCAL_YEAR: { type: 'int', of: YEAR },
  FISCAL_QUARTER: { type: 'int', of: quarter },
  FISCAL_MONTH: { type: 'int', of: MONTH },
  DAY_IN_MONTH: { type: 'int', of: DAY_OF_MONTH },
  DAY_IN_YEAR: { type: 'int', of: DAY_OF_YEAR },
  DAY_IN_WEEK: { type: 'int', of: (instant) => sql`(${part('%w')(instant)} + 1)` },
  WEEK_IN_MONTH: { type: 'int', of: (instant) => sql`((${DAY_OF_MONTH(instant)} - 1) / 7 + 1)` },
  WEEK_IN_YEAR: { type: 'int', of: (instant) => sql`((${DAY_OF_YEAR(instant)} - 1) / 7 + 1)` },
  HOUR_IN_DAY: { type: 'int', dateTimeOnly: true, of: part('%H') },
  DAY_ONLY: { type: 'date', dateTimeOnly: true, of: (instant) => sql`substr(${instant}, 1, 10)` },
  CONVERTTIMEZONE: { type: 'datetime', dateTimeOnly: true, of: (instant) => instant },
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

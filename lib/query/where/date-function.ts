import type { FieldType } from '../../protocol/field-type.type.js';
import { functionCall } from '../../soql/ast/factories/expression.factory.js';
import type { Expression, FunctionCall } from '../../soql/ast/expression.js';

/** A function of SOQL that takes a part of a date. */
export interface DateFunctionDefinition {
  readonly soqlName: string;
  /** What a condition on a date calls the part. */
  readonly part: string;
  /** Of instants alone, not of days. */
  readonly ofInstants: boolean;
  readonly type: FieldType;
}

function numbered(soqlName: string, part: string, ofInstants = false): DateFunctionDefinition {
  return { soqlName, part, ofInstants, type: 'int' };
}

/** By the names of the helpers that group by them. */
export const DATE_FUNCTIONS = {
  calendarYear: numbered('CALENDAR_YEAR', 'year'),
  calendarQuarter: numbered('CALENDAR_QUARTER', 'quarter'),
  calendarMonth: numbered('CALENDAR_MONTH', 'month'),
  dayInMonth: numbered('DAY_IN_MONTH', 'day'),
  dayInWeek: numbered('DAY_IN_WEEK', 'weekDay'),
  dayInYear: numbered('DAY_IN_YEAR', 'dayOfYear'),
  dayOnly: { soqlName: 'DAY_ONLY', part: 'date', ofInstants: true, type: 'date' },
  fiscalYear: numbered('FISCAL_YEAR', 'fiscalYear'),
  fiscalQuarter: numbered('FISCAL_QUARTER', 'fiscalQuarter'),
  fiscalMonth: numbered('FISCAL_MONTH', 'fiscalMonth'),
  hourInDay: numbered('HOUR_IN_DAY', 'hour', true),
  weekInMonth: numbered('WEEK_IN_MONTH', 'weekOfMonth'),
  weekInYear: numbered('WEEK_IN_YEAR', 'week'),
} as const satisfies Readonly<Record<string, DateFunctionDefinition>>;

/** @publicApi */
export type DateFunctionName = keyof typeof DATE_FUNCTIONS;

/** By what a condition calls them. */
export const DATE_PARTS: ReadonlyMap<string, DateFunctionDefinition> = new Map(
  Object.values(DATE_FUNCTIONS).map((definition) => [definition.part, definition]),
);

/** Why a part cannot be taken of a field of that type, or nothing. */
export function datePartObstacle(
  { soqlName, ofInstants }: DateFunctionDefinition,
  type: FieldType,
  inUserTimeZone: boolean,
): string | undefined {
  if (type !== 'datetime' && type !== 'date') return `${soqlName} is taken of dates, and this is a ${type}.`;
  if (type === 'datetime') return undefined;
  if (ofInstants) return `${soqlName} is taken of a datetime, and this is a date.`;
  return inUserTimeZone ? 'a date has no time zone to be converted from.' : undefined;
}

/** The call of a date function. Without conversion the parts are those in UTC. */
export function dateFunctionCall(
  { soqlName }: DateFunctionDefinition,
  date: Expression,
  inUserTimeZone: boolean,
): FunctionCall {
  return functionCall(soqlName, inUserTimeZone ? functionCall('convertTimezone', date) : date);
}

import { aggregateFunction, AGGREGATE_FUNCTION_NAMES } from './aggregate-functions.js';
import { dateFunction, DATE_FUNCTION_NAMES } from './date-functions.js';
import { convertCurrencyFunction, formatFunction, toLabelFunction } from './display-functions.js';
import { distanceFunction } from './distance-function.js';
import type { SoqlFunction } from './soql-function.interface.js';

const FUNCTIONS: ReadonlyMap<string, SoqlFunction> = new Map([
  ...AGGREGATE_FUNCTION_NAMES.map((name) => [name, aggregateFunction] as const),
  ...DATE_FUNCTION_NAMES.map((name) => [name, dateFunction] as const),
  ['TOLABEL', toLabelFunction],
  ['FORMAT', formatFunction],
  ['CONVERTCURRENCY', convertCurrencyFunction],
  ['DISTANCE', distanceFunction],
]);

/** The function of a name, which is read without regard to case. */
export function soqlFunction(name: string): SoqlFunction | undefined {
  return FUNCTIONS.get(name.toUpperCase());
}

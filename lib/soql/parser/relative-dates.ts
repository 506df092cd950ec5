/** Ranges of dates that stand alone. */
const PLAIN = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_WEEK',
  'THIS_WEEK',
  'NEXT_WEEK',
  'LAST_MONTH',
  'THIS_MONTH',
  'NEXT_MONTH',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  'LAST_QUARTER',
  'THIS_QUARTER',
  'NEXT_QUARTER',
  'LAST_YEAR',
  'THIS_YEAR',
  'NEXT_YEAR',
  'LAST_FISCAL_QUARTER',
  'THIS_FISCAL_QUARTER',
  'NEXT_FISCAL_QUARTER',
  'LAST_FISCAL_YEAR',
  'THIS_FISCAL_YEAR',
  'NEXT_FISCAL_YEAR',
];

const UNITS = ['DAYS', 'WEEKS', 'MONTHS', 'QUARTERS', 'YEARS', 'FISCAL_QUARTERS', 'FISCAL_YEARS'];

/** Ranges of dates that count something: `LAST_N_DAYS:30`. */
const COUNTED = UNITS.flatMap((unit) => [`LAST_N_${unit}`, `NEXT_N_${unit}`, `N_${unit}_AGO`]);

/** A named range of dates. */
export interface RelativeDateName {
  /** Upper-case. */
  readonly name: string;
  readonly isCounted: boolean;
}

const BY_NAME: ReadonlyMap<string, RelativeDateName> = new Map<string, RelativeDateName>([
  ...PLAIN.map((name) => [name, { name, isCounted: false }] as const),
  ...COUNTED.map((name) => [name, { name, isCounted: true }] as const),
]);

/** The named range of dates that a word is, in any case. */
export function relativeDate(word: string): RelativeDateName | undefined {
  return BY_NAME.get(word) ?? BY_NAME.get(word.toUpperCase());
}

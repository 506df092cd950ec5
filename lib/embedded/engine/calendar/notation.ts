import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { SqliteValue } from '../sqlite-database.interface.js';

/** The one currency of the org. */
const CURRENCY = 'USD';
const DEFAULT_MONEY_SCALE = 2;
/** Decimals of a number that no field says the scale of: an average. */
const MAX_DECIMALS = 3;

type Shown = Pick<FieldDefinition, 'type' | 'scale'>;

/** How a locale writes numbers, dates and times, in one time zone. */
export class Notation {
  readonly #locale: string;
  readonly #timeZone: string;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #dates = new Map<string, Intl.DateTimeFormat>();

  constructor(locale: string, timeZone: string) {
    this.#locale = locale;
    this.#timeZone = timeZone;
  }

  /** A stored value as a text. */
  write(field: Shown, value: SqliteValue): string | null {
    if (value === null) return null;
    switch (field.type) {
      case 'int':
      case 'long':
      case 'double':
        return this.#number(field, {}).format(Number(value));
      case 'percent':
        return this.#number(field, { style: 'percent' }).format(Number(value) / 100);
      case 'currency':
        return this.#number(
          { scale: DEFAULT_MONEY_SCALE, ...field },
          { style: 'currency', currency: CURRENCY },
        ).format(Number(value));
      case 'date':
        return this.#date(`${String(value)}T00:00:00Z`, { dateStyle: 'short', timeZone: 'UTC' });
      case 'datetime':
        return this.#date(String(value), {
          dateStyle: 'short',
          timeStyle: 'short',
          timeZone: this.#timeZone,
        });
      case 'time':
        return this.#date(`1970-01-01T${String(value)}`, { timeStyle: 'short', timeZone: 'UTC' });
      case 'boolean':
        return String(value === 1);
      default:
        return String(value);
    }
  }

  #number({ scale }: Pick<Shown, 'scale'>, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return cached(this.#numbers, `${options.style} ${scale}`, () => {
      const minimumFractionDigits = scale ?? 0;
      const maximumFractionDigits = scale ?? MAX_DECIMALS;
      return new Intl.NumberFormat(this.#locale, {
        ...options,
        minimumFractionDigits,
        maximumFractionDigits,
      });
    });
  }

  /** The short form with the whole year, and with ordinary spaces. */
  #date(instant: string, options: Intl.DateTimeFormatOptions): string {
    const key = `${options.dateStyle} ${options.timeStyle}`;
    const format = cached(this.#dates, key, () => new Intl.DateTimeFormat(this.#locale, options));
    const date = new Date(instant);
    const year = cached(
      this.#dates,
      `year ${options.timeZone}`,
      () => new Intl.DateTimeFormat(this.#locale, { year: 'numeric', timeZone: options.timeZone }),
    );
    const wholeYear = (): string =>
      year.formatToParts(date).find(({ type }) => type === 'year')?.value ?? String(date.getUTCFullYear());
    return format
      .formatToParts(date)
      .map(({ type, value }) => (type === 'year' ? wholeYear() : value.replaceAll(/\s/g, ' ')))
      .join('');
  }
}

function cached<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}

export interface StringLiteral {
  readonly kind: 'string';
  /** The text itself, unescaped. */
  readonly value: string;
}

export interface NumberLiteral {
  readonly kind: 'number';
  /** Decimal text without exponent, so that nothing is lost to floating point. */
  readonly text: string;
  /** ISO code of a currency-prefixed number such as `USD5000`. */
  readonly currency?: string;
}

export interface BooleanLiteral {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral {
  readonly kind: 'null';
}

/** `2026-01-31` */
export interface DateLiteral {
  readonly kind: 'date';
  readonly text: string;
}

/** `2026-01-31T10:00:00Z`, with any offset and fraction as written. */
export interface DateTimeLiteral {
  readonly kind: 'datetime';
  readonly text: string;
}

/** `10:00:00.000Z` */
export interface TimeLiteral {
  readonly kind: 'time';
  readonly text: string;
}

/** A named range of dates: `TODAY`, `LAST_N_DAYS:30`. */
export interface RelativeDateLiteral {
  readonly kind: 'relative-date';
  /** Upper-case. */
  readonly name: string;
  readonly n?: number;
}

export type Literal =
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | DateLiteral
  | DateTimeLiteral
  | TimeLiteral
  | RelativeDateLiteral;

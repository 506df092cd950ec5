import type {
  BooleanLiteral,
  DateLiteral,
  DateTimeLiteral,
  NullLiteral,
  NumberLiteral,
  RelativeDateLiteral,
  StringLiteral,
  TimeLiteral,
} from '../literal.js';

export function stringLiteral(value: string): StringLiteral {
  return Object.freeze({ kind: 'string', value });
}

/** The text is decimal and has no exponent: `-12.50`. */
export function numberLiteral(text: string, currency?: string): NumberLiteral {
  return Object.freeze({ kind: 'number', text, currency });
}

export function booleanLiteral(value: boolean): BooleanLiteral {
  return Object.freeze({ kind: 'boolean', value });
}

export function nullLiteral(): NullLiteral {
  return Object.freeze({ kind: 'null' });
}

export function dateLiteral(text: string): DateLiteral {
  return Object.freeze({ kind: 'date', text });
}

export function dateTimeLiteral(text: string): DateTimeLiteral {
  return Object.freeze({ kind: 'datetime', text });
}

export function timeLiteral(text: string): TimeLiteral {
  return Object.freeze({ kind: 'time', text });
}

/** `relativeDateLiteral('TODAY')`, `relativeDateLiteral('LAST_N_DAYS', 30)`. */
export function relativeDateLiteral(name: string, n?: number): RelativeDateLiteral {
  return Object.freeze({ kind: 'relative-date', name, n });
}

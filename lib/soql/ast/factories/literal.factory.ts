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
  return { kind: 'string', value };
}

/** The text is decimal and has no exponent: `-12.50`. */
export function numberLiteral(text: string, currency?: string): NumberLiteral {
  return { kind: 'number', text, currency };
}

export function booleanLiteral(value: boolean): BooleanLiteral {
  return { kind: 'boolean', value };
}

export function nullLiteral(): NullLiteral {
  return { kind: 'null' };
}

export function dateLiteral(text: string): DateLiteral {
  return { kind: 'date', text };
}

export function dateTimeLiteral(text: string): DateTimeLiteral {
  return { kind: 'datetime', text };
}

export function timeLiteral(text: string): TimeLiteral {
  return { kind: 'time', text };
}

/** `relativeDateLiteral('TODAY')`, `relativeDateLiteral('LAST_N_DAYS', 30)`. */
export function relativeDateLiteral(name: string, n?: number): RelativeDateLiteral {
  return { kind: 'relative-date', name, n };
}

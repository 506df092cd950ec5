import { decimalTextOf } from './decimal-number.js';

/** A value as JSON; for people's eyes laid out as the platform does it, which is Jackson's way. */
export function jsonText(value: unknown, pretty: boolean): string {
  return pretty ? lines(value, '\n') : JSON.stringify(value);
}

/** @param newLine a line's end with the indent of the line that the value begins in */
function lines(value: unknown, newLine: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const decimal = decimalTextOf(value);
  if (decimal !== undefined) return decimal;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[ ]';
    return `[ ${value.map((item) => lines(item ?? null, newLine)).join(', ')} ]`;
  }
  const inner = `${newLine}  `;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${inner}${JSON.stringify(name)} : ${lines(member, inner)}`);
  return members.length === 0 ? '{ }' : `{${members.join(',')}${newLine}}`;
}

import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import { fieldDecoder } from '../../hydration/field-decoder.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import type { RowColumn } from './row-columns.js';

/** Makes the row of a record of the org's answer: a plain object of the columns. */
export type RowReader = (record: WireRecord) => object;

/** @throws InvalidResponseException (the reader) for records and values in a form the API does not have. */
export function compileRowReader(columns: readonly RowColumn[]): RowReader {
  const steps = columns.map(({ place, key, type }) => {
    const decode = fieldDecoder({ type, apiName: key });
    const lowerCase = key.toLowerCase();
    return {
      place,
      read: (record: WireRecord): unknown => {
        const value = key in record ? record[key] : record[spelling(record, lowerCase)];
        return value === null || value === undefined ? null : decode ? decode(value) : value;
      },
    };
  });
  return (record) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      throw new InvalidResponseException(
        'A row of an aggregating query did not arrive as an object of columns.',
      );
    }
    const row: Record<string, unknown> = {};
    for (const { place, read } of steps) put(row, place, read(record));
    return row;
  };
}

/** The row of an aggregate over no records at all. */
export function rowOfNothing(columns: readonly RowColumn[]): object {
  const row: Record<string, unknown> = {};
  for (const { place, ofNothing } of columns) put(row, place, ofNothing);
  return row;
}

/** Names come as the org spells them, which an entity may do in another case. */
function spelling(record: WireRecord, lowerCase: string): string {
  return Object.keys(record).find((name) => name.toLowerCase() === lowerCase) ?? lowerCase;
}

function put(row: Record<string, unknown>, place: readonly string[], value: unknown): void {
  let at = row;
  for (const part of place.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
  at[place.at(-1)!] = value;
}

import type { Binary } from '../../protocol/binary.js';
import type { Address, Geolocation } from '../../protocol/compound-value.interface.js';
import type { DateString } from '../../protocol/date-string.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { TimeString } from '../../protocol/time-string.js';

/** The types whose values are no plain texts. */
interface NonTextValues {
  readonly boolean: [value: boolean, name: 'boolean'];
  readonly int: [value: number, name: 'number'];
  readonly long: [value: number, name: 'number'];
  readonly double: [value: number, name: 'number'];
  readonly currency: [value: number, name: 'number'];
  readonly percent: [value: number, name: 'number'];
  readonly date: [value: DateString, name: 'DateString'];
  readonly datetime: [value: Date, name: 'Date'];
  readonly time: [value: TimeString, name: 'TimeString'];
  readonly multipicklist: [value: readonly string[], name: 'string[]'];
  readonly junctionidlist: [value: readonly string[], name: 'string[]'];
  readonly base64: [value: Binary, name: 'Binary'];
  readonly address: [value: Address, name: 'Address'];
  readonly location: [value: Geolocation, name: 'Geolocation'];
  readonly anyType: [value: unknown, name: 'unknown'];
  readonly complexvalue: [value: unknown, name: 'unknown'];
}

/** What a property holds for a field of a type. */
export type FieldValue<Type extends FieldType> = Type extends keyof NonTextValues
  ? NonTextValues[Type][0]
  : string;

/** How messages spell {@link FieldValue}. */
export type FieldValueName<Type extends FieldType> = Type extends keyof NonTextValues
  ? NonTextValues[Type][1]
  : 'string';

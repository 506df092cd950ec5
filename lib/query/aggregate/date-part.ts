import type { DateFunctionName } from '../where/date-function.js';
import type { FieldReference } from './field-reference.type.js';

/**
 * A part of a date to group by. Made by `calendarYear`, `dayOnly` and the other date functions.
 *
 * @publicApi
 */
export class DatePart<
  Name extends DateFunctionName = DateFunctionName,
  Reference extends FieldReference = FieldReference,
> {
  readonly #name: Name;
  readonly #field: Reference;
  readonly #inUserTimeZone: boolean;

  /** @internal */
  constructor(name: Name, field: Reference, { inUserTimeZone = false }: DatePartOptions = {}) {
    this.#name = name;
    this.#field = field;
    this.#inUserTimeZone = inUserTimeZone;
  }

  get name(): Name {
    return this.#name;
  }

  get field(): Reference {
    return this.#field;
  }

  get inUserTimeZone(): boolean {
    return this.#inUserTimeZone;
  }
}

/**
 * How a part of a datetime is taken.
 *
 * @publicApi
 */
export interface DatePartOptions {
  /** Takes the part in the time zone of the connected user. @default false, which is UTC */
  readonly inUserTimeZone?: boolean;
}

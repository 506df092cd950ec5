import { hash } from 'node:crypto';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { Validators } from '../format/conditional.js';

/** The one object whose records have entity tags. */
const TAGGED = 'Account';
/** When a record was changed, by whomever, as far as the object knows it. */
const STAMPS = ['SystemModstamp', 'LastModifiedDate'];
/** What reading a record may change. */
const READING = { LastViewedDate: undefined, LastReferencedDate: undefined };

/** The fields that the validators of a record need; all of them when undefined. */
export function validatingFields(object: ObjectSchema): readonly string[] | undefined {
  if (object.name === TAGGED) return undefined;
  return STAMPS.filter((name) => object.field(name) !== undefined).slice(0, 1);
}

/** What tells whether a record is still what a client knows of it. @param values those of its {@link validatingFields} */
export function recordValidators(
  object: ObjectSchema,
  values: Readonly<Record<string, unknown>>,
): Validators {
  const stamp = STAMPS.map((name) => values[name]).find((value) => value != null);
  return {
    etag: object.name === TAGGED ? tagOf(values) : undefined,
    lastModified: typeof stamp === 'string' ? new Date(stamp.replace('+0000', 'Z')) : undefined,
  };
}

function tagOf(values: Readonly<Record<string, unknown>>): string {
  return hash('sha256', JSON.stringify({ ...values, ...READING }), 'base64');
}

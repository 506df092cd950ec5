import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import type { SqliteValue } from './sqlite-database.interface.js';

/** A stored value as it travels in JSON. */
export function toWire(field: FieldDefinition, value: SqliteValue): unknown {
  switch (field.type) {
    case 'boolean':
      return value === 1;
    case 'datetime':
      return typeof value === 'string' ? value.replace(/Z$/, '+0000') : null;
    default:
      return typeof value === 'bigint' ? Number(value) : value;
  }
}

/** An instant as it travels. */
export function toWireInstant(instant: Date): string {
  return instant.toISOString().replace(/Z$/, '+0000');
}

/**
 * Reads the values of an address or location, which are put together from the columns of its components; null when all of
 * those are.
 *
 * @returns reads one value; `valueOf` has the stored value of a component, by its API name
 */
export function compoundReader(
  object: ObjectSchema,
  compound: FieldDefinition,
): (valueOf: (field: string) => SqliteValue) => Record<string, unknown> | null {
  const components = object
    .components(compound)
    .map((component) => ({ component, key: componentKey(compound, component) }));
  return (valueOf) => {
    const value: Record<string, unknown> = {};
    let empty = true;
    for (const { component, key } of components) {
      const stored = valueOf(component.name);
      value[key] = toWire(component, stored);
      if (stored !== null) empty = false;
    }
    return empty ? null : value;
  };
}

/** `BillingPostalCode` of `BillingAddress` is `postalCode`, `Site__Latitude__s` of `Site__c` is `latitude`. */
function componentKey(compound: FieldDefinition, component: FieldDefinition): string {
  const key =
    compound.type === 'location'
      ? component.name.replace(/__s$/i, '').replace(/^.*__/, '')
      : component.name.slice(compound.name.length - 'Address'.length);
  return key.charAt(0).toLowerCase() + key.slice(1);
}

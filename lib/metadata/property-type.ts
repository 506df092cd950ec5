import { Binary } from '../protocol/binary.js';
import { DateString } from '../protocol/date-string.js';
import { NUMERIC_FIELD_TYPES, type FieldType } from '../protocol/field-type.type.js';
import { TimeString } from '../protocol/time-string.js';
import type { EntityClass } from './entity-metadata.interface.js';

/** The type of a property as far as decorator metadata tells it: a JavaScript type's name, or that of some class. */
export interface PropertyType {
  readonly name: string;
  /** The field type it stands for on its own. */
  readonly fieldType?: FieldType;
}

const TYPES_BY_METADATA: ReadonlyMap<unknown, PropertyType> = new Map<unknown, PropertyType>([
  [String, { name: 'string', fieldType: 'string' }],
  [Number, { name: 'number', fieldType: 'double' }],
  [Boolean, { name: 'boolean', fieldType: 'boolean' }],
  [Date, { name: 'Date', fieldType: 'datetime' }],
  [Binary, { name: 'Binary', fieldType: 'base64' }],
  // Compilers that look at one file at a time see the companion object of the text types, not that they are texts.
  [DateString, { name: 'DateString', fieldType: 'date' }],
  [TimeString, { name: 'TimeString', fieldType: 'time' }],
  [Array, { name: 'array' }],
]);

/** What reflect-metadata adds to `Reflect`; it may be absent, as may be the metadata. */
interface ReflectWithMetadata {
  getMetadata?(key: string, target: object, property: string): unknown;
}

/** The type of a property; `undefined` when the compiler emitted none, or one that says nothing (`Object`). */
export function propertyTypeOf(declaredBy: EntityClass, property: string): PropertyType | undefined {
  const reflect: ReflectWithMetadata = Reflect;
  const metadata = reflect.getMetadata?.('design:type', declaredBy.prototype as object, property);
  const known = TYPES_BY_METADATA.get(metadata);
  if (known) return known;
  if (typeof metadata === 'function' && metadata !== Object) return { name: metadata.name };
  return typeof metadata === 'object' && metadata !== null ? enumType(metadata) : undefined;
}

/** How a property of a field type has to be typed, `undefined` when any type will do. */
export function propertyTypeFor(type: FieldType): string | undefined {
  if (NUMERIC_FIELD_TYPES.has(type)) return 'number';
  switch (type) {
    case 'boolean':
      return 'boolean';
    case 'datetime':
      return 'Date';
    case 'date':
      return 'DateString';
    case 'time':
      return 'TimeString';
    case 'multipicklist':
    case 'junctionidlist':
      return 'array';
    case 'base64':
      return 'Binary';
    case 'address':
      return 'Address';
    case 'location':
      return 'Geolocation';
    case 'anyType':
    case 'complexvalue':
      return undefined;
    default:
      return 'string';
  }
}

/** Whether a property of that type holds the values of a field type. */
export function holds(property: PropertyType, type: FieldType): boolean {
  const wanted = propertyTypeFor(type);
  if (wanted === undefined || wanted === property.name) return true;
  if (wanted === 'DateString' || wanted === 'TimeString') return property.name === 'string';
  // Both are interfaces here, so whatever class stands in for one is the application's own.
  if (wanted === 'Address' || wanted === 'Geolocation') return !isBuiltIn(property);
  return false;
}

function isBuiltIn(property: PropertyType): boolean {
  return [...TYPES_BY_METADATA.values()].includes(property);
}

/** Some compilers emit the object of an enum where others emit the type of its values. */
function enumType(values: object): PropertyType | undefined {
  return Object.values(values).every((value) => typeof value === 'string')
    ? TYPES_BY_METADATA.get(String)
    : undefined;
}

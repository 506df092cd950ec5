import type { Binary } from '../../protocol/binary.js';
import type { Address, Geolocation } from '../../protocol/compound-value.interface.js';
import type { DateString } from '../../protocol/date-string.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { TimeString } from '../../protocol/time-string.js';
import type { FieldValue, FieldValueName } from './field-value.type.js';
import type { Instance, NoClass, PropertyValue } from './property-value.type.js';

/** `undefined` when the compiler can name the field's type from the property's, else what to write. */
type UntypedFieldProblem<Value> = [Value] extends [string]
  ? string extends Value
    ? undefined
    : DateString extends Value
      ? "a DateString needs @Field({ type: 'date' })"
      : TimeString extends Value
        ? "a TimeString needs @Field({ type: 'time' })"
        : undefined
  : [Value] extends [number] | [boolean] | [Date] | [Binary]
    ? undefined
    : [Value] extends [readonly string[]]
      ? "an array of texts needs @Field({ type: 'multipicklist' })"
      : [Value] extends [Address]
        ? "an Address needs @Field({ type: 'address' })"
        : [Value] extends [Geolocation]
          ? "a Geolocation needs @Field({ type: 'location' })"
          : 'no field type follows from the type of this property: say @Field({ type: … }), or use @Lookup or @Children';

type TypedFieldProblem<Value, Type extends FieldType> = [Value] extends [FieldValue<Type>]
  ? undefined
  : `the value of a field of type '${Type}' is a ${FieldValueName<Type>}`;

/** Nothing is held against `any` and `unknown`. */
type FieldProblem<Value, Type extends FieldType | undefined> = unknown extends Value
  ? undefined
  : [Type] extends [FieldType]
    ? TypedFieldProblem<NonNullable<Value>, Type>
    : UntypedFieldProblem<NonNullable<Value>>;

/** The name of a property that fits a field's type; for one that does not, a text that says why. */
type FieldProperty<Entity, Property extends string, Type extends FieldType | undefined> =
  FieldProblem<PropertyValue<Entity, Property>, Type> extends infer Problem extends string
    ? Problem
    : Property;

/** An entity whose property of that name holds nothing but values of a field type. */
type FieldHolder<Property extends string, Type extends FieldType | undefined> = NoClass & {
  readonly [Key in Property]?: ([Type] extends [FieldType] ? FieldValue<Type> : never) | null;
};

/** A property decorator that accepts the properties which can hold a field of that type, and no method or accessor. */
export interface FieldDecorator<Type extends FieldType | undefined, Name extends string = string> {
  /** Comes first for properties of a generic class: the compiler does not decide conditions on their types. */
  <Property extends Name>(
    entity: FieldHolder<Property, Type>,
    property: Property,
    descriptor?: undefined,
  ): void;
  <Entity extends Instance, Property extends Name>(
    entity: Entity,
    property: FieldProperty<Entity, Property, Type>,
    descriptor?: undefined,
  ): void;
}

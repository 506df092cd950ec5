import type { FieldType } from '../../protocol/field-type.type.js';
import { declareProperty } from '../entity-declaration.js';
import type { FieldOptions } from './field-options.interface.js';
import type { FieldDecorator } from './checked-field.type.js';

/**
 * Maps a property to a field. The compiler checks that the property can hold the field's values.
 *
 * The field's type is taken from the property's where decorator metadata has it: `string`, `number`, `boolean` and `Date`,
 * but no union such as `string | null`. Everything else says its `type`; a foreign key need not.
 *
 * @example
 * ```ts
 * @Field() name!: string;                                        // Name
 * @Field({ custom: true, type: 'string' }) tier!: string | null; // Tier__c
 * @Field({ type: 'date' }) birthdate!: DateString | null;
 * @Field({ picklist: ['Hot', 'Cold'] }) rating!: 'Hot' | 'Cold' | null;
 * ```
 * @publicApi
 */
export function Field<Type extends FieldType | undefined = undefined>(
  options: FieldOptions<Type> = {},
): FieldDecorator<Type> {
  return (entity: object, property: string, descriptor?: undefined): void =>
    declareProperty(entity, property, descriptor, { kind: 'field', options });
}

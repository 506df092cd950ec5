import { declareProperty } from '../entity-declaration.js';
import type { FieldDecorator } from './checked-field.type.js';

/**
 * Marks the record's id, a property called `id` or `Id`. Every entity has one; bases may bring it.
 *
 * @example
 * ```ts
 * @Id() readonly id!: string;
 * ```
 * @publicApi
 */
export function Id(): FieldDecorator<'id', 'id' | 'Id'> {
  return (entity: object, property: string, descriptor?: undefined): void =>
    declareProperty(entity, property, descriptor, { kind: 'id' });
}

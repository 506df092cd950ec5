import type { DateString } from '../protocol/date-string.js';
import type { TimeString } from '../protocol/time-string.js';
import type { FieldKind, PropertyKind } from '../query/select/property-kind.type.js';
import type { FieldDefinition, SObjectDefinition } from '../schema/sobject-definition.interface.js';

type FieldProperty<E> = {
  [K in keyof E]-?: PropertyKind<E[K]> extends FieldKind ? K : never;
}[keyof E];

/**
 * The object of an entity as the org has it now and as the connected user sees it. A field that the org has not, or that the
 * user may not see, is absent.
 *
 * @publicApi
 */
export interface EntityDescription<E> extends Omit<SObjectDefinition, 'fields'> {
  /** The mapped fields, by property. */
  readonly fields: { readonly [P in FieldProperty<E>]?: FieldDefinition };
}

type PicklistText<V> = [V] extends [readonly (infer Item)[]] ? Item : V;

/** The values of a picklist or multi-picklist property. @internal */
export type PicklistPropertyValue<V> = PicklistText<NonNullable<V>> & string;

/**
 * The properties that can be a picklist, by their type: texts, and lists of texts.
 *
 * @internal
 */
export type PicklistProperty<E> = {
  [K in keyof E]-?: K extends 'id' | 'Id'
    ? never
    : [PicklistText<NonNullable<E[K]>>] extends [never]
      ? never
      : [PicklistText<NonNullable<E[K]>>] extends [DateString | TimeString]
        ? never
        : [PicklistText<NonNullable<E[K]>>] extends [string]
          ? K & string
          : never;
}[keyof E];

/**
 * Which values of a picklist are asked for.
 *
 * @publicApi
 */
export interface PicklistOptions {
  /**
   * Developer name or id of a record type, whose values alone are wanted; `Master` is the one every object has.
   * @default the values of the field, whatever the record type
   */
  readonly recordType?: string;
}

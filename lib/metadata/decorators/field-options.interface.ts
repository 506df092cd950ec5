import type { FieldType } from '../../protocol/field-type.type.js';
import type { PicklistOption } from './picklist-option.type.js';

/**
 * What `@Field` can say of a field beyond its property's name and type.
 *
 * @publicApi
 */
export interface FieldOptions<Type extends FieldType | undefined = FieldType | undefined> {
  /** API name, taken verbatim. @default the property's name, by the naming rule */
  readonly apiName?: string;
  /**
   * The field's type in Salesforce.
   * @default `picklist` when that option is there; `reference` for the foreign key of a relation; else from the property's
   * type where the compiler emits decorator metadata: `string` is `string`, `number` is `double`, `boolean` is `boolean`,
   * `Date` is `datetime`. It emits none for a union such as `string | null`.
   */
  readonly type?: Type;
  /**
   * A custom field: its name ends with `__c`, and that of a relation's foreign key drops its `Id`, as is the custom in orgs:
   * `regionId` is `Region__c`.
   * @default true when the name has such a suffix already
   */
  readonly custom?: boolean;
  /**
   * Neither `creatable` nor `updatable`.
   * @default true for what only the org sets, such as `CreatedDate`, and for what is `calculated` or an `autoNumber`
   */
  readonly readOnly?: boolean;
  /** Can be set when a record is inserted. @default true unless `readOnly` */
  readonly creatable?: boolean;
  /** Can be set on an existing record. @default true unless `readOnly` or the foreign key of a `@MasterDetail` */
  readonly updatable?: boolean;
  /** Can be empty. @default true, but false for a boolean, an `autoNumber` and the foreign key of a `@MasterDetail` */
  readonly nillable?: boolean;
  /**
   * The org fills it in when an insert leaves it out.
   * @default false, but true for a boolean, an `autoNumber`, `OwnerId` and what has a `defaultValue`
   */
  readonly defaultedOnCreate?: boolean;
  /** What a new record has where an insert leaves the field out; of a picklist, one of its values. */
  readonly defaultValue?: string | number | boolean;
  /** What users see. @default made from the API name */
  readonly label?: string;
  /** What users read when they ask what the field is for. */
  readonly help?: string;
  /** Most characters a text field holds. @default the platform's for the type, such as 255 for `string` and `textarea` */
  readonly length?: number;
  /**
   * Most digits of a number, those of the fraction included. JavaScript's numbers keep 15 for certain: of a longer one, which
   * fields of 16 to 18 digits allow, the last digits are rounded when it is read.
   */
  readonly precision?: number;
  /** Digits of a number's fraction. */
  readonly scale?: number;
  /**
   * The values of a picklist, a multi-picklist or a combobox, with the labels that users see instead where these differ.
   * `PicklistValue` makes the property's type of them.
   */
  readonly picklist?: readonly PicklistOption[];
  /** Whether a picklist takes no value but those of its list. @default true where there is a list, false for a combobox */
  readonly restricted?: boolean;
  /** Records can be upserted by this field. @default false */
  readonly externalId?: boolean;
  /** No two records share a value. @default false */
  readonly unique?: boolean;
  /** Values that differ in the case of their letters alone are different values. @default false */
  readonly caseSensitive?: boolean;
  /** Text of the formula that the org computes the field by; the field is `calculated`. */
  readonly formula?: string;
  /** The org computes the field: by a formula, or by adding up child records. @default true with a `formula` */
  readonly calculated?: boolean;
  /** The org numbers the records in this field, a text. @default false */
  readonly autoNumber?: boolean;
  /** What users call a record by. @default true for `Name` alone */
  readonly nameField?: boolean;
}

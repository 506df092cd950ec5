import type { FieldType } from '../protocol/field-type.type.js';

export interface PicklistValueDefinition {
  readonly value: string;
  readonly label: string;
  readonly isDefault?: boolean;
  readonly active?: boolean;
}

/** One field of an object in a catalog. What is absent is false, zero, null or empty, as in most fields of a describe. */
export interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly digits?: number;
  readonly custom?: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly nillable?: boolean;
  readonly defaultedOnCreate?: boolean;
  readonly defaultValue?: string | number | boolean;
  readonly calculated?: boolean;
  readonly autoNumber?: boolean;
  readonly nameField?: boolean;
  readonly idLookup?: boolean;
  readonly externalId?: boolean;
  readonly unique?: boolean;
  readonly caseSensitive?: boolean;
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  readonly groupable?: boolean;
  readonly aggregatable?: boolean;
  readonly restrictedPicklist?: boolean;
  readonly picklistValues?: readonly PicklistValueDefinition[];
  readonly referenceTo?: readonly string[];
  /** Name of the parent in SOQL. */
  readonly relationshipName?: string;
  readonly relationshipOrder?: number;
  /** Name of this object's records in a subquery from the referenced object. */
  readonly childRelationshipName?: string;
  readonly cascadeDelete?: boolean;
  readonly restrictedDelete?: boolean;
  readonly namePointing?: boolean;
  readonly polymorphicForeignKey?: boolean;
  /** The compound field this one is a component of: `BillingAddress`, `Name`. */
  readonly compoundFieldName?: string;
  readonly extraTypeInfo?: string;
  readonly htmlFormatted?: boolean;
}

/** One object of a catalog: what describe, entities and snapshots say alike. Immutable. */
export interface SObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** Names of the describe's other yes-or-no properties that are true: `layoutable`, `searchable`, `mergeable`, … */
  readonly traits?: readonly string[];
  /** In the order of the describe. */
  readonly fields: readonly FieldDefinition[];
}

import type { FieldType } from '../protocol/field-type.type.js';

/** @publicApi */
export interface PicklistValueDefinition {
  readonly value: string;
  /** What users see; null where the platform has no text of its own for the value. */
  readonly label: string | null;
  readonly isDefault?: boolean;
  readonly active?: boolean;
  /** For which values of the controlling field this one may be chosen: a bit a value, in base 64. */
  readonly validFor?: string;
}

/**
 * Which of the possible parents a lookup offers.
 *
 * @publicApi
 */
export interface FilteredLookupDefinition {
  readonly controllingFields: readonly string[];
  readonly dependent: boolean;
  readonly optionalFilter: boolean;
}

/**
 * One field of an object in a catalog. What is absent is false, zero, null or empty, as in most fields of a describe.
 *
 * @publicApi
 */
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
  /** Absent, a boolean's is false; null says that even a boolean has none. */
  readonly defaultValue?: string | number | boolean | null;
  readonly defaultValueFormula?: string;
  readonly calculated?: boolean;
  /** Text of the formula of a calculated field. */
  readonly calculatedFormula?: string;
  readonly formulaTreatNullNumberAsZero?: boolean;
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
  readonly dependentPicklist?: boolean;
  /** The field that decides which values of this one may be chosen. */
  readonly controllerName?: string;
  readonly referenceTo?: readonly string[];
  /** The field of an external object's parent that the reference holds the value of. */
  readonly referenceTargetField?: string;
  readonly filteredLookupInfo?: FilteredLookupDefinition;
  /** Name of the parent in SOQL. */
  readonly relationshipName?: string;
  readonly relationshipOrder?: number;
  /** Name of this object's records in a subquery from the referenced object. */
  readonly childRelationshipName?: string;
  readonly cascadeDelete?: boolean;
  readonly restrictedDelete?: boolean;
  readonly writeRequiresMasterRead?: boolean;
  readonly namePointing?: boolean;
  readonly polymorphicForeignKey?: boolean;
  /** The compound field this one is a component of: `BillingAddress`, `Name`. */
  readonly compoundFieldName?: string;
  readonly extraTypeInfo?: string;
  readonly htmlFormatted?: boolean;
  readonly inlineHelpText?: string;
  readonly mask?: string;
  readonly maskType?: string;
  readonly encrypted?: boolean;
  readonly highScaleNumber?: boolean;
  readonly displayLocationInDecimal?: boolean;
  readonly deprecatedAndHidden?: boolean;
  readonly aiPredictionField?: boolean;
  /** What follows from the rest of a field, where the org says otherwise: `derivedProperties` has the rules. */
  readonly byteLength?: number;
  readonly soapType?: string;
  readonly permissionable?: boolean;
  readonly queryByDistance?: boolean;
  readonly searchPrefilterable?: boolean;
  /** Properties of a describe that this version does not know. */
  readonly others?: Readonly<Record<string, unknown>>;
}

/**
 * A kind of records of one object, with a form and picklist values of its own.
 *
 * @publicApi
 */
export interface RecordTypeDefinition {
  readonly developerName: string;
  /** What users see. */
  readonly name: string;
  /** Of 18 characters; absent until an org has given one. */
  readonly recordTypeId?: string;
  /** @default true */
  readonly active?: boolean;
  /** Whether the user may choose it. @default true */
  readonly available?: boolean;
  /** Whether new records are of it when nothing else is said. @default false */
  readonly isDefault?: boolean;
  /** The one that every object has. @default false */
  readonly master?: boolean;
  /** Whether records of it are people, where accounts can be. @default false */
  readonly isPersonType?: boolean;
}

/**
 * A way from an object to the records that point at it, as the parent's describe lists it.
 *
 * @publicApi
 */
export interface ChildRelationshipDefinition {
  readonly childSObject: string;
  readonly field: string;
  /** Null for relationships that no subquery can name. */
  readonly relationshipName: string | null;
  readonly cascadeDelete?: boolean;
  readonly restrictedDelete?: boolean;
  readonly deprecatedAndHidden?: boolean;
  readonly junctionIdListNames?: readonly string[];
  readonly junctionReferenceTo?: readonly string[];
}

/**
 * What a list of objects says of one of them.
 *
 * @publicApi
 */
export interface SObjectSummary {
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
  /** What the object is to the one it belongs to: `Share`, `History`, `Feed`, `ChangeEvent`. */
  readonly associateEntityType?: string;
  readonly associateParentEntity?: string;
}

/**
 * One object of a catalog: what describe, entities and snapshots say alike. Immutable.
 *
 * @publicApi
 */
export interface SObjectDefinition extends SObjectSummary {
  /** In the order of the describe. */
  readonly fields: readonly FieldDefinition[];
  /** Absent, the object has the master record type and no other. */
  readonly recordTypes?: readonly RecordTypeDefinition[];
  /** What is known to point here; the references of other definitions are added to it. */
  readonly childRelationships?: readonly ChildRelationshipDefinition[];
  /** Whose records queries may ask for; absent, what objects of the kind have. */
  readonly supportedScopes?: readonly { readonly name: string; readonly label: string }[];
  /** By name, below the path of the API version: `/sobjects/Account/{ID}`; absent, those every object has. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Absent, whether the object is layoutable. */
  readonly compactLayoutable?: boolean | null;
  /** Absent, whether the object is layoutable. */
  readonly searchLayoutable?: boolean | null;
  /** The describe's properties that few objects have a value of, such as `implementsInterfaces`, and those not known here. */
  readonly others?: Readonly<Record<string, unknown>>;
}

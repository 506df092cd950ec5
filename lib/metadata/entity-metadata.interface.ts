import type { FieldType } from '../protocol/field-type.type.js';

/** A class that can carry `@SObject`: abstract bases included. */
// oxlint-disable-next-line typescript/no-explicit-any -- a constructor's parameters are of no interest here
export type EntityClass<T = object> = abstract new (...args: any[]) => T;

/** One value of a picklist and what users see of it. */
export interface PicklistOptionMetadata {
  readonly value: string;
  readonly label: string;
}

/** One mapped scalar field of an entity, all defaults applied and names resolved for one namespace. */
export interface FieldMetadata {
  /** Property of the class. */
  readonly property: string;
  /** API name, such as `AnnualRevenue` or `acme__Tier__c`. */
  readonly apiName: string;
  readonly type: FieldType;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly externalId: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  /** Computed by the org. */
  readonly calculated: boolean;
  readonly formula?: string;
  readonly autoNumber: boolean;
  /** What users call a record by. */
  readonly nameField: boolean;
  readonly defaultValue?: string | number | boolean;
  readonly label?: string;
  readonly help?: string;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  /** Values of a picklist, a multi-picklist or a combobox. */
  readonly picklist?: readonly PicklistOptionMetadata[];
  /** Whether it takes no others; absent where there is no list. */
  readonly restricted?: boolean;
}

/** A property that holds the parent a foreign key points to. */
export interface ParentMetadata {
  readonly property: string;
  /** Relationship name in SOQL: `Owner`, `Region__r`. */
  readonly relationshipName: string;
  readonly foreignKey: FieldMetadata;
  readonly kind: 'lookup' | 'master-detail';
  /** Metadata of the parent's entity, resolved on first use since entities refer to each other in circles. */
  target(): EntityMetadata;
  /**
   * The entities that the parent can be of, by the names queries call them, where one property holds a polymorphic parent;
   * {@link target} is then the first of them.
   */
  alternatives(): ReadonlyMap<string, EntityMetadata> | undefined;
}

/** A property that holds the records that point here. */
export interface ChildrenMetadata {
  readonly property: string;
  /** Child relationship name in SOQL: `Contacts`, `Invoices__r`. */
  readonly relationshipName: string;
  /** The children's side: the parent property of the child's entity. */
  inverse(): ParentMetadata;
  target(): EntityMetadata;
}

/** Everything the library knows of an entity class in one namespace. Immutable. */
export interface EntityMetadata {
  readonly target: EntityClass;
  /** API name of the object, such as `Account` or `acme__Invoice__c`. */
  readonly apiName: string;
  readonly label?: string;
  readonly labelPlural?: string;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** Labels of the record types by developer name; absent where the entity says none. */
  readonly recordTypes?: Readonly<Record<string, string>>;
  /** The id field; its property is called `id` or `Id`. */
  readonly id: FieldMetadata;
  /** All scalar fields by property, the id among them. */
  readonly fields: ReadonlyMap<string, FieldMetadata>;
  readonly parents: ReadonlyMap<string, ParentMetadata>;
  readonly children: ReadonlyMap<string, ChildrenMetadata>;
}

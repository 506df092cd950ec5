import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';

/** A field that becomes a property. */
export interface FieldPlan {
  /** `field AnnualRevenue` */
  readonly key: string;
  readonly property: string;
  readonly field: FieldDefinition;
  /** The relation whose foreign key the field is. */
  readonly relation?: 'lookup' | 'master-detail';
  /** Name of the constant that lists its picklist's values. */
  readonly constant?: string;
}

/** A class that a relation leads to. */
export interface TargetPlan {
  readonly object: string;
  readonly className: string;
}

/** A relation to the record that a foreign key points at. */
export interface ParentPlan {
  /** `parent OwnerId` */
  readonly key: string;
  readonly property: string;
  readonly foreignKey: FieldPlan;
  readonly relationshipName: string;
  readonly kind: 'lookup' | 'master-detail';
  /** Several, or some of several, where the foreign key is polymorphic. */
  readonly targets: readonly TargetPlan[];
  readonly polymorphic: boolean;
}

/** A relation to the records that point here. */
export interface ChildrenPlan {
  /** `children Contact.AccountId` */
  readonly key: string;
  readonly property: string;
  readonly target: TargetPlan;
  /** The child's property that leads back. */
  readonly inverse: string;
  /** API name of the child's foreign key. */
  readonly foreignKey: string;
  readonly relationshipName: string;
}

/** An object that becomes an entity: what of it does, and what all of that is called. */
export interface EntityPlan {
  readonly definition: SObjectDefinition;
  readonly className: string;
  /** Without the id. */
  readonly fields: readonly FieldPlan[];
  readonly parents: readonly ParentPlan[];
  readonly children: readonly ChildrenPlan[];
  /** Name of the constant that lists the record types. */
  readonly recordTypes?: string;
}

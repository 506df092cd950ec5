import { declareProperty, type EntityThunk } from '../entity-declaration.js';
import type { ParentOptions } from './parent-options.interface.js';
import type { ForeignKeyHolder, RelationProperty } from './relation-property.type.js';

/**
 * Maps a property to the master that a master-detail field points to: the record cannot be without it and is deleted with
 * it. The foreign key is required, and not updatable unless it says so.
 *
 * @example
 * ```ts
 * @Field({ custom: true }) invoiceId!: string;                          // Invoice__c
 * @MasterDetail(() => Invoice, 'invoiceId') invoice?: Related<Invoice>; // Invoice__r
 * ```
 * @publicApi
 */
export function MasterDetail<Target extends object, ForeignKey extends string>(
  target: EntityThunk<Target>,
  foreignKey: ForeignKey,
  options: ParentOptions = {},
) {
  return <Entity extends ForeignKeyHolder<ForeignKey>, Property extends string>(
    entity: Entity,
    property: RelationProperty<
      Entity,
      Property,
      Target,
      'the property of a master-detail is typed as its target'
    >,
    descriptor?: undefined,
  ): void =>
    declareProperty(entity, property, descriptor, { kind: 'master-detail', target, foreignKey, options });
}

import type { SObjectOptions } from './decorators/sobject-options.interface.js';
import type { EntityClass, EntityMetadata } from './entity-metadata.interface.js';
import { invalidEntity } from './invalid-entity.js';

type ObjectAccess = Pick<EntityMetadata, 'createable' | 'updateable' | 'deletable' | 'queryable'>;

/** What can be done with the records of an object, as its options say, or as goes for the kind that its name tells. */
export function objectAccess(target: EntityClass, options: SObjectOptions, apiName: string): ObjectAccess {
  const { readOnly = /__mdt$/i.test(apiName), creatable, updatable, deletable, queryable } = options;
  if (options.readOnly && (creatable || updatable || deletable)) {
    throw invalidEntity(
      target,
      undefined,
      'the object is readOnly and yet creatable, updatable or deletable. Say one of the two.',
    );
  }
  // A platform event is published, and from then on nobody's to change or to look up.
  const isKept = !/__e$/i.test(apiName);
  return {
    createable: creatable ?? !readOnly,
    updateable: updatable ?? (isKept && !readOnly),
    deletable: deletable ?? (isKept && !readOnly),
    queryable: queryable ?? isKept,
  };
}

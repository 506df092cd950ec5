import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';

/** All that the features of the org do with the records of each object. */
export class ObjectBehaviours {
  readonly #features: readonly RecordBehaviour[];
  readonly #known = new WeakMap<ObjectSchema, ObjectBehaviour | null>();

  constructor(features: readonly RecordBehaviour[]) {
    this.#features = features;
  }

  /** Whether a feature fills the field by itself. */
  computes(object: ObjectSchema, field: FieldDefinition): boolean {
    return this.#features.some((feature) => feature.computes?.(object, field) === true);
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    let behaviour = this.#known.get(object);
    if (behaviour === undefined) {
      behaviour = together(this.#features.flatMap((feature) => feature.of(object) ?? []));
      this.#known.set(object, behaviour);
    }
    return behaviour ?? undefined;
  }
}

function together(behaviours: readonly ObjectBehaviour[]): ObjectBehaviour | null {
  if (behaviours.length === 0) return null;
  return {
    complete(write: RecordWrite, row: OrgRow) {
      for (const behaviour of behaviours) behaviour.complete?.(write, row);
    },
    follow(write: RecordWrite) {
      for (const behaviour of behaviours) behaviour.follow?.(write);
    },
  };
}

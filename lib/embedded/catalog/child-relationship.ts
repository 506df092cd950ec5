import type {
  ChildRelationshipDefinition,
  FieldDefinition,
} from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from './object-schema.js';

/** One way from a parent to the records that point at it. The child is read when something asks for it. */
export class ChildRelationship {
  readonly #read: (name: string) => ObjectSchema | undefined;

  constructor(
    readonly definition: ChildRelationshipDefinition,
    read: (name: string) => ObjectSchema | undefined,
  ) {
    this.#read = read;
  }

  /** Null for relationships that no subquery can name. */
  get name(): string | null {
    return this.definition.relationshipName;
  }

  get childName(): string {
    return this.definition.childSObject;
  }

  get child(): ObjectSchema {
    return this.#read(this.definition.childSObject)!;
  }

  get field(): FieldDefinition {
    return this.child.field(this.definition.field)!;
  }

  /** Whether the children go with the parent. */
  get cascadeDelete(): boolean {
    return this.definition.cascadeDelete === true;
  }

  /** Whether children stand in the way of the parent's deletion. */
  get restrictedDelete(): boolean {
    return this.definition.restrictedDelete === true;
  }
}

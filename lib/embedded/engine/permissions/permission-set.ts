import { ObjectSchema } from '../../catalog/object-schema.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type {
  EmbeddedFieldAccess,
  EmbeddedObjectPermissions,
  EmbeddedPermissions,
} from './permission-set.interface.js';

/** The permissions of one user, and the objects as that user sees them. */
export class PermissionSet {
  readonly bulkApiHardDelete: boolean;
  readonly #objects: ReadonlyMap<string, EmbeddedObjectPermissions>;
  readonly #fields: ReadonlyMap<string, EmbeddedFieldAccess>;
  readonly #seen = new WeakMap<ObjectSchema, ObjectSchema | null>();

  constructor({ objects = {}, fields = {}, bulkApiHardDelete = true }: EmbeddedPermissions) {
    this.bulkApiHardDelete = bulkApiHardDelete;
    this.#objects = new Map(Object.entries(objects).map(([name, access]) => [name.toLowerCase(), access]));
    this.#fields = new Map(Object.entries(fields).map(([name, access]) => [name.toLowerCase(), access]));
  }

  allows(action: 'read' | 'create' | 'edit' | 'delete', object: ObjectSchema): boolean {
    const access = this.#of(object);
    return access.read !== false && access[action] !== false;
  }

  /** Whether the user is above the sharing of an object's records. */
  overrides(action: 'viewAll' | 'modifyAll', object: ObjectSchema): boolean {
    const access = this.#of(object);
    return access.modifyAll === true || access[action] === true;
  }

  /** Ids can always be seen. */
  fieldAccess(object: ObjectSchema, field: FieldDefinition): EmbeddedFieldAccess {
    if (field.type === 'id') return 'edit';
    return this.#fields.get(`${object.name}.${field.name}`.toLowerCase()) ?? 'edit';
  }

  /** The object with what the user may see and write of it; undefined where that is nothing. */
  seen(object: ObjectSchema): ObjectSchema | undefined {
    let seen = this.#seen.get(object);
    if (seen === undefined) {
      seen = this.#restricted(object);
      this.#seen.set(object, seen);
    }
    return seen ?? undefined;
  }

  #of(object: ObjectSchema): EmbeddedObjectPermissions {
    return this.#objects.get(object.name.toLowerCase()) ?? {};
  }

  #restricted(object: ObjectSchema): ObjectSchema | null {
    if (!this.allows('read', object)) return null;
    const { definition } = object;
    return new ObjectSchema({
      ...definition,
      createable: definition.createable && this.allows('create', object),
      updateable: definition.updateable && this.allows('edit', object),
      deletable: definition.deletable && this.allows('delete', object),
      fields: definition.fields.flatMap((field) => this.#field(object, field)),
    });
  }

  #field(object: ObjectSchema, field: FieldDefinition): FieldDefinition[] {
    switch (this.fieldAccess(object, field)) {
      case 'none':
        return [];
      case 'read':
        return [{ ...field, createable: false, updateable: false }];
      case 'edit':
        return [field];
    }
  }
}

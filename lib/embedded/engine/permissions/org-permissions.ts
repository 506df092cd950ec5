import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgUser } from '../org-user.interface.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { PermissionSet } from './permission-set.js';
import type {
  EmbeddedFieldAccess,
  EmbeddedPermissions,
  EmbeddedSharing,
} from './permission-set.interface.js';
import { VisibleCatalog } from './visible-catalog.js';

interface Restrictions {
  readonly permissions: PermissionSet;
  readonly catalog: VisibleCatalog;
}

export interface PermissionOptions {
  /** By username. */
  readonly permissions?: Readonly<Record<string, EmbeddedPermissions>> | undefined;
  /** By object. */
  readonly sharing?: Readonly<Record<string, EmbeddedSharing>> | undefined;
}

/** Who may do what. Users without permissions of their own are administrators. */
export class OrgPermissions {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #sharing: ReadonlyMap<string, EmbeddedSharing>;
  readonly #restrictions = new Map<string, Restrictions>();

  constructor(
    deps: { readonly catalog: Catalog; readonly database: SqliteDatabase },
    { permissions = {}, sharing = {} }: PermissionOptions = {},
  ) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#sharing = new Map(Object.entries(sharing).map(([name, model]) => [name.toLowerCase(), model]));
    for (const [username, allowed] of Object.entries(permissions)) this.assign(username, allowed);
  }

  /** Gives a user permissions instead of those the user had; without any, the user becomes an administrator. */
  assign(username: string, allowed: EmbeddedPermissions | undefined): void {
    const key = username.toLowerCase();
    if (!allowed) {
      this.#restrictions.delete(key);
      return;
    }
    const permissions = new PermissionSet(allowed);
    const catalog = new VisibleCatalog(
      this.#catalog,
      permissions,
      (object) => this.#sharingOf(object) === 'private',
    );
    this.#restrictions.set(key, { permissions, catalog });
  }

  /** Whether there is anything that the user may not do. */
  areRestricted(user: OrgUser): boolean {
    return this.#of(user) !== undefined;
  }

  canRead(user: OrgUser, object: ObjectSchema): boolean {
    return this.#of(user)?.permissions.allows('read', object) ?? true;
  }

  canCreate(user: OrgUser, object: ObjectSchema): boolean {
    return this.#of(user)?.permissions.allows('create', object) ?? true;
  }

  canEdit(user: OrgUser, object: ObjectSchema): boolean {
    return this.#of(user)?.permissions.allows('edit', object) ?? true;
  }

  canDelete(user: OrgUser, object: ObjectSchema): boolean {
    return this.#of(user)?.permissions.allows('delete', object) ?? true;
  }

  /** Whether the user may delete records past the recycle bin. */
  canHardDelete(user: OrgUser): boolean {
    return this.#of(user)?.permissions.bulkApiHardDelete ?? true;
  }

  fieldAccess(user: OrgUser, object: ObjectSchema, field: FieldDefinition): EmbeddedFieldAccess {
    return this.#of(user)?.permissions.fieldAccess(object, field) ?? 'edit';
  }

  /** The objects as a user sees them. The same catalog as long as the user has the same permissions. */
  catalogFor(user: OrgUser): ObjectCatalog {
    return this.#of(user)?.catalog ?? this.#catalog;
  }

  /** The object as a user sees it; undefined for one that is not to be seen. */
  seen(user: OrgUser, object: ObjectSchema): ObjectSchema | undefined {
    const restrictions = this.#of(user);
    return restrictions ? restrictions.permissions.seen(object) : object;
  }

  /** What a user may do with a record, as far as it depends on who owns it. */
  shared(user: OrgUser, object: ObjectSchema, ownerId: unknown): EmbeddedSharing {
    const restrictions = this.#of(user);
    if (!restrictions || ownerId === undefined || ownerId === user.id) return 'edit';
    const { permissions } = restrictions;
    if (permissions.overrides('modifyAll', object)) return 'edit';
    const model = this.#sharingOf(object);
    return model === 'private' && permissions.overrides('viewAll', object) ? 'read' : model;
  }

  /** Whether it depends on who owns them what a user may do with the records of an object. */
  isShared(user: OrgUser, object: ObjectSchema): boolean {
    return this.#of(user) !== undefined && this.#sharingOf(object) !== 'edit';
  }

  #sharingOf(object: ObjectSchema): EmbeddedSharing {
    if (this.#sharing.size === 0 || !object.field('OwnerId')) return 'edit';
    return this.#sharing.get(object.name.toLowerCase()) ?? 'edit';
  }

  #of(user: OrgUser): Restrictions | undefined {
    if (this.#restrictions.size === 0) return undefined;
    const [row] = this.#database.prepare('SELECT "Username" FROM "User" WHERE "Id" = ?').rows(user.id);
    return this.#restrictions.get(String(row?.[0]).toLowerCase());
  }
}

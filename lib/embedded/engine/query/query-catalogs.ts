import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgFormulas } from '../formula/org-formulas.js';
import type { OrgPermissions } from '../permissions/org-permissions.js';
import type { OrgUser } from '../org-user.interface.js';
import { CatalogWithFormulas } from './catalog-with-formulas.js';
import type { QueryCatalog } from './query-catalog.interface.js';

interface QueryCatalogsDependencies {
  readonly catalog: ObjectCatalog;
  readonly permissions: OrgPermissions | undefined;
  readonly formulas: OrgFormulas | undefined;
}

/** What each user's queries can name: one catalog for all who see the same. */
export class QueryCatalogs {
  readonly #catalog: ObjectCatalog;
  readonly #permissions: OrgPermissions | undefined;
  readonly #formulas: OrgFormulas | undefined;
  readonly #known = new WeakMap<ObjectCatalog, QueryCatalog>();

  constructor({ catalog, permissions, formulas }: QueryCatalogsDependencies) {
    this.#catalog = catalog;
    this.#permissions = permissions;
    this.#formulas = formulas;
  }

  of(user: OrgUser): QueryCatalog {
    const seen = this.#permissions?.catalogFor(user) ?? this.#catalog;
    if (!this.#formulas) return seen;
    let catalog = this.#known.get(seen);
    if (!catalog) this.#known.set(seen, (catalog = new CatalogWithFormulas(seen, this.#formulas)));
    return catalog;
  }

  /** An object with all its fields. */
  whole(object: ObjectSchema): ObjectSchema {
    return this.#permissions ? (this.#catalog.get(object.name) ?? object) : object;
  }
}

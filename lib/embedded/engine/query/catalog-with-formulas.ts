import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ChildRelationship } from '../../catalog/child-relationship.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { FieldFormula } from '../formula/field-formula.interface.js';
import type { OrgFormulas } from '../formula/org-formulas.js';
import type { QueryCatalog } from './query-catalog.interface.js';

/** A catalog that knows how the fields are computed that are not stored. */
export class CatalogWithFormulas implements QueryCatalog {
  readonly #seen: ObjectCatalog;
  readonly #formulas: OrgFormulas;

  constructor(seen: ObjectCatalog, formulas: OrgFormulas) {
    this.#seen = seen;
    this.#formulas = formulas;
  }

  get(name: string): ObjectSchema | undefined {
    return this.#seen.get(name);
  }

  byKeyPrefix(prefix: string): ObjectSchema | undefined {
    return this.#seen.byKeyPrefix(prefix);
  }

  all(): readonly ObjectSchema[] {
    return this.#seen.all();
  }

  children(parent: ObjectSchema): readonly ChildRelationship[] {
    return this.#seen.children(parent);
  }

  child(parent: ObjectSchema, relationshipName: string): ChildRelationship | undefined {
    return this.#seen.child(parent, relationshipName);
  }

  isPrivate(object: ObjectSchema): boolean {
    return this.#seen.isPrivate?.(object) === true;
  }

  formula(object: ObjectSchema, field: FieldDefinition): FieldFormula | undefined {
    return this.#formulas.of(object, field);
  }
}

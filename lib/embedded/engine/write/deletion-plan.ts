import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ChildRelationship } from '../../catalog/child-relationship.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import type { OrgRow } from '../org-row.js';
import type { RecordTable } from '../record-table.js';

export interface RecordKey {
  readonly object: ObjectSchema;
  readonly id: string;
}

/** A reference to a deleted record, of a record that stays. */
export interface DanglingReference extends RecordKey {
  readonly field: FieldDefinition;
  readonly target: string;
  /** Whether it goes with the record it refers to. */
  readonly cascades: boolean;
  /** Whether that record has to stay as long as it does. */
  readonly restricts: boolean;
}

/** What the deletion of one record takes with it. */
export interface DeletionPlan {
  /** The record and everything that cannot be without it. */
  readonly deleted: readonly RecordKey[];
  readonly emptied: readonly DanglingReference[];
}

/** The relationships of an object that lead to tables, as long as there are no other tables. */
interface UsedRelationships {
  readonly version: number;
  readonly relationships: readonly ChildRelationship[];
}

/** References every record has; those they lead to, users, are never deleted. */
const AUDIT_FIELDS = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

/** Follows the references to a record: some cascade, some stand in the way, and all others are emptied. */
export class DeletionPlanner {
  readonly #catalog: Catalog;
  readonly #table: RecordTable;
  readonly #used = new WeakMap<ObjectSchema, UsedRelationships>();

  constructor(catalog: Catalog, table: RecordTable) {
    this.#catalog = catalog;
    this.#table = table;
  }

  /** @throws OrgError when a record that would stay must not lose the one it refers to */
  plan(object: ObjectSchema, id: string): DeletionPlan {
    const deleted = new Map<string, RecordKey>([[id, { object, id }]]);
    const others: DanglingReference[] = [];
    // The map grows while it is walked: each record that goes along brings its own children.
    for (const doomed of deleted.values()) {
      for (const reference of this.#referencesTo(doomed)) {
        if (!reference.cascades) others.push(reference);
        else if (!deleted.has(reference.id)) {
          deleted.set(reference.id, { object: reference.object, id: reference.id });
        }
      }
    }
    const emptied = others.filter((reference) => !deleted.has(reference.id));
    const inTheWay = emptied.filter(({ field, restricts }) => restricts || !field.nillable);
    if (inTheWay[0]) throw this.#refusal({ object, id }, inTheWay);
    return { deleted: [...deleted.values()], emptied };
  }

  #referencesTo({ object, id }: RecordKey): DanglingReference[] {
    return this.#relationships(object).flatMap(({ child, field, cascadeDelete, restrictedDelete }) =>
      this.#table.idsBy(child, field, id).map((childId) => ({
        object: child,
        id: childId,
        field,
        target: id,
        cascades: cascadeDelete,
        restricts: restrictedDelete,
      })),
    );
  }

  /** Those that there are records of: most objects can be referred to by many others, and are by few. */
  #relationships(object: ObjectSchema): readonly ChildRelationship[] {
    const version = this.#table.schemaVersion;
    const known = this.#used.get(object);
    if (known?.version === version) return known.relationships;
    const relationships = this.#catalog
      .children(object)
      .filter(
        ({ childName, definition }) =>
          !AUDIT_FIELDS.has(definition.field) && this.#table.exists({ name: childName }),
      );
    this.#used.set(object, { version, relationships });
    return relationships;
  }

  #refusal({ object, id }: RecordKey, inTheWay: readonly DanglingReference[]): OrgError {
    const [first] = inTheWay;
    const related = inTheWay.filter((reference) => reference.object === first?.object);
    const names = related.map((reference) =>
      nameOf(reference.object, this.#table.find(reference.object, reference.id)),
    );
    const plural = first?.object.definition.labelPlural.toLowerCase();
    return new OrgError(
      'DELETE_FAILED',
      `Your attempt to delete ${nameOf(object, this.#table.find(object, id))} could not be completed because it is ` +
        `associated with the following ${plural}.: ${names.join(', ')}\n`,
      { fields: [] },
    );
  }
}

/** A record as messages call it: people with their salutation. */
function nameOf(object: ObjectSchema, row: OrgRow | undefined): string {
  const name = row?.[object.nameField?.name ?? 'Id'];
  return [row?.['Salutation'], name].filter((part) => part != null).join(' ');
}

import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';

/** A reference that can become a relation: some of what it points at is selected. */
export interface ParentRelationship {
  readonly field: FieldDefinition;
  readonly relationshipName: string;
  /** API names of the selected objects it may point at. */
  readonly targets: readonly string[];
  /** Whether it may point at objects of several kinds, selected or not. */
  readonly polymorphic: boolean;
  readonly kind: 'lookup' | 'master-detail';
}

/** Records that point at an object. */
export interface ChildRelationship {
  readonly childSObject: string;
  readonly field: string;
  readonly relationshipName: string;
}

/** The ways between the objects of a selection. References out of it stay fields, and are no relations. */
export class Relationships {
  readonly #parents = new Map<string, readonly ParentRelationship[]>();
  readonly #children = new Map<string, Map<string, ChildRelationship>>();

  constructor(definitions: readonly SObjectDefinition[]) {
    const selected = new Set(definitions.map(({ name }) => name));
    for (const definition of definitions) this.#parents.set(definition.name, parentsOf(definition, selected));
    for (const definition of definitions) this.#listChildren(definition);
  }

  parents(object: string): readonly ParentRelationship[] {
    return this.#parents.get(object) ?? [];
  }

  children(object: string): readonly ChildRelationship[] {
    return [...(this.#children.get(object)?.values() ?? [])];
  }

  /** Both sides may tell the name: the parent's list, and the child's field. */
  #listChildren({ name, fields, childRelationships = [] }: SObjectDefinition): void {
    for (const { childSObject, field, relationshipName } of childRelationships) {
      if (relationshipName !== null) this.#add(name, { childSObject, field, relationshipName });
    }
    for (const { name: field, childRelationshipName, referenceTo = [] } of fields) {
      if (childRelationshipName === undefined) continue;
      const child = { childSObject: name, field, relationshipName: childRelationshipName };
      for (const parent of referenceTo) this.#add(parent, child);
    }
  }

  #add(parent: string, child: ChildRelationship): void {
    const way = this.parents(child.childSObject).find(({ field }) => field.name === child.field);
    if (!way?.targets.includes(parent)) return;
    const known = this.#children.get(parent) ?? new Map<string, ChildRelationship>();
    this.#children.set(parent, known);
    const name = child.relationshipName.toLowerCase();
    if (!known.has(name)) known.set(name, child);
  }
}

function parentsOf(
  { fields }: SObjectDefinition,
  selected: ReadonlySet<string>,
): readonly ParentRelationship[] {
  const byName = new Map<string, ParentRelationship>();
  for (const field of fields) {
    const { type, referenceTo = [], relationshipName } = field;
    const targets = [...new Set(referenceTo)].filter((target) => selected.has(target));
    if (type !== 'reference' || relationshipName === undefined || targets.length === 0) continue;
    const polymorphic = referenceTo.length > 1;
    const kind = isMasterDetail(field) && !polymorphic ? 'master-detail' : 'lookup';
    const name = relationshipName.toLowerCase();
    if (!byName.has(name)) byName.set(name, { field, relationshipName, targets, polymorphic, kind });
  }
  return [...byName.values()];
}

/** A describe numbers the masters of a record; other catalogs say what happens to it when the master goes. */
function isMasterDetail({ custom, relationshipOrder, cascadeDelete }: FieldDefinition): boolean {
  return relationshipOrder !== undefined || (custom === true && cascadeDelete === true);
}

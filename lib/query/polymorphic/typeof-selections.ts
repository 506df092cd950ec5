import type { FieldPath } from '../../soql/ast/expression.js';
import { selected, typeofSelection } from '../../soql/ast/factories/select-item.factory.js';
import { fieldPath } from '../../soql/ast/factories/expression.factory.js';
import type { SelectItem } from '../../soql/ast/select-item.js';

interface Branches {
  readonly relationship: FieldPath;
  readonly when: Map<string, Map<string, FieldPath>>;
  otherwise?: readonly FieldPath[];
}

/** Collects what is read of polymorphic parents: one TYPEOF a relationship, whatever the number of properties over it. */
export class TypeofSelections {
  readonly #branches = new Map<string, Branches>();

  get isEmpty(): boolean {
    return this.#branches.size === 0;
  }

  /** @param sobject The kind of parent; undefined for every other kind. */
  add(relationship: FieldPath, sobject: string | undefined, fields: readonly FieldPath[]): void {
    const key = keyOf(relationship);
    const branches: Branches = this.#branches.get(key) ?? { relationship, when: new Map() };
    this.#branches.set(key, branches);
    if (sobject === undefined) {
      branches.otherwise = fields;
      return;
    }
    const known = branches.when.get(sobject) ?? new Map<string, FieldPath>();
    for (const field of fields) known.set(keyOf(field), field);
    branches.when.set(sobject, known);
  }

  items(): SelectItem[] {
    return [...this.#branches.values()].flatMap(({ relationship, when, otherwise }): SelectItem[] => {
      // TYPEOF asks for a kind; what all kinds have is read without it.
      if (when.size === 0) return (otherwise ?? []).map((field) => selected(beyond(relationship, field)));
      const branches = [...when].map(([sobject, fields]) => ({ sobject, fields: [...fields.values()] }));
      return [typeofSelection(relationship, branches, otherwise)];
    });
  }
}

function beyond(relationship: FieldPath, field: FieldPath): FieldPath {
  return fieldPath(...([...relationship.path, ...field.path] as [string, ...string[]]));
}

function keyOf({ path }: FieldPath): string {
  return path.join('.').toLowerCase();
}

import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldPath } from '../../soql/ast/expression.js';
import { ParentPath } from '../select/parent-path.js';
import { isPlainData } from '../find/plain-data.js';
import { isNameField } from '../polymorphic/name-record.js';
import { unknownProperty } from '../find/unknown-property.js';

/** A field of the queried entity or of one of its parents. */
export interface ResolvedField {
  readonly field: FieldMetadata;
  readonly path: FieldPath;
  /** The properties that lead to it, its own the last. */
  readonly properties: readonly string[];
  /** How messages call it: `Opportunity.account.name`. */
  readonly name: string;
}

/** The field a reference leads to. @throws InvalidQueryException when there is none, or more than one. */
export function resolveField(at: ParentPath, reference: unknown): ResolvedField {
  if (typeof reference === 'string') return ownField(at, reference, []);
  const fields = resolveFields(at, reference);
  const [field, second] = fields;
  if (field && !second) return field;
  throw new InvalidQueryException(
    `${at.name}: a field is named by its property, or by the way to it, one at a time.`,
  );
}

/** The fields that a tree of properties leads to: `true` stands for a field, an object for the fields of a parent. */
export function resolveFields(
  at: ParentPath,
  tree: unknown,
  properties: readonly string[] = [],
): readonly ResolvedField[] {
  if (!isPlainData(tree) || Object.keys(tree).length === 0) {
    throw new InvalidQueryException(
      `${at.name}: fields are named by their properties, and those of parents by an object of them.`,
    );
  }
  return Object.entries(tree).flatMap(([property, value]) => {
    const parent = at.entity.parents.get(property);
    if (parent) return resolveFields(at.parent(parent), value, [...properties, property]);
    const field = ownField(at, property, properties);
    if (value === true) return [field];
    throw new InvalidQueryException(`${field.name} is a field: name it with true, or leave it out.`);
  });
}

function ownField(at: ParentPath, property: string, properties: readonly string[]): ResolvedField {
  const field = at.entity.fields.get(property);
  if (!field) throw unknownProperty(at.entity, property, at.name);
  const name = `${at.name}.${property}`;
  if (at.ofSeveralKinds && !isNameField(field)) {
    throw new InvalidQueryException(
      `${name}: of a parent that may be of several kinds a group reaches what all of them have: id, name and a few more.`,
    );
  }
  return { field, path: at.field(field), properties: [...properties, property], name };
}

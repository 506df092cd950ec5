import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { identifier, joinSql, nameLiteral, NULL, sql, type SqlFragment } from './sql-fragment.js';

/** What the platform lets a query read through a polymorphic relationship, whatever the record behind it is. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'alias',
  'email',
  'firstname',
  'isactive',
  'lastname',
  'phone',
  'profileid',
  'recordtypeid',
  'title',
  'username',
  'userroleid',
]);

const TYPE_FIELD: FieldDefinition = {
  name: 'Type',
  label: 'Type',
  type: 'picklist',
  filterable: true,
  sortable: true,
  groupable: true,
  aggregatable: true,
};

/** The `Name` object of one polymorphic reference: the fields its possible records have in common. */
export class NameObject {
  constructor(
    /** The reference itself. */
    readonly id: SqlFragment,
    readonly targets: readonly ObjectSchema[],
  ) {}

  field(name: string): FieldDefinition | undefined {
    const key = name.toLowerCase();
    if (key === 'type') return TYPE_FIELD;
    if (!NAME_FIELDS.has(key)) return undefined;
    for (const target of this.targets) {
      const field = key === 'name' ? target.nameField : target.field(name);
      if (field) return key === 'name' ? { ...field, name: 'Name' } : field;
    }
    return undefined;
  }

  parent(relationshipName: string): FieldDefinition | undefined {
    for (const target of this.targets) {
      const reference = target.parent(relationshipName);
      if (reference && NAME_FIELDS.has(reference.name.toLowerCase())) return reference;
    }
    return undefined;
  }

  /** The key prefix tells the object, its primary key finds the row: no join, whatever the number of targets. */
  column(field: FieldDefinition): SqlFragment {
    if (field === TYPE_FIELD) return this.#choose((target) => nameLiteral(target.name));
    if (field.type === 'id') return this.id;
    return this.#choose((target) => {
      const own = field.name === 'Name' ? target.nameField : target.field(field.name);
      if (!own || !target.columns.includes(own)) return NULL;
      return sql`(SELECT ${identifier(own.name)} FROM ${identifier(target.name)} WHERE "Id" = ${this.id})`;
    });
  }

  /**
   * Whether a field of the record behind the reference fulfils a condition that no missing value does: asked of each
   * object by itself, so that its indexes find the records, and the index of the reference what points at them.
   */
  matching(field: FieldDefinition, condition: (column: SqlFragment) => SqlFragment): SqlFragment {
    if (field === TYPE_FIELD || field.type === 'id') return condition(this.column(field));
    const found = this.targets.flatMap((target) => {
      const own = field.name === 'Name' ? target.nameField : target.field(field.name);
      if (!own || !target.columns.includes(own)) return [];
      return [sql`SELECT "Id" FROM ${identifier(target.name)} WHERE ${condition(identifier(own.name))}`];
    });
    return sql`${this.id} IN (${joinSql(found, ' UNION ALL ')})`;
  }

  #choose(value: (target: ObjectSchema) => SqlFragment): SqlFragment {
    if (this.targets.length === 0) return NULL;
    const cases = this.targets.map(
      (target) => sql`WHEN ${nameLiteral(target.keyPrefix)} THEN ${value(target)}`,
    );
    return sql`CASE substr(${this.id}, 1, 3) ${joinSql(cases, ' ')} END`;
  }
}

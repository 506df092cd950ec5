import type { FieldType } from '../../../protocol/field-type.type.js';
import type { ReturningItem } from '../../../soql/sosl/ast/returning-item.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';

/** What `WITH METADATA = 'LABELS'` says of the fields of one object. */
export interface EntityLabels {
  readonly entityName: string;
  readonly fieldMetadata: readonly {
    readonly label: string;
    readonly name: string;
    readonly type: FieldType;
  }[];
}

export function describeEntity(object: ObjectSchema, item: ReturningItem): EntityLabels {
  const fields = (item.fields ?? []).flatMap((selected) => {
    if (selected.kind !== 'expression' || selected.expression.kind !== 'field') return [];
    const [name = '', ...rest] = selected.expression.path;
    return rest.length > 0 ? [] : (object.field(name) ?? []);
  });
  return {
    entityName: object.name,
    fieldMetadata: fields.map(({ label, name, type }) => ({ label, name, type })),
  };
}

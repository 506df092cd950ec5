import type { FieldDefinition } from '../../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../../catalog/object-schema.js';

/** A column of a list view. */
export interface ListViewColumn {
  readonly ascendingLabel: string | null;
  readonly descendingLabel: string | null;
  readonly fieldNameOrPath: string;
  readonly hidden: boolean;
  readonly label: string;
  readonly selectListItem: string;
  readonly sortDirection: 'ascending' | null;
  readonly sortIndex: number | null;
  readonly sortable: boolean;
  readonly type: string;
}

/** What every list view selects beside what it shows. */
const HIDDEN = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'];

/** What the two directions of a column are called. */
function directionsOf({ type }: FieldDefinition): readonly [string, string] {
  if (type === 'picklist' || type === 'boolean') return ['Low to High', 'High to Low'];
  if (type === 'phone' || type === 'double' || type === 'currency' || type === 'int') return ['9-0', '0-9'];
  return ['Z-A', 'A-Z'];
}

/** The columns of a list view that nobody has arranged: the record's name, by which it is sorted, and what goes unseen. */
export function columnsOf(object: ObjectSchema): readonly ListViewColumn[] {
  const { nameField } = object;
  const hidden = HIDDEN.flatMap((name) => object.field(name) ?? []);
  return [...(nameField ? [shown(nameField)] : []), ...hidden.map(unseen)];
}

function shown(field: FieldDefinition): ListViewColumn {
  const [ascendingLabel, descendingLabel] = directionsOf(field);
  return {
    ascendingLabel,
    descendingLabel,
    fieldNameOrPath: field.name,
    hidden: false,
    label: field.label,
    selectListItem: field.name,
    sortDirection: 'ascending',
    sortIndex: 0,
    sortable: true,
    type: field.type,
  };
}

function unseen(field: FieldDefinition): ListViewColumn {
  return {
    ascendingLabel: null,
    descendingLabel: null,
    fieldNameOrPath: field.name,
    hidden: true,
    label: field.label,
    selectListItem: field.name,
    sortDirection: null,
    sortIndex: null,
    sortable: false,
    type: field.type,
  };
}

import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';

type QueryFlags = Readonly<
  Required<Pick<FieldDefinition, 'filterable' | 'sortable' | 'groupable' | 'aggregatable'>>
>;

function flags(
  filterable: boolean,
  sortable: boolean,
  groupable: boolean,
  aggregatable: boolean,
): QueryFlags {
  return { filterable, sortable, groupable, aggregatable };
}

const EVERYWHERE = flags(true, true, true, true);
const NOWHERE = flags(false, false, false, false);
const BY_TYPE: Partial<Record<FieldType, QueryFlags>> = {
  boolean: flags(true, true, true, false),
  double: flags(true, true, false, true),
  currency: flags(true, true, false, true),
  percent: flags(true, true, false, true),
  datetime: flags(true, true, false, true),
  multipicklist: flags(true, false, false, false),
  address: flags(true, false, false, false),
  location: flags(true, false, false, false),
  base64: NOWHERE,
  anyType: NOWHERE,
  complexvalue: NOWHERE,
};

/** Text areas up to this length are indexed text; longer ones are stored apart, and queries can only select them. */
const LONGEST_SHORT_TEXT_AREA = 255;

/** Where a query may name a field of this type and length, unless the field says otherwise. */
export function defaultQueryFlags(field: Pick<FieldDefinition, 'type' | 'length'>): QueryFlags {
  if (field.type === 'textarea' && (field.length ?? 0) > LONGEST_SHORT_TEXT_AREA) return NOWHERE;
  return BY_TYPE[field.type] ?? EVERYWHERE;
}

/** Length of an id, and so of every reference. */
export const ID_LENGTH = 18;
/** What the name of a record can hold at most. */
export const NAME_LENGTH = 80;
/** How many digits an `int` field takes. */
export const INT_DIGITS = 8;

import { NUMERIC_FIELD_TYPES } from '../../../protocol/field-type.type.js';
import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import type { FieldUse } from './expectation.type.js';

const LABELLED: ReadonlySet<string> = new Set(['picklist', 'multipicklist', 'combobox']);
const PLACES: ReadonlySet<string> = new Set(['location', 'address']);

/** What only some fields can do, as the org says it of each. */
type Ability = 'filterable' | 'groupable' | 'sortable' | 'aggregatable';

const ABILITIES: Readonly<Partial<Record<FieldUse, Ability>>> = {
  filter: 'filterable',
  group: 'groupable',
  sort: 'sortable',
  aggregate: 'aggregatable',
  ordered: 'aggregatable',
};

/** The fields of an object that are good for something, and its parents, whose fields may be. */
export function fieldCandidates(object: SObjectDefinition, use: FieldUse): readonly string[] {
  const fields = object.fields.filter(({ deprecatedAndHidden }) => !deprecatedAndHidden);
  return [
    ...fields.filter((field) => isFit(field, use, fields)).map(({ name }) => name),
    ...fields.flatMap(({ relationshipName }) => (relationshipName ? [`${relationshipName}.`] : [])),
  ].sort((one, other) => one.localeCompare(other));
}

function isFit(field: FieldDefinition, use: FieldUse, all: readonly FieldDefinition[]): boolean {
  const { type } = field;
  switch (use) {
    case 'select':
      return true;
    case 'number':
      return NUMERIC_FIELD_TYPES.has(type);
    case 'date':
      return type === 'date' || type === 'datetime';
    case 'datetime':
    case 'currency':
      return type === use;
    case 'label':
      return LABELLED.has(type);
    case 'location':
      return PLACES.has(type);
    default:
      return isAble(field, ABILITIES[use], all);
  }
}

/** Where nothing is said of any field, as in a catalog made of entities, all will do. */
function isAble(
  field: FieldDefinition,
  ability: Ability | undefined,
  all: readonly FieldDefinition[],
): boolean {
  return ability === undefined || field[ability] === true || all.every((one) => one[ability] === undefined);
}

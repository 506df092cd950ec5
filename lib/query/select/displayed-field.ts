import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { FieldPath } from '../../soql/ast/expression.js';
import { functionCall } from '../../soql/ast/factories/expression.factory.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import type { SelectItem } from '../../soql/ast/select-item.js';
import { distanceCall } from '../where/distance-compiler.js';
import { hasLabels, isDated, isNumeric } from '../where/field-abilities.js';
import { knownKeysOf, type PlainData } from '../find/plain-data.js';

/** A field of a select list, and as what its value is to be read. */
export interface DisplayedField {
  readonly item: SelectItem;
  readonly decoded: FieldMetadata;
}

interface Display {
  readonly soqlName: string;
  readonly fits: (field: FieldMetadata) => boolean;
  readonly of: string;
  readonly decodedAs?: FieldType;
}

const DISPLAYS: ReadonlyMap<unknown, Display> = new Map<unknown, Display>([
  ['label', { soqlName: 'toLabel', fits: hasLabels, of: 'picklists' }],
  [
    'formatted',
    {
      soqlName: 'FORMAT',
      fits: (field) => isNumeric(field) || isDated(field) || field.type === 'time',
      of: 'numbers, dates and times',
      decodedAs: 'string',
    },
  ],
  ['converted', { soqlName: 'convertCurrency', fits: ({ type }) => type === 'currency', of: 'currencies' }],
]);

/**
 * A field as users see it: its value comes under the field's own name, translated, formatted or in the user's currency.
 *
 * @throws InvalidQueryException when that cannot be had of the field.
 */
export function displayedField(
  field: FieldMetadata,
  path: FieldPath,
  value: unknown,
  name: string,
): DisplayedField {
  const display = DISPLAYS.get(value);
  if (!display) throw new InvalidQueryException(`${name} is a field: select it with true, or leave it out.`);
  const { soqlName, fits, of, decodedAs = field.type } = display;
  if (!fits(field)) {
    throw new InvalidQueryException(
      `${name}: '${String(value)}' is for ${of}, and this is a ${field.type}. Select it with true.`,
    );
  }
  return { item: selected(functionCall(soqlName, path)), decoded: { ...field, type: decodedAs } };
}

/**
 * How far a place is from a point, in the place of the place itself. It comes under a name of its own and beside the fields
 * of the queried object, so that it can be had of no parent's.
 *
 * @throws InvalidQueryException naming the field.
 */
export function distanceOf(
  field: FieldMetadata,
  path: FieldPath,
  value: PlainData,
  name: string,
): DisplayedField {
  const { distance } = knownKeysOf(value, ['distance'], name);
  if (path.path.length > 1) {
    throw new InvalidQueryException(`${name}: the distance of a parent's place cannot be read along.`);
  }
  const call = distanceCall(path, knownKeysOf(distance, ['to', 'unit'], `${name}.distance`), name);
  // Names of fields have two underscores where those of columns may have one.
  const alias = `${field.apiName.replaceAll('__', '_')}_distance`;
  return { item: selected(call, alias), decoded: { ...field, apiName: alias, type: 'double' } };
}

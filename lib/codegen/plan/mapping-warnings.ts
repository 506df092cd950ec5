import { isApiName } from '../../metadata/naming-strategy.js';
import { FIELD_TYPES } from '../../protocol/field-type.type.js';
import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';

const TYPES: ReadonlySet<string> = new Set(FIELD_TYPES);

/** What entities cannot say of some objects, and what this release knows nothing of: a line each, however often it occurs. */
export function mappingWarnings(definitions: readonly SObjectDefinition[]): readonly string[] {
  const places = new Map<string, string[]>();
  const note = (warning: string, place: string): void => {
    const known = places.get(warning);
    if (known) known.push(place);
    else places.set(warning, [place]);
  };
  for (const { name: object, fields } of definitions) {
    for (const { name, type, others = {} } of fields) {
      const place = `${object}.${name}`;
      if (!isApiName(name)) note('that cannot be the name of a field, which is left out', place);
      if (!TYPES.has(type)) note(`the type '${type}' is not known; the property holds anything`, place);
      for (const property of Object.keys(others)) {
        note(`the property '${property}' of describes is not known; entities cannot say it`, place);
      }
    }
  }
  return [...places].map(([warning, [first = '', ...more]]) => {
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    return `${first}${others}: ${warning}.`;
  });
}

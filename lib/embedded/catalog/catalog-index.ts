/**
 * What is known of every standard object without reading it: `objects/index.json`, one line an object.
 *
 * `is` names the yes-or-no properties that are true. `labelPlural` is left out where it is the label's English plural, and
 * `associate` stands for `AccountHistory`, say, being the `History` of the object whose name comes before.
 */
import { once } from '../../common/once.js';
import { pluralOf } from '../../schema/api-label.js';
import type { SObjectSummary } from '../../schema/sobject-definition.interface.js';
import { readCatalogJson } from './catalog-json.js';

interface WrittenSummary {
  readonly label: string;
  readonly labelPlural?: string;
  readonly keyPrefix?: string;
  readonly is?: string;
  readonly associate?: string;
  readonly like?: string;
}

/** An entry of the index. */
export interface CatalogEntry extends SObjectSummary {
  /** The file that the object's fields are in, when it is one that many objects share. */
  readonly like?: string;
}

/** Properties that a definition has a member of its own for. */
const MEMBERS = new Set(['createable', 'updateable', 'deletable', 'queryable']);

/** Read once: it is data, the same for every org. */
const readIndex = once(() => readCatalogJson('index') as Readonly<Record<string, WrittenSummary>>);

/** Names and key prefixes of the standard objects, in the order of names. */
export function readCatalogNames(): readonly (readonly [name: string, keyPrefix: string | undefined])[] {
  return Object.entries(readIndex()).map(([name, { keyPrefix }]) => [name, keyPrefix]);
}

/** One standard object of those names. */
export function readCatalogEntry(name: string): CatalogEntry {
  return expandSummary(name, readIndex()[name]!);
}

function expandSummary(
  name: string,
  { label, labelPlural, keyPrefix, is = '', associate, like }: WrittenSummary,
): CatalogEntry {
  const flags = is === '' ? [] : is.split(' ');
  const traits = flags.filter((flag) => !MEMBERS.has(flag));
  return {
    name,
    label,
    labelPlural: labelPlural ?? pluralOf(label),
    keyPrefix: keyPrefix ?? null,
    custom: false,
    createable: flags.includes('createable'),
    updateable: flags.includes('updateable'),
    deletable: flags.includes('deletable'),
    queryable: flags.includes('queryable'),
    traits,
    ...(associate === undefined
      ? {}
      : { associateEntityType: associate, associateParentEntity: name.slice(0, -associate.length) }),
    ...(like === undefined ? {} : { like }),
  };
}

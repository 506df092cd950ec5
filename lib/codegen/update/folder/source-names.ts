import type { InspectOptions } from '../../inspect-options.interface.js';
import type { KnownNames } from '../../known-names.interface.js';
import type { FolderIndex, Location } from './folder-index.js';
import type { Manifest } from '../manifest/manifest.interface.js';

/**
 * The names that code in a folder gives to things. Those people chose stay. Those that were generated stay as well, since other
 * code may use them, unless the options about names are others than last time.
 */
export class SourceNames implements KnownNames {
  readonly #index: FolderIndex;
  readonly #isStable: boolean;

  constructor(index: FolderIndex, manifest: Manifest, options: InspectOptions) {
    this.#index = index;
    this.#isStable = namingOf(manifest.options) === namingOf(options);
  }

  className(object: string): string | undefined {
    const location = this.#index.location(object === 'base' ? 'class base' : `class object ${object}`);
    return location && this.#kept(location, location.name);
  }

  propertyName(object: string, memberKey: string): string | undefined {
    const location = this.#index.location(`class object ${object}`);
    const entry = location && this.#index.classAt(location);
    if (!entry) return undefined;
    for (const holder of [entry, ...this.#index.bases(entry)]) {
      const member = this.#index.members(holder).get(memberKey.toLowerCase());
      if (member) return member.source || this.#isStable ? member.name : undefined;
    }
    return undefined;
  }

  constantName(key: string): string | undefined {
    const location = this.#index.location(`const ${key}`);
    return location && this.#kept(location, location.name);
  }

  /** Files that people never touched take new names. */
  #kept({ source }: Location, name: string): string | undefined {
    return source || this.#isStable ? name : undefined;
  }
}

function namingOf({ names = {}, classPrefix = '', namespace = '' }: InspectOptions): string {
  return JSON.stringify([Object.entries(names).sort(), classPrefix, namespace]);
}

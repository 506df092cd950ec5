import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { RESERVED_WORDS } from '../../soql/parser/reserved-words.js';

const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS);
const ALIAS = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/i;

/** Gives the columns of one query the names under which the org is to answer them. */
export class ColumnNames {
  readonly #taken: Set<string>;

  constructor(entity: EntityMetadata) {
    // A column called like a field would be taken for it.
    this.#taken = new Set([...entity.fields.values()].map(({ apiName }) => apiName.toLowerCase()));
  }

  /** The name wished for if SOQL can have it, else another one. */
  claim(wish: string): string {
    let name = wish;
    for (let n = 1; !this.#isFree(name); n++) name = `column${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }

  #isFree(name: string): boolean {
    if (!ALIAS.test(name) || this.#taken.has(name.toLowerCase())) return false;
    return !RESERVED.has(name.toUpperCase());
  }
}

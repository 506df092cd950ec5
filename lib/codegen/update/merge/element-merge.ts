import { lostName, type AspectPrints, type Aspects } from '../source/aspects.js';
import { fingerprint } from '../source/fingerprint.js';
import { threeWay, type Verdict } from './three-way.js';

/** The three versions of one class, member, constant or type, aspect by aspect. */
export class ElementMerge {
  readonly #base: AspectPrints;
  readonly #theirs: Aspects;
  readonly #fresh: Aspects;
  readonly #taken = new Set<string>();
  readonly #conflicts = new Set<string>();

  constructor(base: AspectPrints, theirs: Aspects, fresh: Aspects) {
    this.#base = base;
    this.#theirs = theirs;
    this.#fresh = fresh;
    for (const label of new Set([...base.keys(), ...theirs.keys(), ...fresh.keys()])) {
      if (this.verdict(label) === 'conflict') this.#conflicts.add(label);
    }
  }

  verdict(label: string): Verdict {
    return threeWay(this.#base.get(label), this.#theirs.get(label)?.code, this.#fresh.get(label)?.code);
  }

  takes(label: string): boolean {
    return this.verdict(label) === 'take';
  }

  /** Labels the org changed and people did not, among those that begin so. */
  takenLabels(prefix = ''): string[] {
    const labels = new Set([...this.#base.keys(), ...this.#theirs.keys(), ...this.#fresh.keys()]);
    return [...labels].filter((label) => startsWith(label, prefix) && this.takes(label));
  }

  /** Whether people left all aspects alone whose labels begin so. */
  isUntouched(prefix = '', except?: string): boolean {
    const labels = new Set([...this.#base.keys(), ...this.#theirs.keys()]);
    return [...labels]
      .filter((label) => startsWith(label, prefix) && label !== except)
      .every((label) => {
        const theirs = this.#theirs.get(label);
        return theirs !== undefined && this.#base.get(label) === fingerprint(theirs.code);
      });
  }

  /** Notes that an aspect took its new value. */
  took(label: string): void {
    this.#taken.add(label);
  }

  /** Notes that an aspect could not take its new value. */
  refused(label: string): void {
    this.#conflicts.add(label);
  }

  /** Names of what took a new value. */
  get taken(): readonly string[] {
    return this.#names(this.#taken);
  }

  /** Names of what people and the org both changed. */
  get conflicts(): readonly string[] {
    return this.#names(this.#conflicts);
  }

  #names(labels: ReadonlySet<string>): string[] {
    const names = [...labels].map((label) => this.#fresh.get(label)?.name ?? this.#theirs.get(label)?.name);
    return [...new Set(names.map((name, index) => name ?? lostName([...labels][index]!)))];
  }
}

/** `@Field` begins what belongs to it, but not what belongs to `@FieldDocs`. */
function startsWith(label: string, prefix: string): boolean {
  return (
    prefix === '' ||
    label === prefix ||
    (label.startsWith(prefix) && /^[.{]/.test(label.slice(prefix.length)))
  );
}

import type { ClassEntry, ClassGraph, MemberEntry } from './class-entry.js';
import { childrenRelationOf, fieldName, namingStrategyOf, parentOf } from './declared-names.js';
import type { ManifestStatement } from '../manifest/manifest.interface.js';
import type { SourceMember } from '../source/source-file.interface.js';

/** Finds out what the members of classes stand for, by the library's own rules for names. */
export class MemberKeys {
  readonly #index: ClassGraph;
  readonly #namespace: string | undefined;
  #known = new Map<ClassEntry, ReadonlyMap<string, MemberEntry>>();

  constructor(index: ClassGraph, namespace: string | undefined) {
    this.#index = index;
    this.#namespace = namespace;
  }

  /** By key in lower case, since names of the platform have no case. */
  of(entry: ClassEntry): ReadonlyMap<string, MemberEntry> {
    const known = this.#known.get(entry);
    if (known) return known;
    const members = entry.source ? this.#read(entry) : fromManifest(entry.manifest);
    this.#known.set(entry, members);
    return members;
  }

  /** More files were read. */
  forget(): void {
    this.#known = new Map();
  }

  #read(entry: ClassEntry): ReadonlyMap<string, MemberEntry> {
    const generated = this.#index.manifestOf(entry);
    const names = new Map(
      [...(generated?.members ?? [])].map(([key, { name }]) => [key.toLowerCase(), name]),
    );
    const found = new Map<string, MemberEntry>();
    const rest: SourceMember[] = [];
    for (const source of entry.source!.statement.members) {
      if (!source.property) continue;
      const key = this.#key(entry, source)?.toLowerCase();
      // Of several that stand for one thing, such as lookups over one foreign key, the generated one has the generated name.
      const isTaken = key !== undefined && found.has(key) && names.get(key) !== source.name;
      if (key === undefined || isTaken) rest.push(source);
      else found.set(key, { name: source.name, source });
    }
    const byName = new Map([...names].map(([key, name]) => [name, key]));
    for (const source of rest) {
      const key = byName.get(source.name);
      if (key !== undefined && !found.has(key)) found.set(key, { name: source.name, source });
    }
    return found;
  }

  #key(entry: ClassEntry, member: SourceMember): string | undefined {
    const parent = parentOf(member);
    if (parent) {
      const foreignKey = this.#fieldNamed(entry, parent.property);
      return foreignKey && `parent ${foreignKey}`;
    }
    const children = childrenRelationOf(member);
    if (children) return this.#childrenKey(entry, children.target, children.property);
    const name = this.#fieldOf(entry, member);
    return name && `field ${name}`;
  }

  #childrenKey(entry: ClassEntry, target: string | undefined, inverse: string): string | undefined {
    const child = target === undefined ? undefined : this.#index.classNamed(entry.source!.file, target);
    if (!child?.object) return undefined;
    for (const holder of [child, ...this.#index.bases(child)]) {
      const foreignKey = this.#inverseKey(child, holder, inverse);
      if (foreignKey !== undefined) return `children ${child.object}.${foreignKey}`;
    }
    return undefined;
  }

  #inverseKey(child: ClassEntry, holder: ClassEntry, inverse: string): string | undefined {
    if (!holder.source) {
      const found = [...(holder.manifest?.members ?? [])].find(([, { name }]) => name === inverse);
      return found?.[0].startsWith('parent ') ? found[0].slice('parent '.length) : undefined;
    }
    const member = holder.source.statement.members.find(({ name }) => name === inverse);
    const parent = member && parentOf(member);
    return parent && this.#fieldNamed(child, parent.property);
  }

  /** The API name of the field behind a property of a class or its bases. */
  #fieldNamed(entry: ClassEntry, property: string): string | undefined {
    for (const holder of [entry, ...this.#index.bases(entry)]) {
      const member = holder.source?.statement.members.find(({ name }) => name === property);
      if (member) return this.#fieldOf(entry, member);
      const known = [...(holder.manifest?.members ?? [])].find(([, { name }]) => name === property);
      if (known?.[0].startsWith('field ')) return known[0].slice('field '.length);
    }
    return undefined;
  }

  #fieldOf(entry: ClassEntry, member: SourceMember): string | undefined {
    const naming = namingStrategyOf(entry.source!.statement, this.#namespace);
    return fieldName(member, this.#isForeignKey(entry, member.name), naming);
  }

  #isForeignKey(entry: ClassEntry, property: string): boolean {
    return [entry, ...this.#index.bases(entry)].some((holder) =>
      holder.source?.statement.members.some((member) => parentOf(member)?.property === property),
    );
  }
}

function fromManifest(statement: ManifestStatement | undefined): ReadonlyMap<string, MemberEntry> {
  return new Map([...(statement?.members ?? [])].map(([key, { name }]) => [key.toLowerCase(), { name }]));
}

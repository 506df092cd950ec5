import type { ClassEntry, ClassGraph, MemberEntry } from './class-entry.js';
import { objectName, referredName } from './declared-names.js';
import { statementId } from '../manifest/statement-id.js';
import type { Manifest, ManifestFile, ManifestStatement } from '../manifest/manifest.interface.js';
import { MemberKeys } from './member-keys.js';
import { modulePath, withoutEnding } from '../source/module-path.js';
import type { SourceFile, SourceStatement } from '../source/source-file.interface.js';
import type { SourceFolder } from './source-folder.js';

/** Where something that was generated stands now. */
export interface Location {
  readonly path: string;
  readonly name: string;
  /** Absent where the file was not read, because it is as it was generated. */
  readonly source?: { readonly file: SourceFile; readonly statement: SourceStatement };
}

interface IndexContext {
  readonly folder: SourceFolder;
  readonly manifest: Manifest;
  readonly namespace: string | undefined;
}

/** Finds what was generated in the files of a folder, whatever people renamed and wherever they moved it. */
export class FolderIndex implements ClassGraph {
  readonly #folder: SourceFolder;
  readonly #manifest: Manifest;
  readonly #namespace: string | undefined;
  readonly #classes = new Map<string, ClassEntry[]>();
  readonly #locations = new Map<string, Location>();
  readonly #read = new Set<string>();
  /** What was generated, by kind and key in lower case. */
  readonly #generated: ReadonlyMap<string, ManifestStatement>;
  readonly #keys: MemberKeys;

  constructor({ folder, manifest, namespace }: IndexContext) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.#namespace = namespace;
    this.#generated = new Map(
      [...manifest.files.values()].flatMap(({ statements }) =>
        [...statements].map(([id, one]) => [id.toLowerCase(), one] as const),
      ),
    );
    this.#keys = new MemberKeys(this, namespace);
    for (const [path, file] of manifest.files) this.#addGenerated(path, file);
    for (const path of folder.paths) {
      if (!manifest.files.has(path) && folder.text(path)?.includes('SObject')) this.#addSource(path);
    }
    this.#locate();
    if (!this.#lost().some(({ kind }) => kind !== 're-export')) return;
    for (const path of folder.paths) this.#addSource(path);
    this.#locate();
  }

  get classes(): ClassEntry[] {
    return [...this.#classes.values()].flat();
  }

  location(id: string): Location | undefined {
    return this.#locations.get(id.toLowerCase());
  }

  /** The class that stands where something was located. */
  classAt({ path, name }: Location): ClassEntry | undefined {
    return this.#classes.get(name)?.find((entry) => entry.path === path);
  }

  /** The members of a class itself, by key in lower case. */
  members(entry: ClassEntry): ReadonlyMap<string, MemberEntry> {
    return this.#keys.of(entry);
  }

  manifestOf({ object, name, path, manifest }: ClassEntry): ManifestStatement | undefined {
    if (manifest) return manifest;
    if (object === undefined)
      return this.#generated.get('class base')?.name === name ? this.#generated.get('class base') : undefined;
    const id = `class object ${object}`.toLowerCase();
    const location = this.location(id);
    return location?.path === path && location.name === name ? this.#generated.get(id) : undefined;
  }

  bases(entry: ClassEntry): ClassEntry[] {
    const chain: ClassEntry[] = [];
    for (
      let base = this.#base(entry);
      base && !chain.includes(base) && base !== entry;
      base = this.#base(base)
    ) {
      chain.push(base);
    }
    return chain;
  }

  classNamed(file: SourceFile, name: string): ClassEntry | undefined {
    const own = this.#classes.get(name)?.find(({ path }) => path === file.path);
    if (own) return own;
    for (const { from, names } of file.imports) {
      const found = names.find(({ local }) => local === name);
      if (found && from.startsWith('.')) return this.#imported(modulePath(file.path, from), found.imported);
    }
    return undefined;
  }

  /** Forgets where something was generated when it is generated elsewhere now; what people edited or moved stays. */
  release(id: string, path: string): void {
    const location = this.location(id);
    const file = location && location.path !== path ? this.#manifest.files.get(location.path) : undefined;
    if (!file || file.origin !== undefined || !this.#folder.isUntouched(location!.path, file)) return;
    this.#locations.delete(id.toLowerCase());
  }

  /** Reads a file that had not to be read so far, since it is as it was generated. */
  reveal(path: string): void {
    if (this.#read.has(path) || !this.#folder.has(path)) return;
    this.#read.add(path);
    const file = this.#folder.file(path)!;
    for (const [name, entries] of this.#classes) {
      this.#classes.set(
        name,
        entries.filter((entry) => entry.path !== path),
      );
    }
    this.#addClasses(file);
    for (const [id, statement] of this.#manifest.files.get(path)?.statements ?? []) {
      if (this.location(id)?.path !== path) continue;
      const source = file.statements.find(
        ({ kind, name }) => kind === statement.kind && name === statement.name,
      );
      if (source) this.#put(id, path, source);
    }
    this.#keys.forget();
  }

  #imported(module: string, name: string): ClassEntry | undefined {
    const named = this.#classes.get(name) ?? [];
    const exact = named.find(
      ({ path }) => withoutEnding(path) === module || withoutEnding(path) === `${module}/index`,
    );
    if (exact) return exact;
    const file = this.#folder.module(module);
    if (file && !this.#read.has(file.path)) {
      this.#addSource(file.path);
      if (this.#read.has(file.path)) return this.#imported(module, name);
    }
    return named[0];
  }

  #base({ source, manifest }: ClassEntry): ClassEntry | undefined {
    if (!source) {
      // Of what was not read, only the generated base can be the base.
      const location = manifest?.prints.has('extends') ? this.location('class base') : undefined;
      return location && this.classAt(location);
    }
    const base = source.statement.extends?.node;
    return base?.type === 'Identifier'
      ? this.classNamed(source.file, (base as typeof base & { readonly name: string }).name)
      : undefined;
  }

  #addGenerated(path: string, file: ManifestFile): void {
    if (!this.#folder.isUntouched(path, file)) {
      this.#addSource(path);
      return;
    }
    for (const [id, statement] of file.statements) {
      const { kind, key, name } = statement;
      if (kind === 'class') {
        const object = key.startsWith('object ') ? key.slice('object '.length) : undefined;
        this.#addClass({ name, path, manifest: statement, ...(object && { object }) });
      }
      this.#locations.set(id.toLowerCase(), { path, name });
    }
  }

  #addSource(path: string): void {
    if (this.#read.has(path) || this.#isUntouched(path)) return;
    const file = this.#folder.file(path);
    if (!file) return;
    this.#read.add(path);
    this.#addClasses(file);
  }

  #addClasses(file: SourceFile): void {
    for (const statement of file.statements) {
      if (statement.kind !== 'class') continue;
      const object = objectName(statement, this.#namespace);
      this.#addClass({
        name: statement.name,
        path: file.path,
        source: { file, statement },
        ...(object && { object }),
      });
    }
  }

  #isUntouched(path: string): boolean {
    const file = this.#manifest.files.get(path);
    return file !== undefined && this.#folder.isUntouched(path, file);
  }

  #addClass(entry: ClassEntry): void {
    const named = this.#classes.get(entry.name);
    if (named) named.push(entry);
    else this.#classes.set(entry.name, [entry]);
  }

  /** Finds what stands in files that were read: classes by their object, constants and types by name. */
  #locate(): void {
    for (const entry of this.classes) {
      if (!entry.object || !entry.source) continue;
      const id = `class object ${entry.object}`;
      if (!this.location(id) || this.#isBetter(id, entry)) this.#put(id, entry.path, entry.source.statement);
    }
    for (const [path, file] of this.#manifest.files) {
      for (const [id, statement] of file.statements) {
        if (!this.location(id)) this.#locateByName(id, statement, path);
      }
    }
    for (const statement of this.#lost()) this.#locateRenamed(statement);
  }

  /** Of several classes that map an object, the generated one is that of the name and the file it was generated with. */
  #isBetter(id: string, entry: ClassEntry): boolean {
    const held = this.location(id);
    if (!held?.source) return false;
    const score = (name: string, path: string): number => {
      const isThere = this.#manifest.files.get(path)?.statements.has(id) === true;
      return (this.#generated.get(id.toLowerCase())?.name === name ? 2 : 0) + (isThere ? 1 : 0);
    };
    return score(entry.name, entry.path) > score(held.name, held.path);
  }

  #locateByName(id: string, { kind, key, name }: ManifestStatement, path: string): void {
    if (kind === 're-export') return;
    const mapsObject = key.startsWith('object ');
    const isIt = (statement: SourceStatement): boolean =>
      statement.kind === kind &&
      statement.name === name &&
      !(mapsObject && kind === 'class' && isEntity(statement));
    for (const candidate of [path, ...this.#read]) {
      const statement = this.#sourceOf(candidate)?.statements.find(isIt);
      if (!statement) continue;
      this.#put(id, candidate, statement);
      return;
    }
  }

  /** A constant that people renamed is the one its field refers to; its type goes by the same name. */
  #locateRenamed({ kind, key }: ManifestStatement): void {
    const name = kind === 'class' ? undefined : this.#referred(key);
    if (name === undefined) return;
    for (const path of this.#read) {
      const statement = this.#sourceOf(path)?.statements.find(
        (one) => one.kind === kind && one.name === name,
      );
      if (statement) this.#put(statementId({ kind, key }), path, statement);
    }
  }

  /** What the decorator calls a constant: that of a field its picklist, that of a class its record types. */
  #referred(key: string): string | undefined {
    const [, object, field] = /^(?:picklist|record types) ([^.]+)(?:\.(.+))?$/.exec(key) ?? [];
    const location = object === undefined ? undefined : this.location(`class object ${object}`);
    const entry = location && this.classAt(location);
    if (!entry?.source) return undefined;
    const { file, statement } = entry.source;
    const member =
      field === undefined ? statement : this.members(entry).get(`field ${field}`.toLowerCase())?.source;
    const local = member && referredName(member, field === undefined ? 'recordTypes' : 'picklist');
    return local === undefined ? undefined : file.meaning(local);
  }

  #sourceOf(path: string): SourceFile | undefined {
    return this.#read.has(path) ? this.#folder.file(path) : undefined;
  }

  #put(id: string, path: string, statement: SourceStatement): void {
    const file = this.#folder.file(path)!;
    this.#locations.set(id.toLowerCase(), { path, name: statement.name, source: { file, statement } });
  }

  #lost(): ManifestStatement[] {
    return [...this.#generated].filter(([id]) => !this.location(id)).map(([, statement]) => statement);
  }
}

function isEntity(statement: SourceStatement): boolean {
  return statement.kind === 'class' && statement.decorators.some(({ name }) => name === 'SObject');
}

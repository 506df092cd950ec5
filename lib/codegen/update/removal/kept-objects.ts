import { hasAdditions } from './file-additions.js';
import type { FolderIndex } from '../folder/folder-index.js';
import { isUntouchedStatement } from '../folder/untouched.js';
import { objectOf, statementId } from '../manifest/statement-id.js';
import type { Manifest, ManifestFile, ManifestStatement } from '../manifest/manifest.interface.js';
import { withoutEnding } from '../source/module-path.js';
import type { SourceFile } from '../source/source-file.interface.js';
import { importedModules, type SourceFolder } from '../folder/source-folder.js';

interface KeptObjectsContext {
  readonly folder: SourceFolder;
  readonly index: FolderIndex;
  readonly base: Manifest;
}

/** Which objects stay in the folder though they are no longer generated: those people edited, and those something needs. */
export class KeptObjects {
  readonly names = new Set<string>();
  readonly #context: KeptObjectsContext;
  readonly #gone: readonly {
    readonly path: string;
    readonly statement: ManifestStatement;
    readonly object: string;
  }[];

  /** @param ids What is generated now. */
  constructor(context: KeptObjectsContext, ids: ReadonlySet<string>) {
    this.#context = context;
    const objects = new Set(
      [...ids].filter((id) => id.startsWith('class object ')).map((id) => objectOf(id.slice(6))),
    );
    this.#gone = [...context.base.files].flatMap(([path, { statements }]) =>
      [...statements.values()].flatMap((statement) => {
        const object = statement.kind === 're-export' ? undefined : objectOf(statement.key);
        return object === undefined || objects.has(object) ? [] : [{ path, statement, object }];
      }),
    );
    for (const { path, statement, object } of this.#gone) {
      if (this.#isEdited(path, statement)) this.names.add(object);
    }
  }

  /** Files that what stays is in. */
  get paths(): ReadonlySet<string> {
    const kept = this.#gone.filter(({ object }) => this.names.has(object));
    return new Set(
      kept.flatMap(({ statement }) => this.#context.index.location(statementId(statement))?.path ?? []),
    );
  }

  /** Adds objects whose files were to go, but that other files still import. @returns whether there were any */
  addImported(texts: ReadonlyMap<string, string | undefined>): boolean {
    const leaving = new Set(
      [...texts].filter(([, text]) => text === undefined).map(([path]) => withoutEnding(path)),
    );
    if (leaving.size === 0) return false;
    const { folder } = this.#context;
    const before = this.names.size;
    const queue = [...new Set([...folder.paths, ...texts.keys()])].map(
      (path) => [path, texts.has(path) ? texts.get(path) : folder.text(path)] as const,
    );
    // What stays needs what it imports itself.
    for (const [path, text] of queue) {
      for (const module of importedModules(path, text ?? '')) {
        if (!leaving.has(module)) continue;
        for (const kept of this.#keep(module)) queue.push([kept, folder.text(kept)]);
      }
    }
    return this.names.size > before;
  }

  /** @returns the files of objects that were not kept so far */
  #keep(module: string): readonly string[] {
    const objects = this.#gone
      .filter(({ path, object }) => withoutEnding(path) === module && !this.names.has(object))
      .map(({ object }) => object);
    for (const object of objects) this.names.add(object);
    return this.#gone.filter(({ object }) => objects.includes(object)).map(({ path }) => path);
  }

  #isEdited(path: string, statement: ManifestStatement): boolean {
    const { folder, index, base } = this.#context;
    const location = index.location(statementId(statement));
    if (!location) return false;
    if (location.path !== path) return true;
    const file = base.files.get(path);
    if (file && folder.isUntouched(path, file)) return false;
    if (!location.source) return false;
    if (!isUntouchedStatement(location.source.statement, statement, index, location)) return true;
    return file !== undefined && this.#isPartOfMore(path, file, location.source.file);
  }

  /** Whether a file that would go as a whole holds what people added to it. */
  #isPartOfMore(path: string, file: ManifestFile, source: SourceFile): boolean {
    const declared = [...file.statements].filter(([, { kind }]) => kind !== 're-export');
    const going = new Set(this.#gone.map(({ statement }) => statement));
    if (!declared.every(([, statement]) => going.has(statement))) return false;
    const found = declared.flatMap(([id]) => {
      const location = this.#context.index.location(id);
      return location?.path === path && location.source ? [location.source.statement] : [];
    });
    return hasAdditions(source, file, new Set(found));
  }
}

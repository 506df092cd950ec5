import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { textFingerprint } from '../source/fingerprint.js';
import type { Manifest, ManifestFile } from '../manifest/manifest.interface.js';
import { modulePath, withoutEnding } from '../source/module-path.js';
import type { SourceFile } from '../source/source-file.interface.js';
import { readSourceFile } from '../source/source-file.reader.js';

interface SourceFolderContext {
  /** As people call it. */
  readonly name: string;
  readonly path: string;
  /** By path below the folder, with `/` between its parts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The TypeScript files of a folder; each is read into a tree when that is first asked for. */
export class SourceFolder {
  readonly #name: string;
  readonly #path: string;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #files = new Map<string, SourceFile | undefined>();
  #edited: readonly string[] | undefined;

  constructor({ name, path, texts }: SourceFolderContext) {
    this.#name = name;
    this.#path = path;
    this.#texts = new Map([...texts].filter(([file]) => !/\.d\.[cm]?ts$|(?:^|\/)(?:\.|dist\/)/.test(file)));
  }

  get paths(): IterableIterator<string> {
    return this.#texts.keys();
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** Whether a file is as it was generated, to the letter. */
  isUntouched(path: string, { text }: Pick<ManifestFile, 'text'>): boolean {
    const theirs = this.#texts.get(path);
    return theirs !== undefined && textFingerprint(theirs) === text;
  }

  /** @throws SalesforceConfigurationException when the file is no TypeScript */
  file(path: string): SourceFile | undefined {
    if (!this.#files.has(path)) {
      const text = this.#texts.get(path) ?? this.#outside(path);
      this.#files.set(
        path,
        text === undefined ? undefined : readSourceFile(path, text, posix.join(this.#name, path)),
      );
    }
    return this.#files.get(path);
  }

  /** The file that a module path without ending means, in the folder or beside it. */
  module(path: string): SourceFile | undefined {
    const bare = withoutEnding(path);
    return this.file(`${bare}.ts`) ?? this.file(`${bare}/index.ts`);
  }

  /** Files that people wrote or edited. */
  editedPaths({ files }: Manifest): readonly string[] {
    return (this.#edited ??= [...this.paths].filter((path) => {
      const file = files.get(path);
      return !file || !this.isUntouched(path, file);
    }));
  }

  /** Whether such a file has a word in it. */
  editedMention(word: string, manifest: Manifest): boolean {
    return this.editedPaths(manifest).some((path) => this.#texts.get(path)?.includes(word));
  }

  /** Whether a file imports another one, or exports from it. */
  imports(importer: string, path: string): boolean {
    return importedModules(importer, this.#texts.get(importer) ?? '').includes(withoutEnding(path));
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /** Bases of entities may stand elsewhere in the application. */
  #outside(path: string): string | undefined {
    if (!path.startsWith('../')) return undefined;
    try {
      return readFileSync(join(this.#path, path), 'utf8');
    } catch {
      return undefined;
    }
  }
}

/** Modules of the folder that a text imports or exports from, without their endings. */
export function importedModules(path: string, text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])(\.[^'"\n]*)\1/g)].map(([, , from = '']) =>
    modulePath(path, from),
  );
}

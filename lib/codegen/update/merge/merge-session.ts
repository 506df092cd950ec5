import type { FolderIndex } from '../folder/folder-index.js';
import type { Manifest, ManifestStatement } from '../manifest/manifest.interface.js';
import { MergedFile } from '../edits/merged-file.js';
import type { Whereabouts } from '../fresh/whereabouts.interface.js';
import type { SourceFile } from '../source/source-file.interface.js';
import { UpdateReport } from '../report/update-report.js';

interface MergeSessionContext {
  readonly index: FolderIndex;
  readonly base: Manifest;
  readonly whereabouts: Whereabouts;
  readonly ending: string;
  readonly formerEnding: string;
}

/** What the merges of one update share: the files being edited, and the report. */
export class MergeSession {
  readonly index: FolderIndex;
  readonly report = new UpdateReport();
  readonly #files = new Map<string, MergedFile>();
  readonly #base: ReadonlyMap<string, ManifestStatement>;
  readonly #context: MergeSessionContext;

  constructor(context: MergeSessionContext) {
    this.index = context.index;
    this.#context = context;
    this.#base = new Map(
      [...context.base.files.values()].flatMap(({ statements }) => Array.from(statements)),
    );
  }

  /** What was generated last. */
  base(id: string): ManifestStatement | undefined {
    return this.#base.get(id);
  }

  file(source: SourceFile): MergedFile {
    const known = this.#files.get(source.path);
    if (known) return known;
    const { ending, formerEnding, whereabouts } = this.#context;
    const file = new MergedFile(source, { ending, formerEnding, whereabouts });
    this.#files.set(source.path, file);
    return file;
  }

  get files(): IterableIterator<MergedFile> {
    return this.#files.values();
  }
}

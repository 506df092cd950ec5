import type { FolderIndex } from '../folder/folder-index.js';
import type { FreshFile } from '../fresh/fresh-file.js';
import type { Manifest } from '../manifest/manifest.interface.js';
import type { Whereabouts } from '../fresh/whereabouts.interface.js';
import type { SourceFolder } from '../folder/source-folder.js';

/** What a merge of a folder goes by. */
export interface FolderMergeContext {
  readonly folder: SourceFolder;
  readonly index: FolderIndex;
  readonly base: Manifest;
  readonly files: readonly FreshFile[];
  readonly whereabouts: Whereabouts;
  readonly ending: string;
  readonly formerEnding: string;
  /** Objects that are no longer generated and stay all the same. */
  readonly kept: ReadonlySet<string>;
}

import type { ManifestStatement } from '../manifest/manifest.interface.js';
import type { SourceClass, SourceFile, SourceMember } from '../source/source-file.interface.js';

/** A member of a class in the folder, by what it stands for. */
export interface MemberEntry {
  readonly name: string;
  /** Absent where the file was not read, because it is as it was generated. */
  readonly source?: SourceMember;
}

/** How classes hang together. */
export interface ClassGraph {
  /** The bases of a class, the next one first, as far as files can be followed. */
  bases(entry: ClassEntry): ClassEntry[];
  /** The class that a name in a file means. */
  classNamed(file: SourceFile, name: string): ClassEntry | undefined;
  /** What was generated of a class. */
  manifestOf(entry: ClassEntry): ManifestStatement | undefined;
}

/** A class in the folder: read from its file, or known from the manifest where the file is as it was generated. */
export interface ClassEntry {
  readonly name: string;
  readonly path: string;
  readonly source?: { readonly file: SourceFile; readonly statement: SourceClass };
  readonly manifest?: ManifestStatement;
  /** The object it maps. */
  readonly object?: string;
}

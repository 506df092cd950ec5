import type { InspectOptions } from '../../inspect-options.interface.js';
import type { AspectPrints } from '../source/aspects.js';

/** What was generated of a class, a member, a constant or a type. */
export interface ManifestElement {
  readonly name: string;
  readonly prints: AspectPrints;
}

export interface ManifestStatement extends ManifestElement {
  readonly kind: 'class' | 'const' | 'type' | 're-export';
  /** What it stands for: `object Account`, `picklist Account.Rating`, or the file of a re-export. */
  readonly key: string;
  /** Those of a class, by key. */
  readonly members: ReadonlyMap<string, ManifestElement>;
}

/** What was generated of a file. */
export interface ManifestFile {
  /** Fingerprint of the whole text. */
  readonly text: string;
  /** Where it is generated, when people moved it from there. */
  readonly origin?: string;
  /** Whether it stays though nothing is generated for it any more, because people edited or use it. */
  readonly gone?: boolean;
  /** Fingerprint of the comment at the top. */
  readonly header?: string;
  /** Names that were imported, by module. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** By kind and key. */
  readonly statements: ReadonlyMap<string, ManifestStatement>;
}

/** What a folder holds of what was generated, as last generated: the base of three-way merges. */
export interface Manifest {
  readonly options: InspectOptions;
  /** By path below the folder. */
  readonly files: ReadonlyMap<string, ManifestFile>;
}

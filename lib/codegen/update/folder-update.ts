import { posix } from 'node:path';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { printFile } from '../file-printer.js';
import type { InspectOptions } from '../inspect-options.interface.js';
import type { KnownNames } from '../known-names.interface.js';
import type { GeneratedFile } from '../model/generated-file.model.js';
import { FolderIndex } from './folder/folder-index.js';
import { FolderMerge, type FolderMergeResult } from './folder-merge.js';
import { FreshFile, modelId } from './fresh/fresh-file.js';
import { KeptObjects } from './removal/kept-objects.js';
import { MANIFEST_FILE, parseManifest, printManifest } from './manifest/manifest-format.js';
import type { Manifest } from './manifest/manifest.interface.js';
import { Relocation } from './fresh/relocation.js';
import { SourceFolder } from './folder/source-folder.js';
import { SourceNames } from './folder/source-names.js';
import type { UpdateReport } from './report/update-report.js';

export interface FolderUpdateContext {
  /** As people call it. */
  readonly name: string;
  /** Where it is: bases of entities may stand beside it. */
  readonly path: string;
  /** Its TypeScript files, by path below it with `/` between the parts. */
  readonly texts: ReadonlyMap<string, string>;
  /** Text of the manifest. Without one, files that are there are people's: nothing in them is changed, what is missing is added. */
  readonly manifest: string | undefined;
  readonly options: InspectOptions;
  /** Generates with the names that the folder's code has. */
  generate(names: KnownNames): readonly GeneratedFile[];
}

export interface FolderUpdate {
  /** The files that change, the manifest included, by path; `undefined` takes a file away. Empty when all is up to date. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly report: UpdateReport;
}

const NO_MANIFEST: Manifest = { options: {}, files: new Map() };

/**
 * Generates anew and merges that into the files of a folder, which people may have edited, renamed and moved; in an empty
 * folder, it generates for the first time. Nothing is written.
 *
 * @throws SalesforceConfigurationException when a file or the manifest cannot be read, or the layout cannot be changed
 */
export function updateFolder({
  name,
  path,
  texts,
  manifest,
  options,
  generate,
}: FolderUpdateContext): FolderUpdate {
  const base =
    manifest === undefined ? NO_MANIFEST : parseManifest(manifest, posix.join(name, MANIFEST_FILE));
  const folder = new SourceFolder({ name, path, texts });
  assertSameLayout(name, folder, base, options);
  const index = new FolderIndex({ folder, manifest: base, namespace: options.namespace });
  const models = generate(new SourceNames(index, base, options));
  for (const model of models) {
    for (const statement of model.statements) index.release(modelId(model.path, statement), model.path);
  }
  const merged = merge({ folder, index, base, models, options });
  const { out: _, ...lasting } = options;
  const written = printManifest({ options: lasting, files: merged.files });
  // Whoever laid the manifest out anew has changed nothing in it.
  const isSame = manifest !== undefined && printManifest(base) === written;
  return {
    texts: isSame ? merged.texts : new Map([...merged.texts, [MANIFEST_FILE, written]]),
    report: merged.report,
  };
}

interface MergeContext {
  readonly folder: SourceFolder;
  readonly index: FolderIndex;
  readonly base: Manifest;
  readonly models: readonly GeneratedFile[];
  readonly options: InspectOptions;
}

/** Merges, once more for as long as something that was to go turns out to be needed. */
function merge({ folder, index, base, models, options }: MergeContext): FolderMergeResult {
  const ids = new Set(
    models.flatMap((model) => model.statements.map((statement) => modelId(model.path, statement))),
  );
  const kept = new KeptObjects({ folder, index, base }, ids);
  const ending = options.importExtension ?? '.js';
  const formerEnding = base.options.importExtension ?? '.js';
  for (;;) {
    const whereabouts = new Relocation({ models, index, folder, base, ending, keptPaths: kept.paths });
    const files = whereabouts
      .files()
      .map(({ model, ...names }) => new FreshFile(model, printFile(model), names));
    const context = { folder, index, base, files, whereabouts, ending, formerEnding, kept: kept.names };
    const result = new FolderMerge(context).run();
    if (!kept.addImported(result.texts)) return result;
  }
}

/** Moving what people wrote from one file into many, or back, is theirs to do. */
function assertSameLayout(
  name: string,
  folder: SourceFolder,
  base: Manifest,
  { layout = 'files' }: InspectOptions,
): void {
  if (base.files.size === 0 || (base.options.layout ?? 'files') === layout) return;
  const edited = [...base.files].find(([path, file]) => folder.has(path) && !folder.isUntouched(path, file));
  if (!edited) return;
  throw new SalesforceConfigurationException(
    `The layout of ${name} cannot become '${layout}': ${edited[0]} was edited. Keep the layout, or name another folder.`,
  );
}

import type { ClassEntry } from './folder/class-entry.js';
import { ClassMerge } from './merge/class-merge.js';
import { isApart } from './source/source-style.js';
import type { Location } from './folder/folder-index.js';
import type { FolderMergeContext } from './merge/folder-merge-context.interface.js';
import type { FreshFile, FreshStatement } from './fresh/fresh-file.js';
import { GoneStatements } from './removal/gone-statements.js';
import { LineEdits } from './edits/line-edits.js';
import { reportChanges } from './report/manifest-changes.js';
import { objectOf, statementId } from './manifest/statement-id.js';
import type { ManifestFile, ManifestStatement } from './manifest/manifest.interface.js';
import type { GeneratedFile } from '../model/generated-file.model.js';
import { MergeSession } from './merge/merge-session.js';
import type { SourceClass, SourceFile } from './source/source-file.interface.js';
import { mergeReExports } from './merge/re-export-merge.js';
import { mergeStatement } from './merge/statement-merge.js';
import type { UpdateReport } from './report/update-report.js';
import { mergeHeader } from './merge/header-merge.js';

export interface FolderMergeResult {
  /** New texts by path; `undefined` for a file to remove. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly files: ReadonlyMap<string, ManifestFile>;
  readonly report: UpdateReport;
}

/** Merges what is generated now into the files of a folder. */
export class FolderMerge {
  readonly #context: FolderMergeContext;
  readonly #session: MergeSession;
  readonly #texts = new Map<string, string | undefined>();
  readonly #records = new Map<string, ManifestFile>();

  constructor(context: FolderMergeContext) {
    this.#context = context;
    this.#session = new MergeSession(context);
  }

  run(): FolderMergeResult {
    const { index } = this.#context;
    const merged: FreshFile[] = [];
    for (const file of this.#context.files) {
      const base = this.#context.base.files.get(file.record);
      if (this.#isUnchanged(file, base)) this.#records.set(file.record, base!);
      else if (this.#isWhole(file, base)) this.#write(file, base);
      else merged.push(file);
    }
    for (const file of merged) {
      index.reveal(file.path);
      for (const id of file.ids) if (index.location(id)) index.reveal(index.location(id)!.path);
    }
    for (const file of merged) this.#merge(file);
    this.#recordKept();
    new GoneStatements(this.#context, this.#session, this.#texts).remove();
    for (const file of this.#session.files) {
      const { path, text } = file.source;
      const finished = this.#texts.has(path) ? this.#texts.get(path) : file.finish();
      if (finished === text) continue;
      this.#texts.set(path, finished);
      if (!this.#session.report.mentions(path)) this.#session.report.add({ action: 'updated', path });
    }
    return { texts: this.#texts, files: this.#records, report: this.#session.report };
  }

  /** What stays though it is gone is known next time. */
  #recordKept(): void {
    const { base, kept, index } = this.#context;
    for (const [path, file] of base.files) {
      if (this.#records.has(path)) continue;
      const isKept = [...file.statements].some(
        ([id, { key }]) => kept.has(objectOf(key) ?? '') && index.location(id),
      );
      if (isKept) this.#records.set(path, { ...file, gone: true });
    }
  }

  /** Whether neither the org nor the generator has anything new for a file, whatever people made of it. */
  #isUnchanged({ path, print, ids, model }: FreshFile, base: ManifestFile | undefined): boolean {
    if (base?.text !== print || !this.#context.folder.has(path) || !isRecorded(model, base)) return false;
    return ids.every((id) => !id.startsWith('class ') || this.#context.index.location(id));
  }

  /** Whether a file is written as a whole: it is not there, or as it was generated. */
  #isWhole({ path, ids }: FreshFile, base: ManifestFile | undefined): boolean {
    const { folder, index } = this.#context;
    const locations = ids.flatMap((id) => index.location(id) ?? []);
    if (locations.some((location) => location.path !== path)) return false;
    if (!folder.has(path)) return locations.length === 0;
    return base !== undefined && folder.isUntouched(path, base) && !this.#losesWhatIsUsed(ids, base);
  }

  /** Whether code that people edited mentions a constant that is no longer generated. */
  #losesWhatIsUsed(ids: readonly string[], base: ManifestFile): boolean {
    const lost = [...base.statements].filter(([id, { kind }]) => kind === 'const' && !ids.includes(id));
    return lost.some(([, { name }]) => this.#context.folder.editedMention(name, this.#context.base));
  }

  #write(file: FreshFile, base: ManifestFile | undefined): void {
    const isThere = this.#context.folder.has(file.path);
    if (!isThere && base && !file.ids.some((id) => id.startsWith('class ')) && !this.#isImported(file.path)) {
      // People did away with constants or the index, and nothing misses them.
      this.#records.set(file.record, file.manifest());
      return;
    }
    const record = file.manifest();
    this.#records.set(file.record, record);
    // Version control may have given the file other line ends.
    const hasReturns = this.#context.folder.text(file.path)?.includes('\r\n') === true;
    this.#texts.set(file.path, hasReturns ? file.text.replaceAll('\n', '\r\n') : file.text);
    reportChanges(file.path, isThere ? base : undefined, record, this.#session.report);
  }

  #isImported(path: string): boolean {
    return [...this.#context.folder.paths].some((importer) => this.#context.folder.imports(importer, path));
  }

  #merge(file: FreshFile): void {
    const base = this.#context.base.files.get(file.record);
    const home = this.#context.folder.file(file.path)!;
    const imported = [...(base?.imports.values() ?? [])].flat();
    this.#session.file(home).expect(file, imported);
    const statements = file.statements.map((statement) => {
      const location = this.#context.index.location(statement.id);
      if (location?.source) this.#session.file(location.source.file).expect(file, imported);
      return [statement.id, this.#bring(file, home, statement, location)] as const;
    });
    mergeReExports({ session: this.#session, file, home, base });
    mergeHeader(this.#session.file(home), file, base);
    this.#records.set(file.record, { ...file.manifest(), statements: new Map(statements) });
  }

  #bring(
    file: FreshFile,
    home: SourceFile,
    wanted: FreshStatement,
    location: Location | undefined,
  ): ManifestStatement {
    const record = file.manifest().statements.get(wanted.id)!;
    const theirs = location?.source;
    if (wanted.source.kind === 're-export') return record;
    if (!theirs) {
      // A class that is gone comes back: which objects have one is said by the options. Constants people took out stay out.
      if (wanted.source.kind === 'class' || !this.#session.base(wanted.id)) this.#insert(file, home, wanted);
      return record;
    }
    if (theirs.statement.kind === 'class') {
      const entry = this.#context.index.classAt(location) as ClassEntry;
      const merge = {
        session: this.#session,
        entry,
        fresh: file,
        wanted: wanted as FreshStatement<SourceClass>,
      };
      return new ClassMerge(merge).apply();
    }
    if (theirs.statement.kind !== 're-export') {
      mergeStatement({ session: this.#session, fresh: file, wanted }, theirs.file, theirs.statement);
    }
    return record;
  }

  /** Next to what the generator has it next to. */
  #insert(file: FreshFile, home: SourceFile, { id, key, source }: FreshStatement): void {
    // What people wrote under that name before it was generated is what they want it to be.
    if (home.statements.some(({ kind, name }) => kind === source.kind && name === source.name)) return;
    const target = this.#session.file(home);
    const lines = new LineEdits(home.text, target.edits, target.style);
    const place = file.statements.findIndex((statement) => statement.id === id);
    const there = (statement: FreshStatement) => {
      const found = this.#context.index.location(statement.id);
      return found?.path === home.path ? found.source?.statement : undefined;
    };
    const previous = file.statements.slice(0, place).map(there).findLast(Boolean);
    const next = file.statements
      .slice(place + 1)
      .map(there)
      .find(Boolean);
    const code = target.snippet(file, { start: source.top, end: source.end }, '');
    const insertion = { code, indent: '', apart: isApart(file.text, source.top) };
    if (previous) lines.insertAfter(previous, insertion);
    else if (next) lines.insertBefore(next, { ...insertion, apart: source.kind !== 'const' });
    else target.edits.insert(endOf(home.text), `${target.style.newline}${code}${target.style.newline}`);
    if (source.kind === 'type') return;
    this.#session.report.add({ action: 'added', path: home.path, name: source.name, key });
  }
}

/** Behind the last line break. */
function endOf(text: string): number {
  return text.length;
}

/** Whether all members are in the manifest: one that could not be put in is not, and people may take lines out. */
function isRecorded({ statements }: GeneratedFile, base: ManifestFile): boolean {
  return statements.every((statement) => {
    if (statement.kind !== 'class') return true;
    const known = base.statements.get(statementId(statement))?.members;
    return known !== undefined && statement.members.every(({ key }) => known.has(key));
  });
}

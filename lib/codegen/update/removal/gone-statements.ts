import type { FolderMergeContext } from '../merge/folder-merge-context.interface.js';
import { LineEdits } from '../edits/line-edits.js';
import { objectOf, statementId } from '../manifest/statement-id.js';
import type { ManifestFile, ManifestStatement } from '../manifest/manifest.interface.js';
import type { MergeSession } from '../merge/merge-session.js';
import { isUntouchedStatement } from '../folder/untouched.js';
import { wordsBeside } from './words.js';
import type { SourceStatement } from '../source/source-file.interface.js';

/** Takes out what is no longer generated, as far as people left it alone and nothing else needs it. */
export class GoneStatements {
  readonly #context: FolderMergeContext;
  readonly #session: MergeSession;
  readonly #texts: Map<string, string | undefined>;
  readonly #removed = new Map<string, Set<SourceStatement>>();
  readonly #going: ManifestStatement[] = [];
  /** What merges made of files, before anything was taken out. */
  readonly #textsSoFar = new Map<string, string>();
  readonly #words = new Map<string, ReadonlySet<string>>();

  constructor(context: FolderMergeContext, session: MergeSession, texts: Map<string, string | undefined>) {
    this.#context = context;
    this.#session = session;
    this.#texts = texts;
  }

  remove(): void {
    const { base, files, kept } = this.#context;
    const fresh = new Set(files.flatMap(({ ids }) => ids));
    const isGoing = ({ key, kind }: ManifestStatement): boolean =>
      kind !== 're-export' && !kept.has(objectOf(key) ?? '');
    const all = [...base.files].map(([path, file]) => {
      const gone = [...file.statements.values()].filter((statement) => !fresh.has(statementId(statement)));
      return { path, file, gone, going: gone.filter(isGoing) };
    });
    this.#going.push(...all.flatMap(({ going }) => going));
    for (const { source, edits } of this.#session.files) this.#textsSoFar.set(source.path, edits.toString());
    for (const { path, file, gone, going } of all) {
      if (!file.gone) this.#reportKept(path, gone);
      if (gone.every(({ kind }) => kind === 're-export')) this.#vacate(path, file);
      if (going.length === 0 || this.#texts.has(path)) continue;
      const isWhole = going.length === file.statements.size && this.#context.folder.isUntouched(path, file);
      if (isWhole && !going.some((statement) => this.#isMentioned(statement))) this.#removeFile(path, going);
      else for (const statement of going) this.#removeStatement(statement);
    }
    this.#removeEmptied();
  }

  /** What was in a file is generated elsewhere now. */
  #vacate(path: string, file: ManifestFile): void {
    const { files, folder, index } = this.#context;
    const isUsed = files.some((fresh) => fresh.path === path || fresh.record === path);
    if (isUsed || !folder.isUntouched(path, file)) return;
    const declared = [...file.statements].filter(([, { kind }]) => kind !== 're-export');
    if (declared.some(([id]) => index.location(id)?.path === path)) return;
    this.#texts.set(path, undefined);
    this.#session.report.add({ action: 'removed', path });
  }

  #reportKept(path: string, gone: readonly ManifestStatement[]): void {
    for (const { kind, key, name } of gone) {
      if (kind !== 'class' || !this.#context.kept.has(objectOf(key) ?? '')) continue;
      const place = this.#context.index.location(statementId({ kind, key }))?.path ?? path;
      const note = 'it is no longer generated, but it was edited or is in use; remove it if nothing needs it';
      this.#session.report.add({ action: 'kept', path: place, name, key, note });
    }
  }

  #removeFile(path: string, going: readonly ManifestStatement[]): void {
    this.#texts.set(path, undefined);
    for (const { kind, name, key } of going) {
      if (kind !== 'type') this.#session.report.add({ action: 'removed', path, name, key });
    }
  }

  #removeStatement(statement: ManifestStatement): void {
    const { index } = this.#context;
    const id = statementId(statement);
    const path = index.location(id)?.path;
    if (path === undefined) return;
    index.reveal(path);
    const location = index.location(id);
    if (!location?.source) return;
    const { file, statement: theirs } = location.source;
    const { key, name, kind } = statement;
    const isFree = isUntouchedStatement(theirs, statement, index, location) && !this.#isMentioned(statement);
    if (isFree) {
      const target = this.#session.file(file);
      new LineEdits(file.text, target.edits, target.style).remove(theirs);
      this.#removed.set(path, (this.#removed.get(path) ?? new Set()).add(theirs));
      target.expect(undefined, [...(this.#context.base.files.get(path)?.imports.values() ?? [])].flat());
    }
    if (kind === 'type') return;
    const note = 'it is no longer generated, but it was edited or is in use; remove it if nothing needs it';
    this.#session.report.add({
      action: isFree ? 'removed' : 'kept',
      path,
      name,
      key,
      ...(!isFree && { note }),
    });
  }

  /** Whether code that people edited uses a constant after the update, or the rest of its file a class. */
  #isMentioned({ kind, key, name }: ManifestStatement): boolean {
    const { folder, index, base } = this.#context;
    const home = index.location(statementId({ kind, key }))?.path;
    return folder.editedPaths(base).some(
      // Names of classes are words that comments may hold; other files import them, and that is looked at elsewhere.
      (path) => (kind !== 'class' || path === home) && this.#wordsIn(path).has(name),
    );
  }

  /** Words of a file, beside what is no longer generated of it. */
  #wordsIn(path: string): ReadonlySet<string> {
    const known = this.#words.get(path);
    if (known) return known;
    const text = this.#textsSoFar.get(path) ?? this.#texts.get(path) ?? this.#context.folder.text(path) ?? '';
    const words = wordsBeside(text, this.#leaving(path));
    this.#words.set(path, words);
    return words;
  }

  /** The code in a file that is no longer generated. */
  #leaving(path: string): string {
    const { index, folder } = this.#context;
    return this.#going
      .flatMap((statement) => {
        const location = index.location(statementId(statement));
        const source = location?.path === path ? location.source : undefined;
        return source ? [folder.text(path)!.slice(source.statement.start, source.statement.end)] : [];
      })
      .join('\n');
  }

  /** A file of which nothing but imports is left goes altogether. */
  #removeEmptied(): void {
    for (const [path, removed] of this.#removed) {
      const file = this.#context.folder.file(path)!;
      const others = file.nodes.filter(({ type }) => type !== 'ImportDeclaration');
      const comments = (file.tree.comments ?? []).length;
      if (others.length === removed.size && comments === docsOf(removed)) this.#texts.set(path, undefined);
    }
  }
}

function docsOf(statements: ReadonlySet<SourceStatement>): number {
  return [...statements].reduce((count, statement) => {
    const members = statement.kind === 'class' ? statement.members : [];
    return count + [statement, ...members].filter(({ docs }) => docs).length;
  }, 0);
}

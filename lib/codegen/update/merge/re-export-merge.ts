import type { FreshFile } from '../fresh/fresh-file.js';
import { LineEdits } from '../edits/line-edits.js';
import type { ManifestFile } from '../manifest/manifest.interface.js';
import type { MergeSession } from './merge-session.js';
import { modulePath } from '../source/module-path.js';
import type { SourceFile, SourceReExport } from '../source/source-file.interface.js';

interface ReExportMergeContext {
  readonly session: MergeSession;
  readonly file: FreshFile;
  readonly home: SourceFile;
  readonly base: ManifestFile | undefined;
}

/** Brings the `export * from '…'` of a file up to date, whatever else people export there. */
export function mergeReExports({ session, file, home, base }: ReExportMergeContext): void {
  const target = session.file(home);
  const lines = new LineEdits(home.text, target.edits, target.style);
  const theirs = new Map(
    home.statements.flatMap((statement): [string, SourceReExport][] =>
      statement.kind === 're-export' ? [[reExportId(home.path, statement), statement]] : [],
    ),
  );
  let previous: SourceReExport | undefined;
  const added: string[] = [];
  for (const { id, source } of file.statements) {
    if (source.kind !== 're-export') continue;
    const there = theirs.get(id);
    if (there) previous = there;
    else if (!base?.statements.has(id)) {
      const code = target.snippet(file, source, '');
      const [first] = theirs.values();
      if (previous) lines.insertAfter(previous, { code, indent: '', apart: false });
      else if (first) lines.insertBefore(first, { code, indent: '', apart: false });
      else target.edits.insert(home.text.length, `${code}${target.style.newline}`);
      added.push(source.from);
    }
  }
  const fresh = new Set(file.statements.map(({ id }) => id));
  const removed = [...theirs].filter(
    ([id, { commented }]) => base?.statements.has(id) && !fresh.has(id) && !commented,
  );
  for (const [, statement] of removed) lines.remove(statement);
  const aspects = [...added, ...removed.map(([, { from }]) => from)];
  if (aspects.length > 0) session.report.add({ action: 'updated', path: home.path, aspects });
}

function reExportId(path: string, { from }: SourceReExport): string {
  return `re-export ${from.startsWith('.') ? modulePath(path, from) : from}`;
}

import { statementAspects } from '../source/aspects.js';
import { mergeDocs } from './docs-merge.js';
import { ElementMerge } from './element-merge.js';
import type { FreshFile, FreshStatement } from '../fresh/fresh-file.js';
import { mergeItems } from './item-merge.js';
import type { MergeSession } from './merge-session.js';
import type { SourceCode, SourceConst, SourceFile, SourceType } from '../source/source-file.interface.js';

interface StatementMergeContext {
  readonly session: MergeSession;
  readonly fresh: FreshFile;
  readonly wanted: FreshStatement;
}

/** Brings a constant or a type that people may have edited up to date. */
export function mergeStatement(
  { session, fresh, wanted }: StatementMergeContext,
  source: SourceFile,
  theirs: SourceConst | SourceType,
): void {
  const base = session.base(wanted.id);
  if (!base) return;
  const file = session.file(source);
  const merge = new ElementMerge(base.prints, statementAspects(theirs), statementAspects(wanted.source));
  const context = { file, fresh, merge };
  mergeDocs(context, theirs, wanted.source);
  if (theirs.kind === 'const' && wanted.source.kind === 'const') mergeValue(context, theirs, wanted.source);
  else if (theirs.kind === 'type' && wanted.source.kind === 'type' && merge.takes('type')) {
    replace(context, 'type', theirs.type, wanted.source.type);
  }
  if (merge.takes('name')) merge.refused('name');
  const { path } = source;
  const { name } = theirs;
  const { key } = wanted;
  if (merge.taken.length > 0)
    session.report.add({ action: 'updated', path, name, key, aspects: merge.taken });
  if (merge.conflicts.length > 0)
    session.report.add({ action: 'conflict', path, name, key, aspects: merge.conflicts });
}

interface ValueMerge {
  readonly file: ReturnType<MergeSession['file']>;
  readonly fresh: FreshFile;
  readonly merge: ElementMerge;
}

function mergeValue(context: ValueMerge, theirs: SourceConst, wanted: SourceConst): void {
  const { merge } = context;
  if (theirs.items && wanted.items) {
    mergeItems({ ...context, theirs: theirs.items, wanted: wanted.items, labelOf: ({ label }) => label });
  }
  if (merge.takes('value')) replace(context, 'value', theirs.value, wanted.value);
}

function replace(
  { file, fresh, merge }: ValueMerge,
  label: string,
  theirs: SourceCode,
  wanted: SourceCode,
): void {
  if (!merge.isUntouched('', 'docs')) {
    merge.refused(label);
    return;
  }
  merge.took(label);
  file.edits.replace(theirs, file.snippet(fresh, wanted, ''));
}

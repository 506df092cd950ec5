import type { ElementMerge } from './element-merge.js';
import type { FreshFile } from '../fresh/fresh-file.js';
import type { MergedFile } from '../edits/merged-file.js';
import type { SourceElement } from '../source/source-file.interface.js';
import { indentAt } from '../source/source-style.js';

/** Brings the doc comment of something up to date. */
export function mergeDocs(
  {
    file,
    fresh,
    merge,
  }: { readonly file: MergedFile; readonly fresh: FreshFile; readonly merge: ElementMerge },
  theirs: SourceElement,
  wanted: SourceElement,
): void {
  if (!merge.takes('docs')) return;
  merge.took('docs');
  const { text } = file.source;
  const indent = indentAt(text, theirs.start);
  const code = wanted.docs && file.snippet(fresh, wanted.docs, indent);
  if (theirs.docs && code !== undefined) file.edits.replace(theirs.docs, code);
  else if (theirs.docs) {
    const blank = /^\s*/.exec(text.slice(theirs.docs.end))?.[0].length ?? 0;
    file.edits.remove({ start: theirs.docs.start, end: theirs.docs.end + blank });
  } else if (code !== undefined) {
    file.edits.insert(theirs.start, `${code}${file.style.newline}${indent}`);
  }
}

import type { FreshFile } from '../fresh/fresh-file.js';
import type { ManifestFile } from '../manifest/manifest.interface.js';
import type { MergedFile } from '../edits/merged-file.js';
import { threeWay } from './three-way.js';

/** Brings the comment at the top of a file up to date. */
export function mergeHeader(
  { source, edits, style }: MergedFile,
  file: FreshFile,
  base: ManifestFile | undefined,
): void {
  const wanted = file.model.header === undefined ? undefined : file.source.header;
  // Without a generated one, a comment at the top is people's.
  const theirs = wanted || base?.header !== undefined ? source.header : undefined;
  if (threeWay(base?.header, theirs?.text, wanted?.text) !== 'take') return;
  const code = wanted && file.text.slice(wanted.start, wanted.end).replaceAll('\n', style.newline);
  if (theirs && code !== undefined) edits.replace(theirs, code);
  else if (theirs) {
    const blank = /^\s*/.exec(source.text.slice(theirs.end))?.[0].length ?? 0;
    edits.remove({ start: theirs.start, end: theirs.end + blank });
  } else if (code !== undefined) edits.insert(0, `${code}${style.newline.repeat(2)}`);
}

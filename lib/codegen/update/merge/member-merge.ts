import { memberAspects, type AspectPrints } from '../source/aspects.js';
import { DecoratorMerge } from './decorator-merge.js';
import { mergeDocs } from './docs-merge.js';
import { ElementMerge } from './element-merge.js';
import type { FreshFile } from '../fresh/fresh-file.js';
import type { MergedFile } from '../edits/merged-file.js';
import type { SourceMember } from '../source/source-file.interface.js';
import { indentAt } from '../source/source-style.js';

interface MemberMergeContext {
  readonly file: MergedFile;
  readonly fresh: FreshFile;
  readonly base: AspectPrints;
}

/** Brings a member that people may have edited up to date, and says which aspects were taken and which conflict. */
export function mergeMember(
  { file, fresh, base }: MemberMergeContext,
  theirs: SourceMember,
  wanted: SourceMember,
): ElementMerge {
  const merge = new ElementMerge(base, memberAspects(theirs), memberAspects(wanted));
  const labels = merge.takenLabels();
  if (labels.length === 0) return merge;
  mergeDocs({ file, fresh, merge }, theirs, wanted);
  const isCode = labels.some((label) => label !== 'docs');
  if (isCode && merge.isUntouched('', 'docs') && !theirs.commentedInside) {
    const indent = indentAt(file.source.text, theirs.start);
    file.edits.replace(theirs, ending(file.snippet(fresh, wanted, indent), theirs, file));
    for (const label of labels) merge.took(label);
  } else if (isCode) {
    mergeProperty({ file, fresh, merge }, theirs, wanted);
    new DecoratorMerge({ file, fresh, merge }).apply(theirs, wanted);
  }
  return merge;
}

interface PropertyMerge {
  readonly file: MergedFile;
  readonly fresh: FreshFile;
  readonly merge: ElementMerge;
}

/** `readonly name!: type` */
function mergeProperty(
  { file, fresh, merge }: PropertyMerge,
  theirs: SourceMember,
  wanted: SourceMember,
): void {
  const { text } = file.source;
  const { start, end } = theirs.nameSpan;
  if (merge.takes('readonly')) {
    merge.took('readonly');
    if (wanted.readonly) file.edits.insert(start, 'readonly ');
    else {
      const keyword = text.lastIndexOf('readonly', start);
      file.edits.remove({
        start: keyword,
        end: keyword + /^readonly\s*/.exec(text.slice(keyword))![0].length,
      });
    }
  }
  if (merge.takes('name')) {
    merge.took('name');
    file.edits.replace(theirs.nameSpan, wanted.name);
  }
  if (merge.takes('mark')) {
    merge.took('mark');
    const marked = theirs.mark ? text.indexOf(theirs.mark, end) + 1 : end;
    file.edits.replace({ start: marked > end ? marked - 1 : end, end: marked }, wanted.mark);
  }
  if (merge.takes('type')) mergeType({ file, fresh, merge }, theirs, wanted);
  for (const label of ['modifiers', 'value']) if (merge.takes(label)) merge.refused(label);
}

function mergeType({ file, fresh, merge }: PropertyMerge, theirs: SourceMember, wanted: SourceMember): void {
  if (!theirs.type || !wanted.type) {
    merge.refused('type');
    return;
  }
  merge.took('type');
  file.edits.replace(theirs.type, file.snippet(fresh, wanted.type, indentAt(file.source.text, theirs.start)));
}

/** Some people leave out semicolons. */
function ending(code: string, { end }: SourceMember, { source, style }: MergedFile): string {
  const bare = style.semicolons ? code : code.replace(/;$/, '');
  return source.text[end - 1] === ';' || !bare.endsWith(';') ? bare : bare.slice(0, -1);
}

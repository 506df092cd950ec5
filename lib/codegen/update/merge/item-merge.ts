import type { ElementMerge } from './element-merge.js';
import type { FreshFile } from '../fresh/fresh-file.js';
import { ListEdits } from '../edits/list-edits.js';
import type { MergedFile } from '../edits/merged-file.js';
import type { SourceItem, SourceList } from '../source/source-file.interface.js';
import { indentAt } from '../source/source-style.js';

interface ItemMergeContext {
  readonly file: MergedFile;
  readonly fresh: FreshFile;
  readonly merge: ElementMerge;
  readonly theirs: SourceList;
  readonly wanted: SourceList;
  /** The aspect that an item is. */
  labelOf(item: SourceItem): string;
}

/** Brings options or the values of a picklist up to date, each by itself. */
export function mergeItems({ file, fresh, merge, theirs, wanted, labelOf }: ItemMergeContext): void {
  const { text } = file.source;
  const list = new ListEdits(text, theirs, file.edits, file.style);
  const theirOnes = new Map(theirs.items.map((item) => [labelOf(item), item]));
  const wantedOnes = new Map(wanted.items.map((item) => [labelOf(item), item]));
  const first = theirs.items[0];
  const indent = indentAt(text, first?.start ?? theirs.start);
  for (const [label, item] of theirOnes) {
    if (!merge.takes(label)) continue;
    const wantedOne = wantedOnes.get(label);
    if (wantedOne) file.edits.replace(item, file.snippet(fresh, wantedOne, indentAt(text, item.start)));
    else list.remove(item);
    merge.took(label);
  }
  let before: SourceItem | undefined;
  for (const [label, item] of wantedOnes) {
    const theirOne = theirOnes.get(label);
    if (theirOne) before = theirOne;
    else if (merge.takes(label)) {
      list.insertAfter(before, file.snippet(fresh, item, indent));
      merge.took(label);
    }
  }
  list.apply();
}

import { argumentLabel, optionLabel } from '../source/aspects.js';
import type { ElementMerge } from './element-merge.js';
import type { FreshFile } from '../fresh/fresh-file.js';
import { mergeItems } from './item-merge.js';
import type { MergedFile } from '../edits/merged-file.js';
import type { SourceArgument, SourceDecorator, SourceList } from '../source/source-file.interface.js';
import { indentAt } from '../source/source-style.js';
import type { Span } from '../source/syntax.js';

/** What carries decorators, in the file and as generated. */
interface Decorated extends Span {
  readonly decorators: readonly SourceDecorator[];
  readonly commentedInside: boolean;
}

interface DecoratorMergeContext {
  readonly file: MergedFile;
  readonly fresh: FreshFile;
  readonly merge: ElementMerge;
}

const NO_OPTIONS: SourceList = { start: 0, end: 0, items: [] };

/** Brings the decorators of a class or a member up to date. */
export class DecoratorMerge {
  readonly #file: MergedFile;
  readonly #fresh: FreshFile;
  readonly #merge: ElementMerge;

  constructor({ file, fresh, merge }: DecoratorMergeContext) {
    this.#file = file;
    this.#fresh = fresh;
    this.#merge = merge;
  }

  apply(theirs: Decorated, fresh: Decorated): void {
    const freshOnes = new Map(fresh.decorators.map((decorator) => [decorator.label, decorator]));
    for (const decorator of theirs.decorators) {
      const wanted = freshOnes.get(decorator.label);
      if (wanted) this.#update(decorator, wanted, theirs.commentedInside);
      else if (this.#merge.takes(decorator.label)) this.#remove(decorator);
    }
    for (const decorator of fresh.decorators) {
      const isThere = theirs.decorators.some(({ label }) => label === decorator.label);
      if (!isThere && this.#merge.takes(decorator.label)) this.#insert(decorator, theirs, fresh);
    }
  }

  #update(theirs: SourceDecorator, fresh: SourceDecorator, commented: boolean): void {
    const labels = this.#merge.takenLabels(theirs.label);
    if (labels.length === 0) return;
    if (this.#merge.isUntouched(theirs.label) && !commented) {
      this.#replace(theirs, fresh);
      for (const label of labels) this.#merge.took(label);
      return;
    }
    const count = Math.max(theirs.args.length, fresh.args.length);
    for (let index = 0; index < count; index++) this.#updateArgument(theirs, fresh, index);
  }

  #updateArgument(theirs: SourceDecorator, fresh: SourceDecorator, index: number): void {
    const label = argumentLabel(theirs.label, index);
    const [their, wanted] = [theirs.args[index], fresh.args[index]];
    const labels = this.#merge.takenLabels(label);
    if (labels.length === 0) return;
    const isWithoutOptions = !wanted && !this.#merge.isUntouched(label);
    if (their?.options && (wanted?.options || isWithoutOptions)) {
      mergeItems({
        file: this.#file,
        fresh: this.#fresh,
        merge: this.#merge,
        theirs: their.options,
        wanted: wanted?.options ?? NO_OPTIONS,
        labelOf: ({ label: option }) => optionLabel(theirs.label, index, option),
      });
    } else if (their && wanted) this.#changeArgument(their, wanted, label);
    else if (wanted) this.#addArgument(theirs, wanted, index);
    else if (their) this.#removeArgument(theirs, index);
  }

  #changeArgument(theirs: SourceArgument, fresh: SourceArgument, label: string): void {
    if (this.#merge.isUntouched(label)) this.#replace(theirs, fresh);
    this.#note(label, this.#merge.isUntouched(label));
  }

  /** Of options that people took away, only what is new comes. */
  #addArgument(theirs: SourceDecorator, fresh: SourceArgument, index: number): void {
    const label = argumentLabel(theirs.label, index);
    if (index !== theirs.args.length || theirs.opening === undefined) {
      this.#note(label, false);
      return;
    }
    const taken = fresh.options?.items.filter((option) =>
      this.#merge.takes(optionLabel(theirs.label, index, option.label)),
    );
    const indent = indentAt(this.#file.source.text, theirs.start);
    const snippet = (span: Span): string => this.#file.snippet(this.#fresh, span, indent);
    const isWhole = !taken || taken.length === fresh.options?.items.length;
    const text = isWhole ? snippet(fresh) : `{ ${taken.map(snippet).join(', ')} }`;
    const last = theirs.args.at(-1);
    this.#file.edits.insert(last?.end ?? theirs.opening, last ? `, ${text}` : text);
    this.#note(label, true);
  }

  #removeArgument(theirs: SourceDecorator, index: number): void {
    const label = argumentLabel(theirs.label, index);
    const isLast = index === theirs.args.length - 1;
    const isFree = isLast && this.#merge.isUntouched(label);
    if (isFree) {
      const before = theirs.args[index - 1];
      const { end } = theirs.args[index]!;
      const comma = /^\s*,/.exec(this.#file.source.text.slice(end))?.[0].length ?? 0;
      this.#file.edits.remove({ start: before?.end ?? theirs.opening!, end: before ? end : end + comma });
    }
    this.#note(label, isFree);
  }

  #note(prefix: string, took: boolean): void {
    for (const label of this.#merge.takenLabels(prefix)) {
      if (took) this.#merge.took(label);
      else this.#merge.refused(label);
    }
  }

  #remove(decorator: SourceDecorator): void {
    const isFree = this.#merge.isUntouched(decorator.label);
    this.#note(decorator.label, isFree);
    if (!isFree) return;
    const { text } = this.#file.source;
    const blank = /^\s*/.exec(text.slice(decorator.end))?.[0].length ?? 0;
    this.#file.edits.remove({ start: decorator.start, end: decorator.end + blank });
  }

  #replace(theirs: Span, fresh: Span): void {
    const indent = indentAt(this.#file.source.text, theirs.start);
    this.#file.edits.replace(theirs, this.#file.snippet(this.#fresh, fresh, indent));
  }

  /** Behind the decorator the generator has it behind, else in front of all. */
  #insert(decorator: SourceDecorator, theirs: Decorated, fresh: Decorated): void {
    const { text } = this.#file.source;
    const indent = indentAt(text, theirs.start);
    const code = this.#file.snippet(this.#fresh, decorator, indent);
    const before = fresh.decorators.slice(0, fresh.decorators.indexOf(decorator));
    const anchor = theirs.decorators.findLast(({ label }) => before.some((one) => one.label === label));
    const isOnOwnLine = /^[ \t]*\r?\n/.test(this.#fresh.text.slice(decorator.end));
    const separator = isOnOwnLine ? `${this.#file.style.newline}${indent}` : ' ';
    if (anchor) this.#file.edits.insert(anchor.end, `${separator}${code}`);
    else this.#file.edits.insert(theirs.start, `${code}${separator}`);
    this.#note(decorator.label, true);
  }
}

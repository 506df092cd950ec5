import { memberAspects, printsOf, samePrints, statementAspects } from '../source/aspects.js';
import type { ClassEntry, MemberEntry } from '../folder/class-entry.js';
import { DecoratorMerge } from './decorator-merge.js';
import { mergeDocs } from './docs-merge.js';
import { ElementMerge } from './element-merge.js';
import {
  manifestMember,
  type FreshFile,
  type FreshMember,
  type FreshStatement,
} from '../fresh/fresh-file.js';
import { LineEdits } from '../edits/line-edits.js';
import type { ManifestElement, ManifestStatement } from '../manifest/manifest.interface.js';
import { isUntouchedMember } from '../folder/untouched.js';
import { mergeMember } from './member-merge.js';
import type { MergedFile } from '../edits/merged-file.js';
import type { MergeSession } from './merge-session.js';
import type { SourceClass, SourceMember } from '../source/source-file.interface.js';
import { indentAt, isApart } from '../source/source-style.js';
import { threeWay } from './three-way.js';

interface ClassMergeContext {
  readonly session: MergeSession;
  readonly entry: ClassEntry;
  readonly fresh: FreshFile;
  readonly wanted: FreshStatement<SourceClass>;
}

/** A member where it is now: in the class, or in a base that people moved it to. */
interface FoundMember extends MemberEntry {
  readonly holder: ClassEntry;
}

const NOTHING: ManifestElement = { name: '', prints: new Map() };

/** Brings a class that people may have edited up to date. */
export class ClassMerge {
  readonly #session: MergeSession;
  readonly #entry: ClassEntry;
  readonly #fresh: FreshFile;
  readonly #wanted: FreshStatement<SourceClass>;
  readonly #theirs: SourceClass;
  readonly #file: MergedFile;
  readonly #base: ManifestStatement | undefined;
  /** Members that could not be put in. */
  readonly #refused = new Set<string>();

  constructor({ session, entry, fresh, wanted }: ClassMergeContext) {
    this.#session = session;
    this.#entry = entry;
    this.#fresh = fresh;
    this.#wanted = wanted;
    this.#theirs = entry.source!.statement;
    this.#file = session.file(entry.source!.file);
    this.#base = session.base(wanted.id);
  }

  /** @returns what the manifest is to say of the class */
  apply(): ManifestStatement {
    const merge = this.#mergeClass();
    for (const member of this.#wanted.members) this.#bring(member, merge.takes('extends'));
    for (const [key, base] of this.#base?.members ?? []) this.#lose(key, base);
    const members = this.#wanted.members.filter(({ key }) => !this.#refused.has(key));
    return {
      kind: 'class',
      key: this.#wanted.key,
      name: this.#wanted.source.name,
      prints: printsOf(statementAspects(this.#wanted.source)),
      members: new Map(members.map(({ key, source }) => [key, manifestMember(source)])),
    };
  }

  #mergeClass(): ElementMerge {
    const base = (this.#base ?? NOTHING).prints;
    const merge = new ElementMerge(
      base,
      statementAspects(this.#theirs),
      statementAspects(this.#wanted.source),
    );
    // Nothing that was there before the first generation is the generator's to change.
    if (!this.#base) return merge;
    const context = { file: this.#file, fresh: this.#fresh, merge };
    mergeDocs(context, this.#theirs, this.#wanted.source);
    if (merge.takes('extends')) this.#mergeExtends(merge);
    new DecoratorMerge(context).apply(
      { ...this.#theirs, commentedInside: false },
      { ...this.#wanted.source, commentedInside: false },
    );
    for (const label of ['name', 'modifiers']) if (merge.takes(label)) merge.refused(label);
    this.#report(merge);
    return merge;
  }

  #mergeExtends(merge: ElementMerge): void {
    const { extends: theirs, nameSpan } = this.#theirs;
    const { extends: wanted } = this.#wanted.source;
    const code = wanted && this.#file.snippet(this.#fresh, wanted, '');
    merge.took('extends');
    if (theirs && code !== undefined) this.#file.edits.replace(theirs, code);
    else if (code !== undefined) this.#file.edits.insert(nameSpan.end, ` extends ${code}`);
    else if (theirs) {
      const before = this.#file.source.text.slice(nameSpan.end, theirs.start);
      const keyword = /\s*extends\s*$/.exec(before)?.[0].length ?? 0;
      this.#file.edits.remove({ start: theirs.start - keyword, end: theirs.end });
    }
  }

  #bring(member: FreshMember, leavesBase: boolean): void {
    const { key, source: wanted } = member;
    const base = this.#base?.members.get(key);
    const found = this.#find(key, !base && leavesBase);
    if (!found && !base) this.#insert(member);
    else if (found && base) this.#update(found, key, base, wanted);
    else if (found) this.#adopt(found, key, wanted);
  }

  #update(found: FoundMember, key: string, base: ManifestElement, wanted: SourceMember): void {
    const { source, holder } = found;
    if (!source || !this.#mayEdit(holder)) {
      this.#leaveShared(found, key, base, wanted);
      return;
    }
    const file = this.#session.file(holder.source!.file);
    this.#report(mergeMember({ file, fresh: this.#fresh, base: base.prints }, source, wanted), key, found);
  }

  /** People wrote it before the org or the selection had it: it is theirs. */
  #adopt(found: FoundMember, key: string, wanted: SourceMember): void {
    const aspects = found.source && memberAspects(found.source);
    const isSame =
      aspects && [...memberAspects(wanted)].every(([label, { code }]) => aspects.get(label)?.code === code);
    if (!isSame) this.#note('kept', key, found, 'it was there before it was generated');
  }

  #leaveShared(found: FoundMember, key: string, base: ManifestElement, wanted?: SourceMember): void {
    if (wanted && samePrints(printsOf(memberAspects(wanted)), base.prints)) return;
    const note = `the org changed it, but ${found.holder.name}, where it is now, has to be changed by hand`;
    this.#note(
      'kept',
      key,
      found,
      wanted ? note : `the org has it no more, but ${found.holder.name} has it for others too`,
    );
  }

  /** What the org, or the selection, has no more. */
  #lose(key: string, base: ManifestElement): void {
    if (this.#wanted.members.some((member) => member.key === key)) return;
    const found = this.#find(key, false);
    if (!found) return;
    const { source, holder } = found;
    if (!source || !this.#mayEdit(holder)) {
      this.#leaveShared(found, key, base);
    } else if (isUntouchedMember(source, base.prints)) {
      const { source: file, edits, style } = this.#session.file(holder.source!.file);
      new LineEdits(file.text, edits, style).remove(source);
      this.#note('removed', key, found);
    } else {
      this.#note(
        'kept',
        key,
        found,
        'it is no longer generated, but it was edited; remove it if nothing needs it',
      );
    }
  }

  #insert({ key, source: wanted }: FreshMember): void {
    const sameName = this.#theirs.members.find(({ name }) => name === wanted.name);
    if (sameName) {
      this.#refused.add(key);
      const note = `the class has a member of that name; rename it, or give the field a name by the option names`;
      this.#note('conflict', key, { name: wanted.name, holder: this.#entry }, note);
      return;
    }
    const lines = new LineEdits(this.#file.source.text, this.#file.edits, this.#file.style);
    const { previous, next } = this.#neighbours(key);
    const indent = this.#memberIndent();
    const code = this.#file.snippet(this.#fresh, { start: wanted.top, end: wanted.end }, indent);
    const insertion = { code, indent, apart: isApart(this.#fresh.text, wanted.top) };
    if (previous) lines.insertAfter(previous, insertion);
    else if (next) lines.insertBefore(next, insertion);
    else if (this.#theirs.members[0]) lines.insertBefore(this.#theirs.members[0], insertion);
    else lines.insertFirst(this.#theirs.body, insertion);
    this.#note('added', key, { name: wanted.name, holder: this.#entry });
  }

  /** The nearest members of the class that the generator has before and behind a new one. */
  #neighbours(key: string): { readonly previous?: SourceMember; readonly next?: SourceMember } {
    const keys = this.#wanted.members.map((member) => member.key);
    const place = keys.indexOf(key);
    const own = this.#session.index.members(this.#entry);
    const sourceOf = (one: string): SourceMember | undefined => own.get(one.toLowerCase())?.source;
    const previous = keys.slice(0, place).findLast(sourceOf);
    if (previous !== undefined) return { previous: sourceOf(previous) };
    const next = keys.slice(place + 1).find(sourceOf);
    return next === undefined ? {} : { next: sourceOf(next) };
  }

  #memberIndent(): string {
    const { text } = this.#file.source;
    const [first] = this.#theirs.members;
    return first ? indentAt(text, first.top) : indentAt(text, this.#theirs.start) + this.#file.style.indent;
  }

  /** @param leavesBase Whether the class is about to get other bases: what those had, it has no more. */
  #find(key: string, leavesBase: boolean): FoundMember | undefined {
    const { index } = this.#session;
    const own = index.members(this.#entry).get(key.toLowerCase());
    if (own) return { ...own, holder: this.#entry };
    if (leavesBase) return undefined;
    for (const holder of index.bases(this.#entry)) {
      if (this.#isGeneratedThere(holder, key)) continue;
      const member = index.members(holder).get(key.toLowerCase());
      if (member) return { ...member, holder };
    }
    return undefined;
  }

  /** The generated base has its own members, whatever the class had and has. */
  #isGeneratedThere(holder: ClassEntry, key: string): boolean {
    const theirs = this.#theirs.extends?.code;
    const isTheirChoice = threeWay(this.#base?.prints.get('extends'), theirs, undefined) !== 'take';
    return !isTheirChoice && this.#session.index.manifestOf(holder)?.members.has(key) === true;
  }

  /** Whether a class is this entity's alone, and in the folder. */
  #mayEdit(holder: ClassEntry): boolean {
    if (holder === this.#entry) return true;
    if (holder.path.startsWith('../') || this.#session.index.manifestOf(holder)) return false;
    const { index } = this.#session;
    return index.classes.filter((entry) => index.bases(entry).includes(holder)).length === 1;
  }

  #report(merge: ElementMerge, key?: string, found?: FoundMember): void {
    const at = found ?? { name: this.#theirs.name, holder: this.#entry };
    if (merge.taken.length > 0) this.#note('updated', key, at, undefined, merge.taken);
    if (merge.conflicts.length > 0) this.#note('conflict', key, at, undefined, merge.conflicts);
  }

  #note(
    action: 'added' | 'updated' | 'kept' | 'conflict' | 'removed',
    key: string | undefined,
    { name, holder }: { readonly name: string; readonly holder: ClassEntry },
    note?: string,
    aspects?: readonly string[],
  ): void {
    this.#session.report.add({
      action,
      path: holder.path,
      name: holder.name,
      ...(key === undefined ? { key: this.#wanted.key } : { member: name, key }),
      ...(aspects && { aspects }),
      ...(note !== undefined && { note }),
    });
  }
}

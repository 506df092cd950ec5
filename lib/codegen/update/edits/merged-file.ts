import { codeTokens } from '../source/code-tokens.js';
import { FileImports, type NeededName } from './file-imports.js';
import type { FreshFile } from '../fresh/fresh-file.js';
import type { Whereabouts } from '../fresh/whereabouts.interface.js';
import { moduleSpecifier, modulePath, withoutEnding } from '../source/module-path.js';
import type { SourceFile } from '../source/source-file.interface.js';
import { readSourceFile } from '../source/source-file.reader.js';
import { indentAt, styleOf, type SourceStyle } from '../source/source-style.js';
import type { Span } from '../source/syntax.js';
import { TextEdits } from './text-edits.js';

interface MergedFileContext {
  /** What specifiers of the folder's files end with. */
  readonly ending: string;
  /** What they ended with when code was last generated. */
  readonly formerEnding: string;
  readonly whereabouts: Whereabouts;
}

/** A file that people edited, while what is new is put into it. */
export class MergedFile {
  readonly source: SourceFile;
  readonly edits: TextEdits;
  readonly style: SourceStyle;
  readonly #imports: FileImports;
  readonly #context: MergedFileContext;
  readonly #order: Pick<NeededName, 'module' | 'name'>[] = [];
  /** Names that were imported when code was generated for the file. */
  readonly #generatedNames = new Set<string>();

  constructor(source: SourceFile, context: MergedFileContext) {
    this.source = source;
    this.edits = new TextEdits(source.text);
    this.style = styleOf(source);
    this.#context = context;
    const { edits, style } = this;
    this.#imports = new FileImports({ source, edits, style, ending: context.ending });
  }

  /** Lets the file know what is generated for it: how imports are sorted, and which ones are the generator's. */
  expect(fresh: FreshFile | undefined, generatedNames: Iterable<string>): void {
    for (const { from, name } of fresh?.model.imports ?? []) {
      this.#order.push({ module: moduleIn(fresh!, from), name });
    }
    for (const name of generatedNames) this.#generatedNames.add(name);
  }

  /** Generated code as this file would write it: its names, its quotes, its indentation; the names are imported. */
  snippet(fresh: FreshFile, span: Span, indent: string): string {
    const { names, strings } = fresh.tokens;
    const pieces = new TextEdits(fresh.text.slice(span.start, span.end));
    const within = (token: Span): boolean => token.start >= span.start && token.end <= span.end;
    const local = (token: Span): Span => ({ start: token.start - span.start, end: token.end - span.start });
    for (const token of names.filter(within)) {
      const name = this.#localName(fresh, token.name);
      if (name !== token.name)
        pieces.replace(local(token), token.shorthand ? `${token.name}: ${name}` : name);
    }
    for (const token of strings.filter(within)) {
      const text = fresh.text.slice(token.start, token.end);
      if (this.style.quote !== text[0] && !/["'\\]/.test(text.slice(1, -1))) {
        pieces.replace(local(token), `${this.style.quote}${text.slice(1, -1)}${this.style.quote}`);
      }
    }
    return this.#laidOut(pieces.toString(), indentAt(fresh.text, span.start), indent);
  }

  /** The text with all changes, and its imports as they have to be. */
  finish(): string {
    this.#imports.retarget((declaration) => this.#specifierOf(declaration.from, declaration.names));
    const changed = this.edits.toString();
    if (changed === this.source.text) return changed;
    const before = usedNames(this.source);
    const after = usedNames(readSourceFile(this.source.path, changed));
    const unused = this.source.imports
      .flatMap(({ names }) => names)
      .filter(
        ({ imported, local }) => this.#generatedNames.has(imported) && before.has(local) && !after.has(local),
      );
    this.#imports.apply(new Set(unused.map(({ local }) => local)), this.#order);
    const text = this.edits.toString();
    readSourceFile(this.source.path, text);
    return text;
  }

  #localName(fresh: FreshFile, name: string): string {
    const imported = fresh.model.imports.find((one) => one.name === name);
    if (imported && !imported.from.startsWith('.')) {
      const { from: module, typeOnly } = imported;
      return this.#imports.localName({ module, isFile: false, name, typeOnly });
    }
    const isOwn = fresh.statements.some(({ source }) => source.kind !== 're-export' && source.name === name);
    if (!imported && !isOwn) return name;
    const generatedFor = imported ? moduleIn(fresh, imported.from) : withoutEnding(fresh.path);
    const module = this.#context.whereabouts.moduleOf(generatedFor, name);
    if (module === withoutEnding(this.source.path)) return name;
    return this.#imports.localName({ module, isFile: true, name, typeOnly: imported?.typeOnly ?? false });
  }

  /** A file that is gone from where an import expects it is imported from where it is now, endings as the options say. */
  #specifierOf(from: string, names: readonly { readonly imported: string }[]): string | undefined {
    if (!from.startsWith('.')) return undefined;
    const module = modulePath(this.source.path, from);
    const { whereabouts, ending, formerEnding } = this.#context;
    const { path } = this.source;
    if (whereabouts.exists(module)) {
      return from === moduleSpecifier(path, module, formerEnding)
        ? moduleSpecifier(path, module, ending)
        : undefined;
    }
    const moved = whereabouts.movedTo(
      module,
      names.map(({ imported }) => imported),
    );
    return moved === undefined || moved === withoutEnding(path)
      ? undefined
      : moduleSpecifier(path, moved, ending);
  }

  #laidOut(text: string, from: string, to: string): string {
    const { indent, newline, semicolons } = this.style;
    const lines = text.split('\n').map((line, index) => {
      if (index === 0) return line;
      const depth = /^ */.exec(line)![0].length - from.length;
      const levels = indent.repeat(Math.max(0, Math.floor(depth / 2)));
      return line.trim() === '' ? '' : to + levels + (depth % 2 === 1 ? ' ' : '') + line.trimStart();
    });
    const laidOut = lines.join(newline);
    return semicolons ? laidOut : laidOut.replace(/;$/, '');
  }
}

function moduleIn({ path }: FreshFile, from: string): string {
  return from.startsWith('.') ? modulePath(path, from) : from;
}

function usedNames({ nodes }: SourceFile): ReadonlySet<string> {
  return new Set(codeTokens(nodes).names.map(({ name }) => name));
}

import { propertyName } from '../source/canonical-code.js';
import { ListEdits } from './list-edits.js';
import { modulePath, moduleSpecifier } from '../source/module-path.js';
import type { SourceFile, SourceImport, SourceImportName } from '../source/source-file.interface.js';
import type { SourceStyle } from '../source/source-style.js';
import { spanOf, type Statement } from '../source/syntax.js';
import type { TextEdits } from './text-edits.js';

/** A name that code put into a file needs. */
export interface NeededName {
  /** A package, or the path of a file of the folder without its ending. */
  readonly module: string;
  readonly isFile: boolean;
  readonly name: string;
  readonly typeOnly: boolean;
}

interface AddedName extends NeededName {
  readonly local: string;
}

interface FileImportsContext {
  readonly source: SourceFile;
  readonly edits: TextEdits;
  readonly style: SourceStyle;
  /** What specifiers of the folder's files end with. */
  readonly ending: string;
}

/** The imports of a file: finds what is there, and adds what is missing to the statements people wrote. */
export class FileImports {
  readonly #source: SourceFile;
  readonly #edits: TextEdits;
  readonly #style: SourceStyle;
  readonly #ending: string;
  readonly #added: AddedName[] = [];
  readonly #madeValues = new Set<SourceImportName>();
  #bindings: ReadonlySet<string> | undefined;

  constructor({ source, edits, style, ending }: FileImportsContext) {
    this.#source = source;
    this.#edits = edits;
    this.#style = style;
    this.#ending = ending;
  }

  /** What the file calls a name; it is imported when that is not yet so. */
  localName(needed: NeededName): string {
    const found = this.#find(needed);
    if (found) {
      if (found.typeOnly && !needed.typeOnly) this.#madeValues.add(found);
      return found.local;
    }
    const same = this.#added.find(({ module, name }) => module === needed.module && name === needed.name);
    if (same) {
      if (same.typeOnly && !needed.typeOnly)
        this.#added.splice(this.#added.indexOf(same), 1, { ...same, typeOnly: false });
      return same.local;
    }
    const local = this.#freeName(needed.name);
    this.#added.push({ ...needed, local });
    return local;
  }

  /** @param unused Local names of imports to take out. @param order Modules and names as the generator sorts them. */
  apply(unused: ReadonlySet<string>, order: readonly Pick<NeededName, 'module' | 'name'>[]): void {
    const lists = new Map<SourceImport, ListEdits>();
    for (const declaration of this.#source.imports) {
      const gone = declaration.names.filter(({ local }) => unused.has(local));
      if (gone.length === 0) continue;
      if (gone.length === declaration.names.length && !this.#receives(declaration)) {
        this.#removeNames(declaration);
      } else {
        for (const name of gone) this.#list(lists, declaration).remove(name);
      }
    }
    for (const name of this.#madeValues) this.#makeValue(name, lists);
    this.#addNames(lists, unused, order);
    for (const list of lists.values()) list.apply();
  }

  /** Points imports of files that people moved to where they are now. */
  retarget(specifierFor: (declaration: SourceImport) => string | undefined): void {
    for (const declaration of this.#source.imports) {
      const specifier = specifierFor(declaration);
      if (specifier === undefined || specifier === declaration.from) continue;
      this.#edits.replace(declaration.fromSpan, this.#quoted(specifier));
    }
  }

  #find({ module, isFile, name }: NeededName): SourceImportName | undefined {
    const isOf = (declaration: SourceImport): boolean => this.#moduleOf(declaration) === module;
    const exact = this.#source.imports.filter(isOf).flatMap(({ names }) => names);
    // The folder's files export nothing twice: a name may come by way of an index.
    const other = isFile ? this.#source.imports.filter(isOfIndex).flatMap(({ names }) => names) : [];
    const named = [...exact, ...other].filter(({ imported }) => imported === name);
    return named.find(({ typeOnly }) => !typeOnly) ?? named[0];
  }

  #moduleOf({ from }: SourceImport): string {
    return from.startsWith('.') ? modulePath(this.#source.path, from) : from;
  }

  #freeName(name: string): string {
    const taken = (this.#bindings ??= bindingsOf(this.#source.nodes));
    const isTaken = (local: string): boolean =>
      taken.has(local) || this.#added.some((added) => added.local === local);
    if (!isTaken(name)) return name;
    for (let candidate = `${name}Entity`, number = 2; ; candidate = `${name}Entity${number++}`) {
      if (!isTaken(candidate)) return candidate;
    }
  }

  /** Whether names are going to be added to a statement. */
  #receives(declaration: SourceImport): boolean {
    return this.#added.some((added) => this.#declarationFor(added) === declaration);
  }

  #declarationFor({ module, typeOnly }: NeededName): SourceImport | undefined {
    const fitting = this.#source.imports.filter(
      (declaration) => declaration.names.length > 0 && this.#moduleOf(declaration) === module,
    );
    const types = typeOnly ? fitting.find((declaration) => declaration.typeOnly) : undefined;
    return types ?? fitting.find((declaration) => !declaration.typeOnly);
  }

  #makeValue(name: SourceImportName, lists: Map<SourceImport, ListEdits>): void {
    const declaration = this.#source.imports.find(({ names }) => names.includes(name))!;
    if (!declaration.typeOnly) {
      const text = this.#source.text.slice(name.start, name.end);
      this.#edits.replace(name, text.replace(/^type\s+/, ''));
    } else if (declaration.names.length === 1) {
      const text = this.#source.text.slice(declaration.start, declaration.end);
      const keyword = /^import\s+type\b/.exec(text)?.[0].length ?? 0;
      this.#edits.replace({ start: declaration.start, end: declaration.start + keyword }, 'import');
    } else {
      this.#list(lists, declaration).remove(name);
      const isFile = declaration.from.startsWith('.');
      const module = this.#moduleOf(declaration);
      this.#added.push({ module, isFile, name: name.imported, typeOnly: false, local: name.local });
    }
  }

  #addNames(
    lists: Map<SourceImport, ListEdits>,
    unused: ReadonlySet<string>,
    order: readonly Pick<NeededName, 'module' | 'name'>[],
  ): void {
    const fresh = new Map<string, AddedName[]>();
    const place = ({ module, name }: Pick<NeededName, 'module' | 'name'>): number =>
      order.findIndex((one) => one.module === module && one.name === name);
    for (const added of this.#added.toSorted((one, other) => place(one) - place(other))) {
      const declaration = this.#declarationFor(added);
      if (!declaration) {
        fresh.set(added.module, [...(fresh.get(added.module) ?? []), added]);
        continue;
      }
      const kept = declaration.names.filter(({ local }) => !unused.has(local));
      const before = kept.findLast(({ imported }) => this.#comesBefore(imported, added, place));
      this.#list(lists, declaration).insertAfter(before, importedName(added, declaration.typeOnly));
    }
    for (const [module, names] of fresh) this.#addStatement(module, names, order);
  }

  #comesBefore(
    imported: string,
    added: AddedName,
    place: (name: Pick<NeededName, 'module' | 'name'>) => number,
  ): boolean {
    const theirs = place({ module: added.module, name: imported });
    return theirs < 0 ? imported.toLowerCase() < added.name.toLowerCase() : theirs < place(added);
  }

  /** Next to the statement the generator has it next to. */
  #addStatement(
    module: string,
    names: readonly AddedName[],
    order: readonly Pick<NeededName, 'module' | 'name'>[],
  ): void {
    const { newline } = this.#style;
    const text = this.#statement(module, names);
    const modules = [...new Set(order.map((one) => one.module))];
    const place = modules.indexOf(module);
    const until = new Set(modules.slice(0, place + 1));
    const behind = new Set(modules.slice(place + 1));
    const { imports } = this.#source;
    const previous = imports.findLast((declaration) => until.has(this.#moduleOf(declaration)));
    const next = imports.find((declaration) => behind.has(this.#moduleOf(declaration)));
    const anchor = previous ?? (next && place >= 0 ? undefined : imports.at(-1));
    if (anchor) this.#edits.insert(anchor.end, `${newline}${text}`);
    else if (next) this.#edits.insert(next.start, `${text}${newline}`);
    else this.#edits.insert(this.#top(), `${text}${newline}${newline}`);
  }

  #statement(module: string, names: readonly AddedName[]): string {
    const typeOnly = names.every((name) => name.typeOnly);
    const list = names.map((name) => importedName(name, typeOnly)).join(', ');
    const isFile = names.some((name) => name.isFile);
    const from = this.#quoted(isFile ? moduleSpecifier(this.#source.path, module, this.#ending) : module);
    return `import ${typeOnly ? 'type ' : ''}{ ${list} } from ${from}${this.#style.semicolons ? ';' : ''}`;
  }

  /** Below the comment at the top of the file. */
  #top(): number {
    const { statements, nodes, text, header } = this.#source;
    const first = Math.min(
      ...[statements[0]?.docs?.start, nodes[0] && spanOf(nodes[0]).start, statements[0]?.start].filter(
        (offset) => offset !== undefined,
      ),
      text.length,
    );
    return header && header.end <= first && header.start !== first ? Math.max(first, header.end) : first;
  }

  /** All names between the braces: the statement goes, but for a default import. */
  #removeNames({ start, end, others, names, node }: SourceImport): void {
    if (others.length > 0) {
      const closing = this.#source.text.indexOf('}', names.at(-1)!.end) + 1;
      this.#edits.remove({ start: spanOf(node.specifiers[0]!).end, end: closing });
      return;
    }
    const line = /^[ \t]*\r?\n?/.exec(this.#source.text.slice(end))?.[0].length ?? 0;
    this.#edits.remove({ start, end: end + line });
  }

  #list(lists: Map<SourceImport, ListEdits>, declaration: SourceImport): ListEdits {
    const known = lists.get(declaration);
    if (known) return known;
    const { text } = this.#source;
    const start = text.lastIndexOf('{', declaration.names[0]!.start) + 1;
    const end = text.indexOf('}', declaration.names.at(-1)!.end);
    const list = new ListEdits(text, { start, end, items: declaration.names }, this.#edits, this.#style);
    lists.set(declaration, list);
    return list;
  }

  #quoted(specifier: string): string {
    return `${this.#style.quote}${specifier}${this.#style.quote}`;
  }
}

function importedName({ name, local, typeOnly }: AddedName, inTypes: boolean): string {
  return `${typeOnly && !inTypes ? 'type ' : ''}${name === local ? name : `${name} as ${local}`}`;
}

/** Names that the statements of a module declare or import. */
function bindingsOf(nodes: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) => {
      if (node.type === 'ImportDeclaration') return node.specifiers.map(({ local }) => local.name);
      const declaration = 'declaration' in node && node.declaration ? node.declaration : node;
      if (declaration.type === 'VariableDeclaration') {
        return declaration.declarations.flatMap(({ id }) => [propertyName(id) ?? '']);
      }
      const id = 'id' in declaration ? declaration.id : undefined;
      return id ? [propertyName(id) ?? ''] : [];
    }),
  );
}

function isOfIndex({ from }: SourceImport): boolean {
  return /^\.\.?(?:\/|$)/.test(from) && /(?:^|\/)(?:\.\.?|index(?:\.[cm]?[jt]s)?)$/.test(from);
}

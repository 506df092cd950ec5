import type { NameMeaning } from './canonical-code.js';
import type { ImportDeclaration, Span, Statement, SyntaxNode, SyntaxTree } from './syntax.js';

/** A piece of code with its meaning as a text. */
export interface SourceCode extends Span {
  readonly code: string;
  readonly node: SyntaxNode;
}

/** A property of an object literal, or an element of an array, by what tells it from its neighbours. */
export interface SourceItem extends SourceCode {
  readonly label: string;
  /** How messages call it. */
  readonly name: string;
}

/** Items between brackets. */
export interface SourceList extends Span {
  readonly items: readonly SourceItem[];
}

export interface SourceArgument extends SourceCode {
  /** Properties of an object literal. */
  readonly options?: SourceList;
}

export interface SourceDecorator extends Span {
  /** `Field`, whatever the file calls it; what other packages export is `class-validator:IsEmail`. */
  readonly name: string;
  readonly label: string;
  readonly args: readonly SourceArgument[];
  /** Behind the opening parenthesis; absent when the decorator is not called. */
  readonly opening?: number;
}

export interface SourceDocs extends Span {
  readonly text: string;
}

/** What classes, members, constants and types have in common. The span is that of the code, without docs. */
export interface SourceElement extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly docs?: SourceDocs;
  /** Where the docs begin, or a comment right above. */
  readonly top: number;
  /** Where a comment behind it ends. */
  readonly bottom: number;
  /** Whether comments stand in it, right above it or behind it on the last line: people wrote them. */
  readonly commented: boolean;
  /** Whether comments stand within the code. */
  readonly commentedInside: boolean;
}

export interface SourceMember extends SourceElement {
  readonly decorators: readonly SourceDecorator[];
  /** `public`, `declare` and so on, but not `readonly`. */
  readonly modifiers: readonly string[];
  readonly readonly: boolean;
  readonly mark: '' | '?' | '!';
  readonly type?: SourceCode;
  readonly value?: SourceCode;
  /** Methods, accessors, indexes and the like are nobody's business. */
  readonly property: boolean;
}

export interface SourceClass extends SourceElement {
  readonly kind: 'class';
  readonly decorators: readonly SourceDecorator[];
  readonly modifiers: readonly string[];
  readonly extends?: SourceCode;
  readonly members: readonly SourceMember[];
  /** Between the braces. */
  readonly body: Span;
}

export interface SourceConst extends SourceElement {
  readonly kind: 'const';
  readonly value: SourceCode;
  /** Elements of an array or properties of an object. */
  readonly items?: SourceList;
}

export interface SourceType extends SourceElement {
  readonly kind: 'type';
  readonly type: SourceCode;
}

/** `export * from '…'` */
export interface SourceReExport extends SourceElement {
  readonly kind: 're-export';
  readonly from: string;
}

export type SourceStatement = SourceClass | SourceConst | SourceType | SourceReExport;

export interface SourceImportName extends Span {
  readonly imported: string;
  readonly local: string;
  readonly typeOnly: boolean;
}

export interface SourceImport extends Span {
  readonly from: string;
  /** The module specifier with its quotes. */
  readonly fromSpan: Span;
  readonly typeOnly: boolean;
  /** Names between the braces. */
  readonly names: readonly SourceImportName[];
  /** What the default import and the namespace import are called. */
  readonly others: readonly { readonly local: string; readonly namespace: boolean }[];
  readonly node: ImportDeclaration;
}

/** A TypeScript module, as far as an update looks into it. */
export interface SourceFile {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly imports: readonly SourceImport[];
  readonly statements: readonly SourceStatement[];
  readonly nodes: readonly Statement[];
  readonly meaning: NameMeaning;
  /** The comment the file begins with. */
  readonly header?: SourceDocs;
}

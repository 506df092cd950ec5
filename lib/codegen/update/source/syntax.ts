import type { ParseResult } from '@babel/parser';

type Only<Node, Type extends string> = Extract<Node, { readonly type: Type }>;

export type SyntaxTree = ParseResult;
export type Statement = SyntaxTree['program']['body'][number];
export type Comment = NonNullable<SyntaxTree['comments']>[number];
export type ImportDeclaration = Only<Statement, 'ImportDeclaration'>;
export type ClassDeclaration = Only<Statement, 'ClassDeclaration'>;
export type ClassProperty = Only<ClassDeclaration['body']['body'][number], 'ClassProperty'>;
export type Decorator = NonNullable<ClassProperty['decorators']>[number];
export type Expression = Decorator['expression'];
export type ObjectExpression = Only<Expression, 'ObjectExpression'>;
export type ArrayExpression = Only<Expression, 'ArrayExpression'>;
export type CallExpression = Only<Expression, 'CallExpression'>;

/** A node of any kind, as walks over the tree see it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start?: number | null;
  readonly end?: number | null;
}

/** A stretch of a file's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanOf(node: SyntaxNode): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** What a tree says beside its meaning: where things stand, and comments. */
const BESIDE_MEANING = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'leadingComments',
  'trailingComments',
  'innerComments',
]);

/** Properties of a node that carry meaning. */
export function partsOf(node: SyntaxNode): [name: string, value: unknown][] {
  return Object.entries(node).filter(([name]) => !BESIDE_MEANING.has(name));
}

/** Nodes directly below one. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return partsOf(node).flatMap(([, value]) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

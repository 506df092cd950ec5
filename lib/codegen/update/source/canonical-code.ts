import { isNode, partsOf, type SyntaxNode } from './syntax.js';

/** What a name in a file stands for, whatever the file calls it. */
export type NameMeaning = (name: string) => string;

interface Named extends SyntaxNode {
  readonly name: string;
}

interface Valued extends SyntaxNode {
  readonly value: unknown;
}

/**
 * Code as a text that is the same for code of the same meaning: layout, quotes, parentheses, trailing commas, comments, the
 * order of a union and the local names of imports do not show.
 */
export function canonicalCode(node: SyntaxNode, meaning: NameMeaning): string {
  switch (node.type) {
    case 'Identifier':
      return meaning((node as Named).name);
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return JSON.stringify((node as Valued).value);
    case 'TSUnionType':
      return canonicalUnion(node, meaning);
    case 'ObjectProperty':
      return canonicalProperty(node, meaning);
    case 'TSLiteralType':
      return canonicalParts(partsOf(node), meaning);
    default:
      return `${node.type}(${canonicalParts(partsOf(node), meaning)})`;
  }
}

function canonicalParts(parts: readonly [string, unknown][], meaning: NameMeaning): string {
  return parts
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => `${name}:${canonicalValue(value, meaning)}`)
    .join(',');
}

function canonicalValue(value: unknown, meaning: NameMeaning): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalValue(item, meaning)).join(',')}]`;
  return isNode(value) ? canonicalCode(value, meaning) : JSON.stringify(value);
}

function canonicalUnion(node: SyntaxNode, meaning: NameMeaning): string {
  const types = unionMembers(node).map((type) => canonicalCode(type, meaning));
  return [...new Set(types)].sort().join('|');
}

function unionMembers(node: SyntaxNode): SyntaxNode[] {
  return node.type === 'TSUnionType'
    ? (node as SyntaxNode & { readonly types: readonly SyntaxNode[] }).types.flatMap(unionMembers)
    : [node];
}

/** `{ a }`, `{ a: a }` and `{ 'a': a }` are one. */
function canonicalProperty(node: SyntaxNode, meaning: NameMeaning): string {
  const { key, value, computed } = node as SyntaxNode & {
    readonly key: SyntaxNode;
    readonly value: SyntaxNode;
    readonly computed?: boolean;
  };
  const name = computed ? `[${canonicalCode(key, meaning)}]` : JSON.stringify(propertyName(key));
  return `${name}:${canonicalCode(value, meaning)}`;
}

/** The name a key of an object or a class gives; `undefined` for a computed expression. */
export function propertyName(key: SyntaxNode): string | undefined {
  if (key.type === 'Identifier') return (key as Named).name;
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral'
    ? String((key as Valued).value)
    : undefined;
}

import { propertyName } from './canonical-code.js';
import { childrenOf, isNode, spanOf, type Span, type SyntaxNode } from './syntax.js';

/** A use of a name. */
export interface NameToken extends Span {
  readonly name: string;
  /** Whether it stands for a property and its value at once: `{ Account }`. */
  readonly shorthand: boolean;
}

/** What of code depends on the file it stands in. */
export interface CodeTokens {
  readonly names: readonly NameToken[];
  readonly strings: readonly Span[];
}

type Parent = SyntaxNode & Readonly<Record<string, unknown>>;

/** Uses of names that something may declare or import, and string literals; imports themselves are left out. */
export function codeTokens(roots: readonly SyntaxNode[]): CodeTokens {
  const names: NameToken[] = [];
  const strings: Span[] = [];
  const visit = (node: SyntaxNode, parent?: Parent): void => {
    if (node.type === 'ImportDeclaration') return;
    if (node.type === 'StringLiteral') strings.push(spanOf(node));
    if (node.type === 'Identifier' && !(parent && isPropertyOf(node, parent))) {
      const name = propertyName(node) ?? '';
      const { start } = spanOf(node);
      // The span of an annotated name holds the annotation.
      names.push({ name, start, end: start + name.length, shorthand: parent?.['shorthand'] === true });
    }
    for (const child of node.type === 'ObjectProperty' ? propertyParts(node as Parent) : childrenOf(node)) {
      visit(child, node as Parent);
    }
  };
  for (const root of roots) visit(root);
  return { names, strings };
}

/** Key and value of a shorthand are one token. */
function propertyParts(property: Parent): SyntaxNode[] {
  const { key, value, shorthand } = property;
  const parts = shorthand ? [value] : [key, value];
  return parts.filter(isNode);
}

function isPropertyOf(node: SyntaxNode, parent: Parent): boolean {
  if (parent['computed'] === true || parent['shorthand'] === true) return false;
  switch (parent.type) {
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ClassMethod':
    case 'ObjectMethod':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return parent['key'] === node;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent['property'] === node;
    case 'TSQualifiedName':
      return parent['right'] === node;
    default:
      return false;
  }
}

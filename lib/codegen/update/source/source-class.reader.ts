import { canonicalCode, propertyName, type NameMeaning } from './canonical-code.js';
import { fingerprint } from './fingerprint.js';
import type { CommentsOfCode, SourceComments } from './source-comments.js';
import type {
  SourceArgument,
  SourceClass,
  SourceCode,
  SourceDecorator,
  SourceItem,
  SourceList,
  SourceMember,
} from './source-file.interface.js';
import {
  spanOf,
  type ArrayExpression,
  type ClassDeclaration,
  type ClassProperty,
  type Decorator,
  type ObjectExpression,
  type Span,
  type SyntaxNode,
} from './syntax.js';

interface ClassContext {
  readonly text: string;
  readonly comments: SourceComments;
  readonly meaning: NameMeaning;
}

/** Reads classes with their members and decorators. */
export class SourceClassReader {
  readonly #text: string;
  readonly #comments: SourceComments;
  readonly #meaning: NameMeaning;

  constructor({ text, comments, meaning }: ClassContext) {
    this.#text = text;
    this.#comments = comments;
    this.#meaning = meaning;
  }

  /** @param span The whole statement, `export` included. */
  read(node: ClassDeclaration, span: Span, after: number): SourceClass | undefined {
    if (!node.id) return undefined;
    const decorators = (node.decorators ?? []).map((decorator) => this.#decorator(decorator));
    const code = { start: Math.min(span.start, decorators[0]?.start ?? span.start), end: span.end };
    const body = { start: spanOf(node.body).start + 1, end: spanOf(node.body).end - 1 };
    const members = this.#members(node, body.start);
    return {
      kind: 'class',
      name: node.id.name,
      nameSpan: spanOf(node.id),
      ...code,
      ...this.#commentsOf({ ...code, body: body.start }, members, after),
      decorators: numbered(decorators),
      modifiers: node.abstract ? ['abstract'] : [],
      ...(node.superClass && { extends: this.#extends(node) }),
      members,
      body,
    };
  }

  /** Docs of members are the generator's; any other comment is people's. */
  #commentsOf(
    { start, end, body }: Span & { readonly body: number },
    members: readonly SourceMember[],
    after: number,
  ): CommentsOfCode {
    const head = this.#comments.of({ start, end: body }, after);
    const bottom = this.#comments.bottomOf(end);
    const docs = members.filter((member) => member.docs).length;
    const isCommented = this.#comments.count({ start, end }) > docs;
    return { ...head, bottom, commented: head.commented || isCommented || bottom > end };
  }

  code(node: SyntaxNode): SourceCode {
    return { ...spanOf(node), code: canonicalCode(node, this.#meaning), node };
  }

  /** What stands between the brackets of an array or an object literal. */
  list(node: ArrayExpression | ObjectExpression): SourceList {
    const { start, end } = spanOf(node);
    const items = node.type === 'ArrayExpression' ? this.#elements(node) : this.#properties(node);
    return { start: start + 1, end: end - 1, items };
  }

  #elements({ elements }: ArrayExpression): SourceItem[] {
    return elements
      .filter((element) => element !== null)
      .map((element) => {
        const value = valueOfElement(element);
        const code = this.code(element);
        return {
          start: code.start,
          end: code.end,
          code: code.code,
          node: element,
          label: `#${fingerprint(value ?? code.code)}`,
          name: `'${value}'`,
        };
      });
  }

  #properties({ properties }: ObjectExpression): SourceItem[] {
    return properties.map((property) => {
      const code = this.code(property);
      const name = 'key' in property ? propertyName(property.key) : undefined;
      const label = name !== undefined && /^[\w$]+$/.test(name) ? name : `#${fingerprint(name ?? code.code)}`;
      return { ...code, label, name: name ?? '…' };
    });
  }

  #extends(node: ClassDeclaration): SourceCode {
    const superClass = node.superClass!;
    const args = node.superTypeArguments;
    const end = args ? spanOf(args).end : spanOf(superClass).end;
    const code = canonicalCode(superClass, this.#meaning) + (args ? canonicalCode(args, this.#meaning) : '');
    return { start: spanOf(superClass).start, end, code, node: superClass };
  }

  #members(node: ClassDeclaration, bodyStart: number): SourceMember[] {
    let after = bodyStart;
    return node.body.body.map((member) => {
      const read =
        member.type === 'ClassProperty' ? this.#property(member, after) : this.#other(member, after);
      after = read.end;
      return read;
    });
  }

  #property(node: ClassProperty, after: number): SourceMember {
    const decorators = numbered((node.decorators ?? []).map((decorator) => this.#decorator(decorator)));
    const key = spanOf(node.key);
    const type =
      node.typeAnnotation?.type === 'TSTypeAnnotation' ? node.typeAnnotation.typeAnnotation : undefined;
    return {
      name: propertyName(node.key) ?? '',
      nameSpan: key,
      ...spanOf(node),
      ...this.#comments.of(spanOf(node), after),
      decorators,
      modifiers: modifiersOf(node),
      readonly: node.readonly === true,
      mark: node.optional ? '?' : node.definite ? '!' : '',
      ...(type && { type: this.code(type) }),
      ...(node.value && { value: this.code(node.value) }),
      property: !node.computed && !node.static,
    };
  }

  #other(node: ClassDeclaration['body']['body'][number], after: number): SourceMember {
    const key = 'key' in node ? (node.key as SyntaxNode) : node;
    return {
      name: propertyName(key) ?? '',
      nameSpan: spanOf(key),
      ...spanOf(node),
      ...this.#comments.of(spanOf(node), after),
      decorators: [],
      modifiers: [],
      readonly: false,
      mark: '',
      property: false,
    };
  }

  #decorator(node: Decorator): SourceDecorator {
    const { expression } = node;
    const callee = expression.type === 'CallExpression' ? expression.callee : expression;
    const name = this.#decoratorName(callee);
    const args =
      expression.type === 'CallExpression' ? expression.arguments.map((arg) => this.#argument(arg)) : [];
    const called = expression.type === 'CallExpression';
    return {
      ...spanOf(node),
      name,
      label: `@${name}`,
      args,
      ...(called && { opening: this.#text.indexOf('(', spanOf(callee).end) + 1 }),
    };
  }

  #decoratorName(callee: SyntaxNode): string {
    if (callee.type === 'MemberExpression') {
      const { object, property } = callee as SyntaxNode & { object: SyntaxNode; property: SyntaxNode };
      const namespace = canonicalCode(object, this.#meaning);
      return namespace === '*' ? (propertyName(property) ?? '') : `${namespace}.${propertyName(property)}`;
    }
    return canonicalCode(callee, this.#meaning);
  }

  #argument(node: SyntaxNode): SourceArgument {
    const code = this.code(node);
    return node.type === 'ObjectExpression'
      ? { ...code, options: this.list(node as ObjectExpression) }
      : code;
  }
}

/** A decorator that stands more than once on something is told apart by its place. */
function numbered(decorators: readonly SourceDecorator[]): SourceDecorator[] {
  const times = new Map<string, number>();
  return decorators.map((decorator) => {
    const time = (times.get(decorator.name) ?? 0) + 1;
    times.set(decorator.name, time);
    return time === 1 ? decorator : { ...decorator, label: `${decorator.label}~${time}` };
  });
}

function modifiersOf(node: ClassProperty): string[] {
  const { accessibility } = node;
  const flags = (['static', 'abstract', 'declare', 'override'] as const).filter((flag) => node[flag]);
  return accessibility ? [accessibility, ...flags] : flags;
}

/** The value of a picklist's element: a text, or what an object calls its `value`. */
function valueOfElement(element: SyntaxNode): string | undefined {
  if (element.type === 'StringLiteral') return (element as SyntaxNode & { readonly value: string }).value;
  if (element.type !== 'ObjectExpression') return undefined;
  for (const property of (element as ObjectExpression).properties) {
    if (property.type !== 'ObjectProperty' || propertyName(property.key) !== 'value') continue;
    if (property.value.type === 'StringLiteral') return property.value.value;
  }
  return undefined;
}

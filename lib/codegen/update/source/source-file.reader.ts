import type { NameMeaning } from './canonical-code.js';
import { SourceClassReader } from './source-class.reader.js';
import { SourceComments } from './source-comments.js';
import type {
  SourceConst,
  SourceFile,
  SourceImport,
  SourceImportName,
  SourceList,
  SourceStatement,
  SourceType,
} from './source-file.interface.js';
import { parseSource } from './source-parser.js';
import {
  spanOf,
  type Expression,
  type ImportDeclaration,
  type Span,
  type Statement,
  type SyntaxNode,
} from './syntax.js';

/** The package whose decorators make entities. */
const LIBRARY = 'nestjs-salesforce';

/**
 * Reads a TypeScript module.
 *
 * @param name What messages call it.
 * @throws SalesforceConfigurationException when it is none
 */
export function readSourceFile(path: string, text: string, name = path): SourceFile {
  const tree = parseSource(name, text);
  const nodes = tree.program.body;
  const imports = nodes.flatMap((node) => (node.type === 'ImportDeclaration' ? [readImport(node)] : []));
  const meaning = meaningOf(imports);
  const comments = new SourceComments(text, tree.comments ?? []);
  const reader = new StatementReader(new SourceClassReader({ text, comments, meaning }), comments);
  const header = comments.header();
  return {
    path,
    text,
    tree,
    imports,
    statements: reader.read(nodes),
    nodes,
    meaning,
    ...(header && { header }),
  };
}

class StatementReader {
  readonly #classes: SourceClassReader;
  readonly #comments: SourceComments;

  constructor(classes: SourceClassReader, comments: SourceComments) {
    this.#classes = classes;
    this.#comments = comments;
  }

  read(nodes: readonly Statement[]): SourceStatement[] {
    let after = 0;
    return nodes.flatMap((node) => {
      const read = this.#statement(node, after);
      after = spanOf(node).end;
      return read ? [read] : [];
    });
  }

  #statement(node: Statement, after: number): SourceStatement | undefined {
    const span = spanOf(node);
    if (node.type === 'ExportAllDeclaration') {
      const from = node.source.value;
      return {
        kind: 're-export',
        name: from,
        nameSpan: spanOf(node.source),
        from,
        ...span,
        ...this.#comments.of(span, after),
      };
    }
    const declaration =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : node;
    switch (declaration?.type) {
      case 'ClassDeclaration':
        return this.#classes.read(declaration, span, after);
      case 'VariableDeclaration':
        return this.#constant(declaration, span, after);
      case 'TSTypeAliasDeclaration':
        return this.#type(declaration, span, after);
      default:
        return undefined;
    }
  }

  #constant(
    node: Extract<Statement, { type: 'VariableDeclaration' }>,
    span: Span,
    after: number,
  ): SourceConst | undefined {
    const [declarator, second] = node.declarations;
    if (!declarator?.init || second || declarator.id.type !== 'Identifier') return undefined;
    const name = declarator.id.name;
    const { start } = spanOf(declarator.id);
    return {
      kind: 'const',
      name,
      nameSpan: { start, end: start + name.length },
      ...span,
      ...this.#comments.of(span, after),
      value: this.#classes.code(declarator.init),
      ...this.#items(declarator.init),
    };
  }

  #items(value: Expression): { items: SourceList } | undefined {
    const bare =
      value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression' ? value.expression : value;
    if (bare.type === 'TSAsExpression') return this.#items(bare);
    if (bare.type !== 'ArrayExpression' && bare.type !== 'ObjectExpression') return undefined;
    return { items: this.#classes.list(bare) };
  }

  #type(node: Extract<Statement, { type: 'TSTypeAliasDeclaration' }>, span: Span, after: number): SourceType {
    return {
      kind: 'type',
      name: node.id.name,
      nameSpan: spanOf(node.id),
      ...span,
      ...this.#comments.of(span, after),
      type: this.#classes.code(node.typeAnnotation),
    };
  }
}

function readImport(node: ImportDeclaration): SourceImport {
  const typeOnly = node.importKind === 'type';
  return {
    ...spanOf(node),
    from: node.source.value,
    fromSpan: spanOf(node.source),
    typeOnly,
    names: node.specifiers.flatMap((specifier): SourceImportName[] =>
      specifier.type === 'ImportSpecifier'
        ? [
            {
              ...spanOf(specifier),
              imported: nameOf(specifier.imported),
              local: specifier.local.name,
              typeOnly: typeOnly || specifier.importKind === 'type',
            },
          ]
        : [],
    ),
    others: node.specifiers
      .filter(({ type }) => type !== 'ImportSpecifier')
      .map(({ type, local }) => ({ local: local.name, namespace: type === 'ImportNamespaceSpecifier' })),
    node,
  };
}

function nameOf(node: SyntaxNode): string {
  const { name, value } = node as SyntaxNode & { readonly name?: string; readonly value?: string };
  return name ?? value ?? '';
}

/** What the library and the files of the folder export goes by its own name, what other packages export by theirs as well. */
function meaningOf(imports: readonly SourceImport[]): NameMeaning {
  const meanings = new Map<string, string>();
  for (const { from, names, others } of imports) {
    const isOwn = from === LIBRARY || from.startsWith('.');
    for (const { imported, local } of names) meanings.set(local, isOwn ? imported : `${from}:${imported}`);
    for (const { local, namespace } of others) {
      if (from === LIBRARY && namespace) meanings.set(local, '*');
    }
  }
  return (name) => meanings.get(name) ?? name;
}

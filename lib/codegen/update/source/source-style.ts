import type { SourceFile } from './source-file.interface.js';
import { spanOf } from './syntax.js';

/** How a file is laid out, as far as code that is put into it follows suit. */
export interface SourceStyle {
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One level of indentation. */
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
}

const GENERATED: SourceStyle = { quote: "'", semicolons: true, indent: '  ', newline: '\n' };

export function styleOf({ text, imports, statements, nodes }: SourceFile): SourceStyle {
  const quoted = imports[0]?.fromSpan ?? firstString(text);
  const first = nodes[0];
  return {
    quote: quoted && text[quoted.start] === '"' ? '"' : GENERATED.quote,
    semicolons: !first || !endsStatement(first.type) || text[spanOf(first).end - 1] === ';',
    indent: indentOf(text, statements) ?? GENERATED.indent,
    newline: text.includes('\r\n') ? '\r\n' : GENERATED.newline,
  };
}

function firstString(text: string): { readonly start: number } | undefined {
  const start = text.search(/["']/);
  return start < 0 ? undefined : { start };
}

function endsStatement(type: string): boolean {
  return type !== 'ExportNamedDeclaration' && type !== 'ClassDeclaration';
}

function indentOf(text: string, statements: SourceFile['statements']): string | undefined {
  for (const statement of statements) {
    const member = statement.kind === 'class' ? statement.members[0] : undefined;
    const start = member?.docs?.start ?? member?.start;
    if (start === undefined) continue;
    const found = /\n([ \t]+)$/.exec(text.slice(0, start));
    if (found) return found[1];
  }
  return /\n(\t| {2,8})\S/.exec(text)?.[1];
}

/** The white space a line begins with. */
export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** Whether an empty line stands above. */
export function isApart(text: string, offset: number): boolean {
  return /\n[ \t]*\n[ \t]*$/.test(text.slice(0, offset));
}

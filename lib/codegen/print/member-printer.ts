import { bracketed, fits, INDENT } from '../code/layout.js';
import type { MemberModel } from '../model/member.model.js';
import { decoratorLine, printDecorator } from './decorator-printer.js';
import { printDocs } from './doc-printer.js';

/** A property with its comment and its decorators, the line break behind it included. */
export function printMember(member: MemberModel): string {
  const [first, ...others] = member.decorators;
  const declaration = declarationOf(member);
  const docs = printDocs(member.docs, INDENT);
  if (first && others.length === 0) {
    const line = `${INDENT}${decoratorLine(first)} ${declaration}`;
    if (fits(line)) return `${docs}${line}\n`;
  }
  const decorators = member.decorators.map((decorator) => `${INDENT}${printDecorator(decorator, INDENT)}\n`);
  return `${docs}${decorators.join('')}${INDENT}${printDeclaration(member)}\n`;
}

/** The name and the type of a property, as they stand behind its decorators. */
export function printDeclaration(member: MemberModel): string {
  const line = declarationOf(member);
  if (fits(INDENT + line)) return line;
  const [, before, alternatives, behind] = /^(.*Polymorphic<)\{ (.*) \}(>.*)$/.exec(line) ?? [];
  if (alternatives === undefined) return withTypeApart(line);
  const lines = bracketed(['{', '}'], alternatives.split('; '), { indent: INDENT, broken: true });
  return `${before}${lines.replaceAll(/,$/gm, ';')}${behind}`;
}

/** Prettier sets the union of a list apart, and no other. */
function withTypeApart(line: string): string {
  return line.endsWith('[] | null;') ? line.replace(': ', `:\n${INDENT}${INDENT}`) : line;
}

function declarationOf({ name, readonly, optional, type }: MemberModel): string {
  return `${readonly ? 'readonly ' : ''}${name}${optional ? '?' : '!'}: ${type};`;
}

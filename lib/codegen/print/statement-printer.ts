import { fits, INDENT } from '../code/layout.js';
import type { ClassModel, StatementModel, TypeModel } from '../model/statement.model.js';
import { printDecorator } from './decorator-printer.js';
import { printDocs } from './doc-printer.js';
import { printMember } from './member-printer.js';

/** A statement, the line break behind it included. */
export function printStatement(statement: StatementModel): string {
  switch (statement.kind) {
    case 'class':
      return printClass(statement);
    case 'const':
      return `${printDocs(statement.docs)}export const ${statement.name} = ${statement.value};\n`;
    case 'type':
      return printType(statement);
    case 're-export':
      return `export * from '${statement.from}';\n`;
  }
}

function printClass(model: ClassModel): string {
  const decorators = model.decorators.map((decorator) => `${printDecorator(decorator)}\n`).join('');
  const base = model.extends === undefined ? '' : ` extends ${model.extends}`;
  const head = `export ${model.abstract ? 'abstract ' : ''}class ${model.name}${base} {`;
  const docs = printDocs(model.docs);
  if (model.members.length === 0) return `${docs}${decorators}${head}}\n`;
  const members = model.members.map((member) => ({ key: member.key, code: printMember(member) }));
  const body = members.map((member, place) => {
    const before = members[place - 1];
    return `${before && areApart(before, member) ? '\n' : ''}${member.code}`;
  });
  return `${docs}${decorators}${head}\n${body.join('')}}\n`;
}

interface PrintedMember {
  readonly key: string;
  readonly code: string;
}

/** Members of several lines stand apart; a relation stays at its foreign key, whatever comment that has. */
function areApart(one: PrintedMember, other: PrintedMember): boolean {
  const isRelation = one.key.replace(/^field /, '') === other.key.replace(/^parent /, '');
  const code = isRelation ? one.code.replace(/^\s*\/\*\*.*?\*\/\n/s, '') : one.code;
  return isLong(code) || (isLong(other.code) && !isRelation);
}

function isLong(code: string): boolean {
  return code.indexOf('\n') !== code.length - 1;
}

function printType({ name, docs, type }: TypeModel): string {
  const line = `export type ${name} = ${type};`;
  return `${printDocs(docs)}${fits(line) ? line : openType(name, type)}\n`;
}

function openType(name: string, type: string): string {
  const [, generic, argument] = /^(\w+)<(.*)>$/.exec(type) ?? [];
  return generic === undefined
    ? `export type ${name} =\n${INDENT}${type};`
    : `export type ${name} = ${generic}<\n${INDENT}${argument}\n>;`;
}

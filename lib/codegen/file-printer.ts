import type { GeneratedFile } from './model/generated-file.model.js';
import type { StatementModel } from './model/statement.model.js';
import { printImports } from './print/import-printer.js';
import { printStatement } from './print/statement-printer.js';

/** The text of a file, laid out as prettier does with single quotes, trailing commas and lines of 110 characters. */
export function printFile({ header, imports, statements }: GeneratedFile): string {
  const parts = [
    header === undefined ? '' : printHeader(header),
    printImports(imports),
    ...groupsOf(statements).map((group) => group.map(printStatement).join('')),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Comments stay as they are; other text becomes one. */
function printHeader(header: string): string {
  const text = header.trim();
  if (/^(?:\/\/|\/\*)/.test(text)) return `${text}\n`;
  return text
    .split(/\r?\n/)
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}

/** A type stands below the constant of its name, re-exports below each other; an empty line sets all others apart. */
function groupsOf(statements: readonly StatementModel[]): readonly (readonly StatementModel[])[] {
  const groups: StatementModel[][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && belongTogether(before, statement)) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function belongTogether(one: StatementModel, other: StatementModel): boolean {
  if (one.kind === 're-export') return other.kind === 're-export';
  return one.kind === 'const' && other.kind === 'type' && one.name === other.name;
}

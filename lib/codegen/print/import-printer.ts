import { bracketed } from '../code/layout.js';
import type { ImportModel } from '../model/import.model.js';

/** The import statements of a file, one a module. */
export function printImports(imports: readonly ImportModel[]): string {
  const modules = [...new Set(imports.map(({ from }) => from))];
  return modules
    .map((from) => {
      const names = imports.filter((one) => one.from === from);
      return `${printImport(from, names)}\n`;
    })
    .join('');
}

/** What one module gives, as a statement. */
export function printImport(from: string, names: readonly ImportModel[]): string {
  const areTypes = names.every(({ typeOnly }) => typeOnly);
  const before = areTypes ? 'import type ' : 'import ';
  const items = names.map(({ name, typeOnly }) => (typeOnly && !areTypes ? `type ${name}` : name));
  const behind = ` from '${from}';`;
  // Prettier lets a single name stand, however long the line.
  if (items.length === 1) return `${before}{ ${items[0]} }${behind}`;
  return before + bracketed(['{', '}'], items, { before, behind }) + behind;
}

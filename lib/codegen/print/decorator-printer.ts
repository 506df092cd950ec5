import { bracketed, fits, INDENT } from '../code/layout.js';
import { printOption } from './option-printer.js';
import type { DecoratorModel, DecoratorOptions } from '../model/decorator.model.js';

type Argument = DecoratorModel['args'][number];

/** A decorator in one line, however long. */
export function decoratorLine({ name, args }: DecoratorModel): string {
  return `@${name}(${args.map((arg) => argumentLine(arg)).join(', ')})`;
}

/** A decorator on lines of its own. */
export function printDecorator(decorator: DecoratorModel, indent = ''): string {
  const line = decoratorLine(decorator);
  if (fits(indent + line)) return line;
  const { name, args } = decorator;
  return withLastArgumentOpen(name, args, indent) ?? withArgumentsApart(name, args, indent);
}

/** `@Lookup(() => User, 'ownerId', {`: what stands before the options still fits into one line with them opened. */
function withLastArgumentOpen(name: string, args: readonly Argument[], indent: string): string | undefined {
  const last = args.at(-1);
  if (last === undefined || typeof last === 'string') return undefined;
  const before = `@${name}(${args
    .slice(0, -1)
    .map((arg) => `${argumentLine(arg)}, `)
    .join('')}`;
  return fits(`${indent}${before}{`) ? `${before}${openOptions(last, indent)})` : undefined;
}

function withArgumentsApart(name: string, args: readonly Argument[], indent: string): string {
  const inner = indent + INDENT;
  const lines = args.map((arg) => {
    const line = argumentLine(arg);
    if (fits(`${inner}${line},`)) return line;
    return typeof arg === 'string' ? openArrow(arg, inner) : openOptions(arg, inner);
  });
  return `@${name}(\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent})`;
}

/** `() => ({ Account, Contact })`, the only code that gets long. */
function openArrow(code: string, indent: string): string {
  const names = /^\(\) => \(\{ (.*) \}\)$/.exec(code)?.[1];
  if (names === undefined) return code;
  return `() => (${bracketed(['{', '}'], names.split(', '), { indent, broken: true })})`;
}

function openOptions({ options }: DecoratorOptions, indent: string): string {
  const items = options.map(([name, code]) => printOption(name, code, indent + INDENT));
  return bracketed(['{', '}'], items, { indent, broken: true });
}

function argumentLine(arg: Argument): string {
  if (typeof arg === 'string') return arg;
  return `{ ${arg.options.map(([name, code]) => `${name}: ${code}`).join(', ')} }`;
}

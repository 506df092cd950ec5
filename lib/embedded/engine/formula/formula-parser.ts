import { FormulaError } from './formula-error.js';
import type { FormulaNode, FormulaOperator } from './formula-node.js';

const TOKEN =
  /\s*(?:\/\*[\s\S]*?\*\/\s*)*(?:(\d+\.?\d*|\.\d+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*)*)|(\|\||&&|<>|!=|==|<=|>=|[-+*/^&=<>!(),]))/y;

/** From those that bind least. */
const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!=', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const SAME: Readonly<Record<string, FormulaOperator>> = { '==': '=', '!=': '<>' };
const CONSTANTS: Readonly<Record<string, boolean | null>> = { TRUE: true, FALSE: false, NULL: null };

/** How deep parentheses and calls may be nested: more than the platform compiles. */
const MAX_DEPTH = 200;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

/** @throws FormulaError saying what is not understood, and where */
export function parseFormula(text: string): FormulaNode {
  return new FormulaParser(text).parse();
}

class FormulaParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  parse(): FormulaNode {
    const node = this.#binary(0);
    if (this.#next.kind !== 'end') throw this.#unexpected();
    return node;
  }

  get #next(): Token {
    return this.#tokens[this.#place]!;
  }

  #binary(level: number): FormulaNode {
    const operators = PRECEDENCE[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    while (this.#next.kind === 'sign' && operators.includes(this.#next.text)) {
      const sign = this.#next.text;
      this.#place++;
      const right = this.#binary(level + 1);
      left = { kind: 'binary', operator: SAME[sign] ?? (sign as FormulaOperator), left, right };
    }
    return left;
  }

  #unary(): FormulaNode {
    const { text } = this.#next;
    if (this.#takes('-') || this.#takes('!')) {
      return { kind: 'negation', operator: text as '-' | '!', operand: this.#unary() };
    }
    this.#takes('+');
    return this.#primary();
  }

  #primary(): FormulaNode {
    const token = this.#next;
    if (token.kind === 'end') throw this.#unexpected();
    this.#place++;
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'literal', value: unquoted(token.text) };
    if (token.kind === 'name') return this.#named(token.text);
    if (token.text !== '(') {
      this.#place--;
      throw this.#unexpected();
    }
    return this.#nested(() => {
      const node = this.#binary(0);
      this.#require(')');
      return node;
    });
  }

  #named(name: string): FormulaNode {
    if (this.#takes('(')) {
      return this.#nested(() => ({ kind: 'call', name: name.toUpperCase(), args: this.#arguments() }));
    }
    const constant = CONSTANTS[name.toUpperCase()];
    return constant === undefined
      ? { kind: 'field', path: name.split('.') }
      : { kind: 'literal', value: constant };
  }

  #arguments(): FormulaNode[] {
    if (this.#takes(')')) return [];
    const args = [this.#binary(0)];
    while (this.#takes(',')) args.push(this.#binary(0));
    this.#require(')');
    return args;
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new FormulaError('The formula is nested too deeply.');
    const node = read();
    this.#depth--;
    return node;
  }

  #takes(sign: string): boolean {
    if (this.#next.kind !== 'sign' || this.#next.text !== sign) return false;
    this.#place++;
    return true;
  }

  #require(sign: string): void {
    if (!this.#takes(sign)) throw this.#unexpected();
  }

  #unexpected(): FormulaError {
    const { kind, text } = this.#next;
    const found = kind === 'end' ? 'the end' : `'${text}'`;
    return new FormulaError(`Syntax error. Found ${found} in the formula ${this.#text}`);
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  while (text.slice(place).trim() !== '') {
    TOKEN.lastIndex = place;
    const match = TOKEN.exec(text);
    if (!match)
      throw new FormulaError(`Syntax error. Found '${text.slice(place).trim()}' in the formula ${text}`);
    place = TOKEN.lastIndex;
    const [, number, quoted, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign! });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/g, (_, mark: string) => ESCAPES[mark] ?? mark);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

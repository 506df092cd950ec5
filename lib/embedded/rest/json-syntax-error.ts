import { OrgError } from '../org-error.js';

const TOKEN =
  // oxlint-disable-next-line no-control-regex -- JSON forbids exactly these characters inside a text.
  /\s*(?:[{}[\],:]|"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

type Expectation = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'end' | 'comma';

/** The refusal of a text that is no JSON, naming the place where it stops being any. */
export function jsonSyntaxError(text: string): OrgError {
  const { offset, expected } = locate(text);
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const place = ` at [line:${line}, column:${column}]`;
  const character = text.codePointAt(offset);
  if (character === undefined) {
    return new OrgError('JSON_PARSER_ERROR', `Unexpected end-of-input${place}`);
  }
  const what = `Unexpected character ('${String.fromCodePoint(character)}' (code ${character}))`;
  return new OrgError('JSON_PARSER_ERROR', `${what}: was expecting ${WORDS[expected]}${place}`);
}

const WORDS: Readonly<Record<Expectation, string>> = {
  value: 'a valid value',
  'value or ]': 'a valid value',
  name: 'double-quote to start field name',
  'name or }': 'double-quote to start field name',
  colon: 'a colon to separate field name and value',
  comma: 'comma to separate entries',
  end: 'end-of-input',
};

/** Walks the tokens as far as they make sense. */
function locate(text: string): { readonly offset: number; readonly expected: Expectation } {
  const open: string[] = [];
  let expected: Expectation = 'value';
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0].trim();
    const end = TOKEN.lastIndex;
    const next: Expectation | undefined = token === undefined ? undefined : advance(expected, token, open);
    if (next === undefined) return { offset: offset + text.slice(offset).search(/\S|$/), expected };
    expected = next;
    offset = end;
  }
}

/** What may follow a token, or `undefined` where the token itself may not stand. */
function advance(expected: Expectation, token: string, open: string[]): Expectation | undefined {
  const afterValue = (): Expectation => (open.length > 0 ? 'comma' : 'end');
  const isText = token.startsWith('"');
  if (token === '}' || token === ']') {
    const closes = open.at(-1) === (token === '}' ? '{' : '[');
    if (!closes || !(expected === 'comma' || expected.endsWith(token))) return undefined;
    open.pop();
    return afterValue();
  }
  if (expected === 'comma') return token === ',' ? (open.at(-1) === '{' ? 'name' : 'value') : undefined;
  if (expected === 'colon') return token === ':' ? 'value' : undefined;
  if (expected.startsWith('name')) return isText ? 'colon' : undefined;
  if (expected === 'end' || token === ',' || token === ':') return undefined;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'name or }' : 'value or ]';
  }
  return afterValue();
}

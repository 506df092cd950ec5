import { describe, expect, it, jest } from '@jest/globals';

let work = 0;

/** The array of the characters, which counts how often one is looked at. */
function counted(codes: Uint8Array): Uint8Array {
  return new Proxy(codes, {
    get(target, property) {
      work += 1;
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        work += target.length;
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}

const characters = await import('../../../../lib/soql/parser/characters.js');
jest.unstable_mockModule('../../../../lib/soql/parser/characters.js', () => ({
  ...characters,
  CHARACTERS: counted(characters.CHARACTERS),
  characterAt: (position: number) => {
    work += 1;
    return characters.characterAt(position);
  },
  readCharacters: (text: string) => {
    work += text.length;
    characters.readCharacters(text);
  },
}));
const { parseSoql } = await import('../../../../lib/soql/parser/soql-parser.js');

/** How many characters the methods of a text look at, or copy; a regular expression is taken to look at all of them. */
const COSTS: Readonly<Record<string, (text: string, args: readonly unknown[], result: unknown) => number>> = {
  charCodeAt: () => 1,
  codePointAt: () => 1,
  charAt: () => 1,
  slice: (_, __, result) => String(result).length,
  substring: (_, __, result) => String(result).length,
  startsWith: (_, [search]) => String(search).length,
  indexOf: (text, [, from = 0], result) => (result === -1 ? text.length : Number(result)) - Number(from),
  lastIndexOf: (text) => text.length,
  toUpperCase: (text) => text.length,
  toLowerCase: (text) => text.length,
  split: (text) => text.length,
  replace: (text) => text.length,
  replaceAll: (text) => text.length,
};

/** Has every look at a text counted while something is done. */
function observed(run: () => void): void {
  const { exec } = RegExp.prototype;
  const methods = Object.keys(COSTS).map((name) => [name, Reflect.get(String.prototype, name)] as const);
  for (const [name, method] of methods) {
    Reflect.set(String.prototype, name, function observe(this: string, ...args: unknown[]) {
      const result: unknown = Reflect.apply(method, this, args);
      work += COSTS[name]!(this, args, result);
      return result;
    });
  }
  Reflect.set(RegExp.prototype, 'exec', function observe(this: RegExp, subject: string) {
    work += subject.length;
    return exec.call(this, subject);
  });
  try {
    run();
  } finally {
    for (const [name, method] of methods) Reflect.set(String.prototype, name, method);
    Reflect.set(RegExp.prototype, 'exec', exec);
  }
}

function workOn(text: string): number {
  work = 0;
  observed(() => {
    try {
      parseSoql(text);
    } catch (error) {
      if (!(error instanceof Error && 'errorCode' in error)) throw error;
    }
  });
  return work;
}

/** Texts of a kind, with about as many characters as are asked for. */
const KINDS: Readonly<Record<string, (length: number) => string>> = {
  'a long select list': (length) => `SELECT ${'Berth.Name, '.repeat(length / 12)}Id FROM Tug`,
  'a long list of values': (length) =>
    `SELECT Id FROM Tug WHERE Id IN (${"'0015g00000A1b2C', ".repeat(length / 19)}'x')`,
  'many conditions': (length) => `SELECT Id FROM Tug WHERE ${'A = 1 AND '.repeat(length / 10)}B = 2`,
  'a long text': (length) => `SELECT Id FROM Tug WHERE A = '${'x'.repeat(length)}'`,
  'a long text beyond ASCII': (length) => `SELECT Id FROM Tug WHERE A = '${'ß'.repeat(length)}'`,
  'a long text of escapes': (length) => `SELECT Id FROM Tug WHERE A = '${"\\'\\u0041".repeat(length / 8)}'`,
  'a text without an end': (length) => `SELECT Id FROM Tug WHERE A = '${'x '.repeat(length / 2)}`,
  'a long number': (length) => `SELECT Id FROM Tug WHERE A = ${'9'.repeat(length)}`,
  'a long illegal token': (length) => `SELECT Id FROM Tug WHERE A = 1${'x'.repeat(length)}`,
  'a long name': (length) => `SELECT Id FROM ${'x'.repeat(length)} WHERE A = `,
  'a long path': (length) => `SELECT ${'a.'.repeat(length / 2)}b FROM Tug`,
  'much white space': (length) => `SELECT Id${' \n'.repeat(length / 2)}FROM Tug WHERE`,
  'many subqueries': (length) => `SELECT ${'(SELECT Id FROM Jobs), '.repeat(length / 23)}Id FROM Tug`,
  'an error at the end of many lines': (length) =>
    `SELECT Id FROM Tug WHERE ${'A = 1 AND\n'.repeat(length / 10)}`,
  'names that are nearly numbers': (length) =>
    `SELECT Id FROM Tug WHERE A IN (${'USD1.5, '.repeat(length / 8)}USD1.5x)`,
};

describe('the work of parseSoql', () => {
  it.each(Object.entries(KINDS))('doubles with the length of the query: %s', (_, textOf) => {
    const [once, twice] = [workOn(textOf(20_000)), workOn(textOf(40_000))];
    // Every character is looked at once at least, and so counted.
    expect(once).toBeGreaterThan(20_000);
    expect(twice / once).toBeLessThan(2.1);
  });
});

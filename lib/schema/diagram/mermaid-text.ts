/** Words that begin something else where Mermaid expects the name of an entity. */
const KEYWORDS = new Set([
  'acctitle',
  'accdescr',
  'class',
  'classdef',
  'direction',
  'end',
  'erdiagram',
  'many',
  'one',
  'only',
  'optionally',
  'style',
  'subgraph',
  'title',
  'to',
  'u',
  'zero',
]);

/** The name of an entity: in quotes where it could be read as something else. */
export function entityName(name: string): string {
  return isPlainName(name) ? name : quoted(name);
}

/** Whether a name needs no quotes: what gives entities a style cannot quote theirs. */
export function isPlainName(name: string): boolean {
  return /^[a-z]\w*$/i.test(name) && !KEYWORDS.has(name.toLowerCase());
}

/** The name or the type of an attribute, which cannot be quoted: what it may not hold is left out. */
export function attributeWord(name: string): string {
  const word = name.replaceAll(/[^\w-]/g, '_');
  return /^[a-z_]/i.test(word) && !/^[pfu]k$/i.test(word) ? word : `_${word}`;
}

/**
 * Text in quotes, on one line. What Mermaid would read as markup, as a comment or as the end of the text is written as one of
 * the entities that it has for that.
 */
export function quoted(text: string): string {
  return `"${lineText(text)}"`;
}

/** Text as it may stand in quotes. */
export function lineText(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.replaceAll(/["<>#%\\`*]|(?<!\w)__|__(?!\w)/g, (found) => found.replaceAll(/./g, entityOf));
}

function entityOf(character: string): string {
  return `#${character.codePointAt(0)};`;
}

/** Characters that mean something in the braces of FIND, or may: the platform refuses most of them unescaped. */
const RESERVED = /[?&|!{}[\]()^~*:\\"'+-]/;
const TO_ESCAPE = new RegExp(`\\\\[\\\\*?]|${RESERVED.source}`, 'g');

/** Whether a character has to be escaped to be itself. */
export function isReserved(character: string): boolean {
  return RESERVED.test(character);
}

/** The pattern that finds a text itself: its wildcards and backslashes lose their meaning. */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\*?]/g, '\\$&');
}

/** A pattern as it is written in FIND: its wildcards stay wildcards, everything else is itself. */
export function escapePattern(pattern: string): string {
  return pattern.replaceAll(TO_ESCAPE, (found) =>
    found.length > 1 || found === '*' || found === '?' ? found : `\\${found}`,
  );
}

/** How many characters a pattern asks for, its wildcards not counted. */
export function patternLength(pattern: string): number {
  return [...pattern.replaceAll(/\\(.)|[*?]/gsu, '$1')].length;
}

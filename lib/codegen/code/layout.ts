/** Characters a line holds, as the project's prettier has it. */
export const LINE_WIDTH = 110;

export const INDENT = '  ';

/** Whether a line is not too long. Wide characters count twice, as they do for prettier. */
export function fits(line: string): boolean {
  return widthOf(line) <= LINE_WIDTH;
}

function widthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- the point is to see whether there is anything beyond ASCII
  if (/^[\x00-\x7F]*$/.test(text)) return text.length;
  return [...text.normalize('NFC').replaceAll(/\p{M}/gu, '')].reduce(
    (sum, character) => sum + (WIDE.test(character) ? 2 : 1),
    0,
  );
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;

/** Items between brackets: in one line if they fit behind what stands before and before what stands behind, else one a line. */
export function bracketed(
  brackets: readonly [open: string, close: string],
  items: readonly string[],
  { before = '', behind = '', indent = '', broken = false },
): string {
  const [open, close] = brackets;
  const padding = open === '{' ? ' ' : '';
  const line = `${open}${padding}${items.join(', ')}${padding}${close}`;
  if (items.length === 0) return `${open}${close}`;
  if (!broken && !line.includes('\n') && fits(`${indent}${before}${line}${behind}`)) return line;
  return `${open}\n${items.map((item) => `${indent}${INDENT}${item},\n`).join('')}${indent}${close}`;
}

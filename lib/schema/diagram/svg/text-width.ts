/** How a text is set: the fonts are whatever the reader has, so that widths are those of the widest usual one. */
export interface Typeface {
  readonly size: number;
  /** Width of a character, in parts of the size. */
  readonly advance: number;
}

export const MONOSPACED = 0.602;
export const SANS = 0.6;
export const SANS_BOLD = 0.69;

/** Width in pixels that a text takes at most. */
export function textWidth(text: string, { size, advance }: Typeface): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 1 : advance;
  return Math.ceil(width * size);
}

/** A text that is not longer than so many characters. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Chinese, Japanese and Korean characters, and most emoji, are as wide as they are high. */
function isWide(character: string): boolean {
  return /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{3FFFD}]/u.test(
    character,
  );
}

/**
 * A text of its own. A piece of a larger text keeps all of that in memory, which adds up to a whole file where something is
 * kept of every row.
 */
export function ownText(text: string): string {
  return Buffer.from(text).toString();
}

/** How many characters of the query are shown before the place and behind it, before the cut moves outwards to the end of a word. */
const WINDOW = 30;

/**
 * Salesforce's form of a message about a place in a query: the text around it, a caret under it, row and column counted
 * from one, and the detail.
 *
 * @param offset Position in `text`, counted from zero.
 */
export function queryErrorMessage(text: string, offset: number, detail: string): string {
  const lineStart = text.slice(0, offset).lastIndexOf('\n') + 1;
  const nextBreak = text.indexOf('\n', offset);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;

  let start = Math.max(lineStart, offset - WINDOW);
  while (start > lineStart && !isSeparator(text[start - 1])) start--;
  let end = Math.min(lineEnd, offset + 1 + WINDOW);
  while (end < lineEnd && !isSeparator(text[end])) end++;

  let row = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < lineStart; i = text.indexOf('\n', i + 1)) row++;

  const caret = `${' '.repeat(offset - start)}^`;
  const place = `ERROR at Row:${row}:Column:${offset - lineStart + 1}`;
  return `\n${text.slice(start, end)}\n${caret}\n${place}\n${detail}`;
}

function isSeparator(character: string | undefined): boolean {
  return character === ' ' || character === ',' || character === '\t' || character === '\r';
}

const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const SHOWN: Readonly<Record<string, string>> = { '\n': '⏎', '\t': ' ' };

/**
 * Text of an org in one line, as a terminal may get it: control characters, which could move the cursor or recolour what
 * stands elsewhere, are left out, and so are those that turn the direction of writing.
 */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(CONTROLS, (control) => SHOWN[control] ?? '');
}

/** Text of an org that may have many lines, such as a message that shows the place in a query. */
export function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printable).join('\n');
}

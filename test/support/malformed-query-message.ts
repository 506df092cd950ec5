/** The text of the query around a place, a caret under it, row and column, and the detail. */
const PICTURE = /^\n(?<window>[^\n]*)\n(?<caret> *\^)\nERROR at Row:\d+:Column:\d+\n(?<detail>[^]*)$/;

const DETAILS = [
  /^unexpected token: '.+'$/s,
  /^line \d+:\d+ unexpected token: '.+'$/su,
  /^Bind variables only allowed in Apex code$/,
  /^Invalid date(time)?: \d\S*$/,
  /^string literals cannot be longer than 4000 characters$/,
  /^the query is nested more than \d+ levels deep$/,
];

const UNPICTURED = [
  /^line \d+:\d+ mismatched character '<EOF>' expecting '''$/,
  /^Invalid string literal '.*'\. Illegal character sequence '\\.?' in string literal\.$/su,
  /^SOQL statements can not be longer than 100000 characters\.$/,
];

/** Whether a message has one of the forms that Salesforce has for a text that is no query. */
export function isMalformedQueryMessage(message: string): boolean {
  const picture = PICTURE.exec(message)?.groups;
  if (!picture) return UNPICTURED.some((form) => form.test(message));
  const { window = '', caret = '', detail = '' } = picture;
  return caret.length <= window.length + 1 && DETAILS.some((form) => form.test(detail));
}

/** The code of a text, in the quotes that need fewer backslashes, single ones if neither does. */
export function textLiteral(text: string): string {
  const single = text.split("'").length > text.split('"').length ? '"' : "'";
  const inner = text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(single, `\\${single}`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll(INVISIBLE, escapeSequence);
  return single + inner + single;
}

/** Characters that editors do not show, or that turn the text around them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeSequence(character: string): string {
  return [...character]
    .flatMap((one) => Array.from({ length: one.length }, (_, place) => one.charCodeAt(place)))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** The code of a text, number or boolean. */
export function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? textLiteral(value) : String(value);
}

/** The name of a member in an object literal, in quotes where it needs them. */
export function memberName(name: string): string {
  return /^[A-Z_$][\w$]*$/i.test(name) ? name : textLiteral(name);
}

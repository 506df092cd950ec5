export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of an XML document; what is inside it is markup already. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeMarkup(String(typeof value === 'number' ? rounded(value) : value))}"`,
    )
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** Text as XML may hold it, in content and in attributes. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(NOT_XML, '\u{FFFD}').replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** A coordinate: tenths of a pixel are seen by nobody. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no XML document may hold, escaped neither. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

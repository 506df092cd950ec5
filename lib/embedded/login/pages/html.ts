/** Markup that is safe to be sent: only {@link html} makes it. */
export interface Html {
  readonly html: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Piece = string | number | Html | readonly Html[] | undefined;

/** Markup in which every value is escaped that is not markup itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const text = strings.map((string, index) => string + write(values[index])).join('');
  return { html: text };
}

function write(value: Piece): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'html' in value ? value.html : value.map((one) => one.html).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

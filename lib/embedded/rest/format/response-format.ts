/** What values are written as. */
export type ResponseFormat = 'json' | 'xml';

const JSON_TYPES = ['application/json', 'application/*', '*/*'] as const;
const XML_TYPES = ['application/xml', 'text/xml', 'application/*', 'text/*', '*/*'] as const;

/** JSON, unless the client likes XML better: it names XML, and gives JSON less weight or names it later, or not at all. */
export function formatOf(accept: string | undefined): ResponseFormat {
  if (accept === undefined || !/xml/i.test(accept)) return 'json';
  const ranges = rangesOf(accept);
  const json = bestOf(ranges, JSON_TYPES);
  const xml = bestOf(ranges, XML_TYPES);
  if (xml.weight === 0 || xml.specificity > 1) return 'json';
  if (xml.weight !== json.weight) return xml.weight > json.weight ? 'xml' : 'json';
  return json.specificity > 0 || xml.position < json.position ? 'xml' : 'json';
}

interface MediaRange {
  readonly type: string;
  readonly weight: number;
}

interface Preference {
  readonly weight: number;
  readonly position: number;
  /** 0 for the type itself; what is not asked for has none. */
  readonly specificity: number;
}

function rangesOf(accept: string): readonly MediaRange[] {
  return accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { type, weight: quality === undefined ? 1 : Number(quality) || 0 };
  });
}

/** The range that says most about a list of types, the nearest first. */
function bestOf(ranges: readonly MediaRange[], types: readonly string[]): Preference {
  for (const [specificity, type] of types.entries()) {
    const position = ranges.findIndex((range) => range.type === type);
    if (position >= 0) return { weight: ranges[position]!.weight, position, specificity };
  }
  return { weight: 0, position: Infinity, specificity: Infinity };
}

import { OrgError } from '../../org-error.js';

/** An element of an XML text by its local name: prefixes and attributes say nothing that a SOAP request needs. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities replaced. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly qualifiedName: string;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[(?<cdata>[^]*?)\]\]>|<\/(?<close>[\w.:-]+)\s*>|<(?<open>[\w.:-]+)(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/)?>|(?<text>[^<]+)/y;
const ENTITY = /&(?:#x(?<hex>[\da-fA-F]+)|#(?<decimal>\d+)|(?<name>\w+));/g;
const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/**
 * Reads an XML text. Document types are refused, and entities with them, except for the five that XML itself has.
 *
 * @throws OrgError when it is not well-formed
 */
export function parseXml(source: string): XmlElement {
  const document: OpenElement = { name: '', qualifiedName: '', children: [], text: '' };
  const open: OpenElement[] = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source)?.groups;
    if (!token) throw malformed();
    consume(token, open);
  }
  const [root] = document.children;
  if (open.length !== 1 || document.children.length !== 1 || !root || document.text.trim() !== '')
    throw malformed();
  return root;
}

function consume(token: Readonly<Record<string, string | undefined>>, open: OpenElement[]): void {
  const current = open.at(-1)!;
  if (token['close'] !== undefined) {
    if (open.length < 2 || token['close'] !== current.qualifiedName) throw malformed();
    open.pop();
  } else if (token['open'] !== undefined) {
    const qualifiedName = token['open'];
    const name = qualifiedName.slice(qualifiedName.indexOf(':') + 1);
    const element: OpenElement = { name, qualifiedName, children: [], text: '' };
    current.children.push(element);
    if (token['empty'] === undefined) open.push(element);
  } else {
    current.text += token['cdata'] ?? decode(token['text'] ?? '');
  }
}

function decode(text: string): string {
  return text.replace(ENTITY, (...match) => {
    const { hex, decimal, name } = match.at(-1) as Record<string, string | undefined>;
    const character = name === undefined ? codePoint(hex, decimal) : NAMED.get(name);
    if (character === undefined) throw malformed();
    return character;
  });
}

function codePoint(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

function malformed(): OrgError {
  return new OrgError('UNKNOWN_EXCEPTION', 'The SOAP request is not well-formed XML');
}

import { OrgError } from '../org-error.js';

/** An element of an XML text, named without its prefix. */
export interface XmlElement {
  readonly name: string;
  /** By local name; declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities replaced. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly qualifiedName: string;
  readonly children: XmlElement[];
  text: string;
}

const NAME = String.raw`[\p{L}_:][\p{L}\p{N}_:.\-]*`;
const TOKEN = new RegExp(
  [
    String.raw`<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[(?<cdata>[^]*?)\]\]>`,
    String.raw`<\/(?<close>${NAME})\s*>`,
    String.raw`<(?<open>${NAME})(?<attributes>(?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/)?>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'yu',
);
const ATTRIBUTE = new RegExp(
  String.raw`(?<name>${NAME})\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`,
  'gu',
);
const REFERENCE = /&(?:(?:#x(?<hex>[\da-fA-F]{1,6})|#(?<decimal>\d{1,7})|(?<name>[\w.-]+));)?/g;
const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));
const NONE: ReadonlyMap<string, string> = new Map();

/** What is nested deeper is no request of any resource. */
const MAX_DEPTH = 500;

/**
 * Reads an XML text. Document types are refused, and entities with them, except for the five that XML itself has.
 *
 * @throws OrgError `XML_PARSER_ERROR`, in the words of the platform's parser, when it is not well-formed
 */
export function parseXml(source: string): XmlElement {
  const document: OpenElement = {
    name: '',
    qualifiedName: '',
    attributes: NONE,
    children: [],
    text: '',
  };
  const open: OpenElement[] = [document];
  TOKEN.lastIndex = source.startsWith('\uFEFF') ? 1 : 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source)?.groups;
    if (!token) throw unreadable(source, at, open);
    consume(token, open);
    if (document.text.trim() !== '') throw outside(document);
    if (document.children.length > 1) throw malformed(AFTER_ROOT);
  }
  const [root] = document.children;
  if (open.length > 1) throw malformed('XML document structures must start and end within the same entity.');
  if (!root) throw malformed('Premature end of file.');
  return root;
}

const AFTER_ROOT = 'The markup in the document following the root element must be well-formed.';

function consume(token: Readonly<Record<string, string | undefined>>, open: OpenElement[]): void {
  const current = open.at(-1)!;
  if (token['close'] !== undefined) {
    if (open.length < 2 || token['close'] !== current.qualifiedName) throw unbalanced(open);
    open.pop();
  } else if (token['open'] !== undefined) {
    if (open.length > MAX_DEPTH) throw malformed('The document is nested too deeply.');
    const element = elementOf(token['open'], token['attributes'] ?? '');
    current.children.push(element);
    if (token['empty'] === undefined) open.push(element);
  } else {
    current.text += token['cdata'] ?? decode(token['text'] ?? '');
  }
}

function elementOf(qualifiedName: string, attributes: string): OpenElement {
  return {
    name: localName(qualifiedName),
    qualifiedName,
    attributes: attributes === '' ? NONE : attributesOf(attributes),
    children: [],
    text: '',
  };
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const { groups = {} } of source.matchAll(ATTRIBUTE)) {
    const name = groups['name'] ?? '';
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    attributes.set(localName(name), decode(groups['double'] ?? groups['single'] ?? ''));
  }
  return attributes;
}

function localName(qualifiedName: string): string {
  return qualifiedName.slice(qualifiedName.indexOf(':') + 1);
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (...match) => {
    const { hex, decimal, name } = match.at(-1) as Record<string, string | undefined>;
    if (name !== undefined) return NAMED.get(name) ?? refuseEntity(name);
    if (hex === undefined && decimal === undefined) {
      throw malformed("The entity name must immediately follow the '&' in the entity reference.");
    }
    return characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function refuseEntity(name: string): never {
  throw malformed(`The entity "${name}" was referenced, but not declared.`);
}

function characterOf(code: number): string {
  const isCharacter =
    code >= 0x20 ? code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) : [9, 10, 13].includes(code);
  if (isCharacter) return String.fromCodePoint(code);
  throw malformed(`Character reference "&#${code};" is an invalid XML character.`);
}

/** Why no token begins at a place. */
function unreadable(source: string, at: number, open: readonly OpenElement[]): OrgError {
  const rest = source.slice(at, at + 100);
  if (/^<!DOCTYPE/i.test(rest)) {
    return malformed(
      'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
    );
  }
  if (!source.slice(at).includes('>')) {
    return malformed('XML document structures must start and end within the same entity.');
  }
  const name = new RegExp(`^<(${NAME})`, 'u').exec(rest)?.[1];
  if (name !== undefined) {
    return malformed(
      `Element type "${name}" must be followed by either attribute specifications, ">" or "/>".`,
    );
  }
  return open.length > 1 && rest.startsWith('</')
    ? unbalanced(open)
    : malformed('The content of elements must consist of well-formed character data or markup.');
}

function unbalanced(open: readonly OpenElement[]): OrgError {
  const name = open.length > 1 ? open.at(-1)?.qualifiedName : undefined;
  if (name === undefined) return malformed(AFTER_ROOT);
  return malformed(`The element type "${name}" must be terminated by the matching end-tag "</${name}>".`);
}

function outside(document: OpenElement): OrgError {
  return malformed(
    document.children.length > 0
      ? 'Content is not allowed in trailing section.'
      : 'Content is not allowed in prolog.',
  );
}

function malformed(message: string): OrgError {
  return new OrgError('XML_PARSER_ERROR', message);
}

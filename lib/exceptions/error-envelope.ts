import type { ApiError, OAuthError } from '../protocol/api-error.interface.js';

/** The forms an error's body comes in. */
export type ErrorEnvelope =
  | { readonly kind: 'errors'; readonly errors: readonly ApiError[] }
  | { readonly kind: 'oauth'; readonly error: OAuthError; readonly text: string }
  | { readonly kind: 'matches'; readonly urls: readonly string[]; readonly text: string }
  | { readonly kind: 'json' | 'html' | 'text'; readonly text: string }
  | { readonly kind: 'broken-json' | 'empty' };

const LONGEST_EXCERPT = 200;

/** Finds out which form a body has. Nothing is assumed of its content type, which proxies and error pages get wrong. */
export function readErrorEnvelope(body: string): ErrorEnvelope {
  const text = body.trim();
  if (text === '') return { kind: 'empty' };
  if (/^[[{"]/.test(text)) return readJson(text);
  if (!text.startsWith('<')) return { kind: 'text', text: excerpt(text) };
  const errors = readXmlErrors(text);
  return errors.length > 0 ? { kind: 'errors', errors } : { kind: 'html', text: pageTitle(text) };
}

function readJson(text: string): ErrorEnvelope {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'broken-json' };
  }
  const entries = Array.isArray(json) ? json : [json];
  const errors = entries.flatMap(toApiError);
  if (entries.length > 0 && errors.length === entries.length) return { kind: 'errors', errors };
  if (isOAuthError(json)) return { kind: 'oauth', error: json, text: excerpt(text) };
  if (Array.isArray(json) && json.every((entry) => typeof entry === 'string')) {
    return { kind: 'matches', urls: json, text: excerpt(text) };
  }
  return { kind: 'json', text: excerpt(text) };
}

/** The code is called `errorCode` by REST, `statusCode` by collections and `exceptionCode` by the first bulk API. */
function toApiError(entry: unknown): ApiError[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const source = entry as Record<string, unknown>;
  const errorCode = source['errorCode'] ?? source['statusCode'] ?? source['exceptionCode'];
  const message = source['message'] ?? source['exceptionMessage'];
  if (typeof errorCode !== 'string' || typeof message !== 'string') return [];
  const { fields } = source;
  return [{ errorCode, message, ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}) }];
}

function isOAuthError(json: unknown): json is OAuthError {
  return typeof json === 'object' && json !== null && 'error' in json && typeof json.error === 'string';
}

const XML_ERROR =
  /<errorCode>([^<]*)<\/errorCode>\s*<message>([^<]*)<\/message>|<message>([^<]*)<\/message>\s*<errorCode>([^<]*)<\/errorCode>/g;
const XML_FAULT = /<faultcode>(?:\w+:)?([^<]*)<\/faultcode>\s*<faultstring>([^<]*)<\/faultstring>/;

/** `<Errors>` of REST asked for XML, and faults: of SOAP, and of REST when it could not even read the request. */
function readXmlErrors(xml: string): ApiError[] {
  const errors = [...xml.matchAll(XML_ERROR)].map(([, code, message, messageFirst, codeLast]) => ({
    errorCode: unescapeXml(code ?? codeLast ?? ''),
    message: unescapeXml(message ?? messageFirst ?? ''),
  }));
  const fault = XML_FAULT.exec(xml);
  if (!fault) return errors;
  return [{ errorCode: unescapeXml(fault[1] ?? ''), message: unescapeXml(fault[2] ?? '') }];
}

const XML_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return XML_ENTITIES[name] ?? entity;
  });
}

/** The title of a page, or the first of its text where it has none. */
function pageTitle(html: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim();
  const words = html.replace(/<(script|style)\b.*?<\/\1>|<[^>]*>/gis, ' ');
  return excerpt(unescapeXml(title || words));
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line;
}

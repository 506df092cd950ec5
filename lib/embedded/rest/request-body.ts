import { OrgError } from '../org-error.js';
import { bufferOf, jsonValue, utf8Text } from './format/json-value.js';
import { isXml, type MediaType, mediaType, unsupportedMediaType } from './format/media-type.js';
import { type BodyPart, readParts, recordPart } from './format/multipart-body.js';
import { xmlValue } from './format/xml-body.js';

const JSON_TYPE: MediaType = { name: 'application/json', parameters: new Map() };
const NOTHING = new Uint8Array();
const BYTE_ORDER_MARK = '\uFEFF';
const UTF_8 = /^utf-?8$/i;

/** The body of a request, read the way its resource expects it. */
export class RequestBody {
  readonly bytes: Uint8Array;
  readonly #type: string | undefined;
  readonly #value: unknown;

  private constructor(bytes: Uint8Array, type: string | undefined, value?: unknown) {
    this.bytes = bytes;
    this.#type = type;
    this.#value = value;
  }

  static of(bytes: Uint8Array, contentType: string | undefined): RequestBody {
    return new RequestBody(bytes, contentType);
  }

  /** The body of a sub-request, which is a value already. */
  static ofValue(value: unknown): RequestBody {
    return new RequestBody(NOTHING, undefined, value);
  }

  get text(): string {
    return bufferOf(this.bytes).toString('utf8');
  }

  get isXml(): boolean {
    return this.#type !== undefined && isXml(mediaType(this.#type));
  }

  /**
   * The value that the body stands for: in JSON, in XML, or, with content beside it, in parts.
   *
   * @throws OrgError when the body is another format, empty, or not well-formed
   */
  json(): unknown {
    if (this.#value !== undefined) return this.#value ?? refuseEmpty();
    const type = this.#type === undefined ? JSON_TYPE : mediaType(this.#type);
    return type.name === 'multipart/form-data'
      ? withContents(readParts(this.bytes, type.parameters.get('boundary')))
      : readValue(this.bytes, type);
  }

  /** @throws OrgError also when the body is no JSON object */
  object(): Readonly<Record<string, unknown>> {
    const value = this.json();
    if (isObject(value)) return value;
    const found = Array.isArray(value) ? 'START_ARRAY' : 'VALUE';
    throw new OrgError(
      'JSON_PARSER_ERROR',
      `Unexpected parsing exception. Expected: START_OBJECT, but found ${found}`,
    );
  }

  form(): URLSearchParams {
    return new URLSearchParams(this.text);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readValue(bytes: Uint8Array, type: MediaType): unknown {
  const xml = isXml(type);
  if (!xml && type.name !== JSON_TYPE.name) throw unsupportedMediaType(type.name);
  const decoded = textOf(bytes, type);
  const text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
  if (text.trim() === '') return refuseEmpty();
  return xml ? xmlValue(text) : jsonValue(text);
}

function textOf(bytes: Uint8Array, type: MediaType): string {
  const charset = type.parameters.get('charset');
  if (charset === undefined || charset === '' || UTF_8.test(charset)) return utf8Text(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    throw unsupportedMediaType(`${type.name};charset=${charset}`);
  }
}

/** The record or records of a body in parts, each with the contents that belong to it in the fields they are for. */
function withContents(parts: readonly BodyPart[]): unknown {
  const record = recordPart(parts);
  const value = readValue(record.content, mediaType(record.contentType ?? ''));
  if (!isObject(value)) return value;
  const contents = new Map(
    parts.filter((part) => part !== record).map(({ name, content }) => [name, content]),
  );
  if (!Array.isArray(value['records'])) return { ...value, ...Object.fromEntries(contents) };
  return { ...value, records: value['records'].map((item: unknown) => withContent(item, contents)) };
}

/** A record of a collection names its part, and the field that the part is for. */
function withContent(record: unknown, contents: ReadonlyMap<string, Uint8Array>): unknown {
  const attributes = isObject(record) ? record['attributes'] : undefined;
  if (!isObject(record) || !isObject(attributes)) return record;
  const { binaryPartName, binaryPartNameAlias } = attributes;
  if (typeof binaryPartName !== 'string' || typeof binaryPartNameAlias !== 'string') return record;
  const content = contents.get(binaryPartName);
  if (content) return { ...record, [binaryPartNameAlias]: content };
  throw new OrgError(
    'INVALID_MULTIPART_REQUEST',
    `Multipart message must include the binary part ${binaryPartName}`,
  );
}

function refuseEmpty(): never {
  throw new OrgError(
    'JSON_PARSER_ERROR',
    'The HTTP entity body is required, but this request has no entity body.',
  );
}

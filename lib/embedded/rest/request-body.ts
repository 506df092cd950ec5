import { OrgError } from '../org-error.js';
import { jsonSyntaxError } from './json-syntax-error.js';

const JSON_TYPE = /^\s*application\/json\b/i;

/** The body of a request, read the way its resource expects it. */
export class RequestBody {
  readonly #read: () => unknown;
  readonly text: string;

  private constructor(text: string, read: () => unknown) {
    this.text = text;
    this.#read = read;
  }

  static of(bytes: Uint8Array, contentType: string | undefined): RequestBody {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return new RequestBody(text, () => parseJson(text, contentType));
  }

  /** The body of a sub-request, which is a value already. */
  static ofValue(value: unknown): RequestBody {
    return new RequestBody('', () => value ?? refuseEmpty());
  }

  /** @throws OrgError when the body is another format, empty, or not well-formed */
  json(): unknown {
    return this.#read();
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

function parseJson(text: string, contentType: string | undefined): unknown {
  if (contentType !== undefined && !JSON_TYPE.test(contentType)) {
    throw new OrgError('UNSUPPORTED_MEDIA_TYPE', `Content-Type ${contentType} not supported`, {
      status: 415,
    });
  }
  if (text.trim() === '') return refuseEmpty();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw jsonSyntaxError(text);
  }
}

function refuseEmpty(): never {
  throw new OrgError(
    'JSON_PARSER_ERROR',
    'The HTTP entity body is required, but this request has no entity body.',
  );
}

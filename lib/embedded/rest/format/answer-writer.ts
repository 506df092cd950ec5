import type { Catalog } from '../../catalog/catalog.js';
import type { Answer, OrgResponse } from '../org-exchange.interface.js';
import { writeDecimals } from './decimal-number.js';
import { jsonText } from './json-text.js';
import type { ResponseFormat } from './response-format.js';
import { xmlText } from './xml-answer.js';

const CACHE_CONTROL = 'no-cache,must-revalidate,max-age=0,no-store,private';

const COMMON_HEADERS = { 'cache-control': CACHE_CONTROL, vary: 'Accept-Encoding' } as const;
const VALUE_HEADERS = {
  json: { 'content-type': 'application/json;charset=UTF-8', ...COMMON_HEADERS },
  xml: { 'content-type': 'application/xml;charset=UTF-8', ...COMMON_HEADERS },
} as const;

export interface WriteOptions {
  readonly format: ResponseFormat;
  /** For people's eyes. */
  readonly pretty: boolean;
  /** Headers of every answer; those of the answer itself win. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Turns what a resource answers into text. */
export class AnswerWriter {
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  write({ status, headers, body, element, format: only }: Answer, options: WriteOptions): OrgResponse {
    if (body === undefined) return { status, headers: { ...options.headers, ...headers }, body: '' };
    if (typeof body === 'string' || body instanceof Uint8Array) {
      return { status, headers: { ...options.headers, ...headers }, body };
    }
    writeDecimals(body, this.#catalog);
    const { pretty } = options;
    const format = only ?? options.format;
    return {
      status,
      headers: { ...VALUE_HEADERS[format], ...options.headers, ...headers },
      body: format === 'xml' ? xmlText(body, element) : jsonText(body, pretty),
    };
  }
}

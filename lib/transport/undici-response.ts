import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { exceptionFromTransportFailure } from '../exceptions/salesforce-exception.converter.js';
import type { TransportResponse } from './transport.interface.js';

const gunzipBytes = promisify(gunzip);

interface ResponseOrigin {
  readonly url: string;
  readonly connection?: string;
  readonly signal?: AbortSignal;
}

/** An answer of undici, decompressed where the server compressed it. */
export class UndiciResponse implements TransportResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #body: Dispatcher.ResponseData['body'];
  readonly #origin: ResponseOrigin;

  constructor({ statusCode, headers, body }: Dispatcher.ResponseData, origin: ResponseOrigin) {
    this.status = statusCode;
    this.headers = joinRepeated(headers);
    this.#body = body;
    this.#origin = origin;
  }

  async text(): Promise<string> {
    return this.#read(async () =>
      this.#compressed ? (await this.#gunzipped()).toString() : this.#decoded(),
    );
  }

  async bytes(): Promise<Uint8Array> {
    return this.#read(async () => (this.#compressed ? this.#gunzipped() : this.#body.bytes()));
  }

  stream(): Readable {
    const stream = Readable.from(this.#chunks(), { objectMode: false });
    // A stream that is given up before anything was read has not started its source.
    stream.once('close', () => this.#body.on('error', () => undefined).destroy());
    return stream;
  }

  async *#chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    const source = this.#compressed ? pipeline(this.#body, createGunzip(), () => undefined) : this.#body;
    try {
      for await (const chunk of source) yield chunk as Uint8Array;
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Piece by piece: if its bytes were joined first, a page of a long result would take its room twice. */
  async #decoded(): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of this.#body) text += decoder.decode(chunk as Uint8Array, { stream: true });
    return text + decoder.decode();
  }

  async #gunzipped(): Promise<Buffer> {
    const bytes = await this.#body.bytes();
    return bytes.length === 0 ? Buffer.alloc(0) : gunzipBytes(bytes);
  }

  get #compressed(): boolean {
    return this.headers['content-encoding'] === 'gzip';
  }

  async #read<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw this.#failure(error);
    }
  }

  #failure(error: unknown): unknown {
    const { url, connection, signal } = this.#origin;
    if (signal?.aborted) return signal.reason;
    return exceptionFromTransportFailure(error, { url, connection, phase: 'body' });
  }
}

function joinRepeated(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}

import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { exceptionFromTransportFailure } from '../exceptions/salesforce-exception.converter.js';
import { ByteRoom } from './byte-room.js';
import type { TransportResponse } from './transport.interface.js';
import type { BodySink, UndiciBody } from './undici-body.js';
import type { UndiciAnswer } from './undici-call.js';

interface ResponseOrigin {
  readonly url: string;
  readonly connection?: string;
  readonly signal?: AbortSignal;
}

/** An answer of undici, decompressed where the server compressed it. */
export class UndiciResponse implements TransportResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #body: UndiciBody;
  readonly #origin: ResponseOrigin;

  constructor({ status, headers, body }: UndiciAnswer, origin: ResponseOrigin) {
    this.status = status;
    this.headers = joinRepeated(headers);
    this.#body = body;
    this.#origin = origin;
  }

  /** Piece by piece: if its bytes were joined first, a page of a long result would take its room twice. */
  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    await this.#read((chunk) => (text += decoder.decode(chunk, { stream: true })));
    return text + decoder.decode();
  }

  async bytes(room = new ByteRoom()): Promise<Uint8Array> {
    room.clear(this.#compressed ? undefined : Number(this.headers['content-length'] ?? 0));
    await this.#read((chunk) => room.add(chunk));
    return room.bytes;
  }

  stream(): Readable {
    const body = this.#body.stream();
    const stream = Readable.from(this.#chunks(body), { objectMode: false });
    // A stream that is given up before anything was read has not started its source.
    stream.once('close', () => body.on('error', () => undefined).destroy());
    return stream;
  }

  async *#chunks(body: Readable): AsyncGenerator<Uint8Array, void, undefined> {
    const source = this.#compressed ? pipeline(body, createGunzip(), () => undefined) : body;
    try {
      for await (const chunk of source) yield chunk as Uint8Array;
    } catch (error) {
      throw this.#failure(error);
    }
  }

  async #read(take: (chunk: Uint8Array) => void): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        const end = (error?: Error): void => (error ? reject(error) : resolve());
        this.#body.read(this.#compressed ? decompressed({ data: take, end }) : { data: take, end });
      });
    } catch (error) {
      throw this.#failure(error);
    }
  }

  get #compressed(): boolean {
    return this.headers['content-encoding'] === 'gzip';
  }

  #failure(error: unknown): unknown {
    const { url, connection, signal } = this.#origin;
    if (signal?.aborted) return signal.reason;
    return exceptionFromTransportFailure(error, { url, connection, phase: 'body' });
  }
}

/** An empty body is taken as it is, whatever is said of its compression. */
function decompressed({ data, end }: BodySink): BodySink {
  const gunzip = createGunzip().on('data', data).once('error', end).once('end', end);
  let empty = true;
  return {
    data: (chunk) => {
      empty = false;
      gunzip.write(chunk);
    },
    end: (error) => {
      if (!error && !empty) gunzip.end();
      else gunzip.destroy(error);
      if (!error && empty) end();
    },
  };
}

function joinRepeated(headers: UndiciAnswer['headers']): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** Where content is read from that an org keeps: a connection to it. */
export interface BinarySource {
  open(request: {
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  }): Promise<{ bytes(): Promise<Uint8Array>; stream(): Readable }>;
}

/**
 * How content is read.
 *
 * @publicApi
 */
export interface BinaryReadOptions {
  /** Ends the reading; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * The value of a `base64` field: the content of an attachment, a document or a version of a file. What a query returns is a
 * handle only, with which the content is read from the org when it is asked for, and again each time. To write content, make
 * it of bytes, a text or a stream; what was read can be written as it is, to another org too.
 *
 * @example
 * ```ts
 * const { body } = await attachments.findOneOrFail({ where: { id }, select: { body: true } });
 * await pipeline(body.stream(), createWriteStream('contract.pdf'));
 *
 * await attachments.insert({ name: 'note.txt', parentId, body: Binary.of('Call back on Monday.') });
 * await attachments.insert({ name: 'copy.pdf', parentId, body: Binary.of(createReadStream('contract.pdf')) });
 * ```
 * @publicApi
 */
export class Binary {
  /** Where the content is, on the org's host; `undefined` for content that was made here. */
  readonly url: string | undefined;
  readonly #content: Uint8Array | Readable | BinarySource;

  private constructor(content: Uint8Array | Readable | BinarySource, url?: string) {
    this.#content = content;
    this.url = url;
  }

  /**
   * Content to be written: bytes, which must not be changed any more; a text, which is written as UTF-8; a stream, which can be
   * written or read once, by a write of one record, without ever being in memory as a whole.
   */
  static of(content: Uint8Array | string | Readable): Binary {
    return new Binary(typeof content === 'string' ? Buffer.from(content) : content);
  }

  /** The content that an org keeps. @internal */
  static at(url: string, source: BinarySource): Binary {
    return new Binary(source, url);
  }

  /** The content piece by piece: however long it is, little of it is in memory at any time. Nothing is asked for before the first read. */
  stream({ signal }: BinaryReadOptions = {}): Readable {
    return Readable.from(this.#pieces(signal), { objectMode: false, signal });
  }

  /** The whole content. */
  async bytes({ signal }: BinaryReadOptions = {}): Promise<Uint8Array> {
    const content = this.#content;
    if (content instanceof Uint8Array) return content;
    return content instanceof Readable
      ? buffer(this.stream({ signal }))
      : (await this.#open(content, signal)).bytes();
  }

  /** The whole content as a text, read as UTF-8. */
  async text(options?: BinaryReadOptions): Promise<string> {
    return new TextDecoder().decode(await this.bytes(options));
  }

  /** The content where it is in memory; `undefined` where it would have to be read first. @internal */
  get held(): Uint8Array | undefined {
    return this.#content instanceof Uint8Array ? this.#content : undefined;
  }

  /** Whether it was made of a stream that nothing comes from any more. @internal */
  get spent(): boolean {
    const content = this.#content;
    return content instanceof Readable && (content.readableDidRead || content.destroyed);
  }

  async *#pieces(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void, undefined> {
    const content = this.#content;
    if (this.spent) throw new TypeError('The content was made of a stream, which has been read already.');
    if (content instanceof Uint8Array) yield content;
    else if (content instanceof Readable) yield* content;
    else yield* (await this.#open(content, signal)).stream();
  }

  #open(source: BinarySource, signal: AbortSignal | undefined): ReturnType<BinarySource['open']> {
    return source.open({ path: this.url!, headers: { accept: '*/*' }, signal });
  }
}

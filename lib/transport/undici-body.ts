import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

/** Takes a body piece by piece; `end` comes last, with the error if the body did not arrive whole. */
export interface BodySink {
  data(chunk: Buffer): void;
  end(error?: Error): void;
}

/** As many bytes are taken before somebody reads them: the beginning of a body comes with its headers. */
const MOST_HELD = 64 * 1024;

/**
 * The body of an answer, which waits for the one who reads it. It takes the place of undici's own, which is a stream: with
 * one of those for each page of a long result, buffers of pages long consumed outlive every young collection, and pile up
 * until a full one (`npm run bench` shows it).
 */
export class UndiciBody {
  readonly #controller: Dispatcher.DispatchController;
  #sink: BodySink | undefined;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #end: { readonly error?: Error } | undefined;

  constructor(controller: Dispatcher.DispatchController) {
    this.#controller = controller;
  }

  /** Hands everything over, what has come already and what is to come. */
  read(sink: BodySink): void {
    this.#sink = sink;
    for (const chunk of this.#held.splice(0)) sink.data(chunk);
    if (this.#end) sink.end(this.#end.error);
    else this.#resume();
  }

  /** As a stream, which undici waits for, and whose end before its time ends the call. */
  stream(): Readable {
    const stream = new Readable({
      read: () => this.#resume(),
      destroy: (error, done) => {
        if (!this.#end)
          this.#controller.abort(error ?? new DOMException('The answer was given up.', 'AbortError'));
        done(error);
      },
    });
    this.read({
      data: (chunk) => {
        if (!stream.push(chunk)) this.#controller.pause();
      },
      end: (error) => (error ? stream.destroy(error) : stream.push(null)),
    });
    return stream;
  }

  push(chunk: Buffer): void {
    if (this.#sink) return this.#sink.data(chunk);
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes > MOST_HELD) this.#controller.pause();
  }

  end(error?: Error): void {
    this.#end = { error };
    this.#sink?.end(error);
  }

  #resume(): void {
    if (!this.#end && this.#controller.paused) this.#controller.resume();
  }
}

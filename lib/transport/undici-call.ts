import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { UndiciBody } from './undici-body.js';

/** An answer as undici gives it, its body yet to be read. */
export interface UndiciAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: UndiciBody;
}

export interface UndiciCallOptions {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Called once, when nothing more will come: after the body, or after what went wrong. */
  readonly onClose: () => void;
}

/** One call by undici, from its dispatch to the end of its answer's body; the signal ends it with its reason. */
export class UndiciCall implements Dispatcher.DispatchHandler {
  /** What came back; rejects with undici's error, or the signal's reason, when nothing did. */
  readonly answer: Promise<UndiciAnswer>;
  readonly #options: UndiciCallOptions;
  #resolve!: (answer: UndiciAnswer) => void;
  #reject!: (error: unknown) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #body: UndiciBody | undefined;
  #closed = false;

  constructor(options: UndiciCallOptions) {
    this.#options = options;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    options.signal?.addEventListener('abort', this.#abort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#options.signal?.aborted) this.#abort();
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) return; // the answer is yet to come
    this.#body = new UndiciBody(controller);
    this.#resolve({ status, headers, body: this.#body });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    this.#close();
    this.#body?.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.fail(error);
  }

  fail(error: unknown): void {
    const { body } = this.#options;
    this.#close();
    // Whatever has not been sent of a stream never will be.
    if (body instanceof Readable) body.on('error', () => undefined).destroy();
    this.#body?.end(error as Error);
    this.#reject(error);
  }

  readonly #abort = (): void => {
    this.#controller?.abort(this.#options.signal?.reason as Error);
  };

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.signal?.removeEventListener('abort', this.#abort);
    this.#options.onClose();
  }
}

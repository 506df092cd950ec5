import type { TextSink } from '../../output/text-sink.interface.js';

const FULL = 1 << 16;

/** Gathers lines for a sink, which is better off with a few large pieces, and waits for it whenever it has handed one over. */
export class TextBuffer {
  readonly #sink: TextSink;
  #text = '';

  constructor(sink: TextSink) {
    this.#sink = sink;
  }

  /** Whether {@link flush} is due. */
  get isFull(): boolean {
    return this.#text.length >= FULL;
  }

  add(text: string): void {
    this.#text += text;
  }

  async flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '') await this.#sink.write(text);
  }
}

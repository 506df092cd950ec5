/** Beyond this, what is announced is believed when it comes. */
const MOST_RESERVED = 16 * 1024 * 1024;

/**
 * Room for the bytes of an answer, one after the other: it grows to the longest and stays so. Buffers that are made anew
 * for each page of a long result are freed by full collections only, and those come late.
 */
export class ByteRoom {
  #bytes = Buffer.alloc(0);
  #length = 0;

  /** What has been added since the room was cleared; valid until it is cleared again. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** @param expected how many bytes are to come, where that is known */
  clear(expected = 0): void {
    this.#length = 0;
    const reserved = Math.min(expected, MOST_RESERVED);
    if (reserved > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(withSpare(reserved));
  }

  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(withSpare(length));
      larger.set(this.bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }
}

/** The next page may be a little longer. */
function withSpare(length: number): number {
  return Math.ceil(length * 1.25);
}

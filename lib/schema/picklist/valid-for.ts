/**
 * The places of the controlling values that a dependent value may be chosen with, counted from zero. A describe writes them
 * as a bit a controlling value, the first one in the highest bit of the first byte, in base 64.
 */
export function decodeValidFor(validFor: string): readonly number[] {
  return [...Buffer.from(validFor, 'base64')].flatMap((byte, index) =>
    Array.from({ length: 8 }, (_, bit) => bit)
      .filter((bit) => (byte & (0x80 >> bit)) !== 0)
      .map((bit) => index * 8 + bit),
  );
}

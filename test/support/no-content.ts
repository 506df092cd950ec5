import type { BinarySource } from '../../lib/protocol/binary.js';

/** The source of records without any content. */
export const NO_CONTENT: BinarySource = {
  open: ({ path }) => Promise.reject(new Error(`Nobody expected ${path} to be opened`)),
};

import * as fc from 'fast-check';
import { textMutations } from './fuzzed-calls.js';
import type { FuzzCall } from './valid-calls.js';

/** Queries of a corpus that a few things are wrong with, as calls of a resource that takes them as `q`. */
export function fuzzedQueries(corpus: readonly string[], resource: string): fc.Arbitrary<FuzzCall> {
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(textMutations(), { minLength: 1, maxLength: 3 }))
    .map(([query, mutations]) => mutations.reduce((text, mutate) => mutate(text), query))
    .map((query) => ({
      method: 'GET',
      path: `/services/data/v60.0/${resource}?q=${encodeURIComponent(wellFormed(query))}`,
      headers: {},
    }));
}

/** Half a character is no part of a URL. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

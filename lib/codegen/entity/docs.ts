import { splitByCase } from '../naming/word-case.js';

/**
 * The paragraphs of a doc comment: the label where it tells more than the names do, and the help text.
 *
 * @param names What the reader sees anyway: the name of the property, and of its class.
 */
export function docsOf(label: string, help: string | undefined, names: readonly string[]): readonly string[] {
  const seen = new Set(names.flatMap(wordsOf));
  const isTold = wordsOf(label).every((word) => seen.has(word));
  return [...(isTold ? [] : [label]), ...(help === undefined ? [] : help.split(/\n\s*\n/))]
    .map((text) => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim())
    .filter((text) => text !== '');
}

/** `Billing Zip/Postal Code` -> `billing`, `zip`, `postal`, `code`; whatever of it may be left out in a name is. */
function wordsOf(text: string): readonly string[] {
  return splitByCase(text)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== 'id' && word !== 's');
}

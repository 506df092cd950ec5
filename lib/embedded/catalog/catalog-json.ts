import { readFileSync } from 'node:fs';

/** A file of the catalog's data, with the words in braces replaced: `{object}` by `Account`. */
export function readCatalogJson(name: string, words: Readonly<Record<string, string>> = {}): unknown {
  const text = readFileSync(new URL(`./objects/${name}.json`, import.meta.url), 'utf8');
  const replaced = Object.entries(words).reduce(
    (current, [word, value]) => current.replaceAll(`{${word}}`, value),
    text,
  );
  return JSON.parse(replaced);
}

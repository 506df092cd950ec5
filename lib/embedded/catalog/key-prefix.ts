const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIXES = BASE_62.length ** 2;

/**
 * A key prefix for an object that has none: `a` and two characters drawn from the object's name. The name decides, and not
 * the order of declaration, so that the ids in a database file go on meaning the same objects after a restart.
 */
export function customKeyPrefix(name: string, taken: (prefix: string) => boolean): string {
  let number = hash(name.toLowerCase()) % PREFIXES;
  while (taken(prefixOf(number))) number = (number + 1) % PREFIXES;
  return prefixOf(number);
}

function prefixOf(number: number): string {
  return `a${BASE_62[Math.floor(number / BASE_62.length)]}${BASE_62[number % BASE_62.length]}`;
}

/** FNV-1a: few lines, and evenly spread over short texts. */
function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

import { posix } from 'node:path';

/** Which file a relative module specifier means, without its ending: `./contact.entity.js` in `a/b.ts` is `a/contact.entity`. */
export function modulePath(from: string, specifier: string): string {
  return withoutEnding(posix.join(posix.dirname(from), specifier));
}

/** How a file names another one: `./contact.entity.js`. */
export function moduleSpecifier(from: string, to: string, ending: string): string {
  const relative = posix.relative(posix.dirname(from), withoutEnding(to));
  return `${relative.startsWith('.') ? '' : './'}${relative}${ending}`;
}

export function withoutEnding(path: string): string {
  return path.replace(/\.(?:[cm]?[jt]s)$/, '');
}

import type { ManifestStatement } from './manifest.interface.js';

/** How a statement is known: `class object Account`. */
export function statementId({ kind, key }: Pick<ManifestStatement, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

/** The object that a class, a constant or a type is about. */
export function objectOf(key: string): string | undefined {
  return /^(?:object|picklist|record types) ([^.]+)/.exec(key)?.[1];
}

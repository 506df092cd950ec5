import { hash } from 'node:crypto';

const LENGTH = 6;

/** A short hash, of 36 bits: it tells versions of one aspect of one member apart, of which there are few. */
export function fingerprint(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

/** A hash of a whole file, whatever its line endings: version control may change them. */
export function textFingerprint(text: string): string {
  return hash('sha256', text.replaceAll('\r\n', '\n'), 'base64url').slice(0, 2 * LENGTH);
}

import { createHash } from 'node:crypto';
import { toId18 } from '../../../protocol/salesforce-id.js';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = 12;

/**
 * The id of a part of the org that is no record: a layout, a list view, a field. Its name decides, so that every run and
 * every client finds the same one.
 *
 * @param prefix the key prefix of such parts.
 */
export function metadataId(prefix: string, name: string): string {
  const bytes = createHash('sha256').update(name.toLowerCase()).digest();
  const digits = Array.from({ length: DIGITS }, (_, index) => BASE_62[bytes[index]! % BASE_62.length]);
  return toId18(prefix + digits.join(''))!;
}

import { toId18 } from '../../../protocol/salesforce-id.js';
import { ownText } from '../own-text.js';

/** What a record is kept under that a text names: ids of 15 and of 18 characters are the same. */
export function recordKey(text: string): string {
  return ownText(toId18(text) ?? text);
}

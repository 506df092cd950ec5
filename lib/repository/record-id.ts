import type { SalesforceException } from '../exceptions/salesforce.exception.js';
import { toId18 } from '../protocol/salesforce-id.js';

const SHOWN = 40;

/**
 * The 18-character form of an id.
 *
 * @param Refusal the exception for a text that cannot be the id of any record
 */
export function toRecordId(
  id: unknown,
  entity: string,
  Refusal: new (message: string) => SalesforceException,
): string {
  const id18 = typeof id === 'string' ? toId18(id) : undefined;
  if (id18 !== undefined) return id18;
  throw new Refusal(`${entity}: ${whyNoId(id)}`);
}

function whyNoId(id: unknown): string {
  if (typeof id !== 'string') return `an id is a string, but was given ${id === null ? 'null' : typeof id}.`;
  const shown = id.length > SHOWN ? `${id.slice(0, SHOWN)}…` : id;
  if (id.length !== 15 && id.length !== 18) {
    return `'${shown}' is not an id: it has ${id.length} characters, and an id has 15 or 18.`;
  }
  if (!/^[a-zA-Z0-9]+$/.test(id)) return `'${shown}' is not an id: an id is made of letters and digits only.`;
  return `'${shown}' is not an id: its last three characters do not fit the case of the others. Was its case changed?`;
}

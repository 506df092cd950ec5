const CHECKSUM_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID_15 = /^[a-zA-Z0-9]{15}$/;
const ID_18 = /^[a-zA-Z0-9]{18}$/;

/**
 * The three characters that make a case-sensitive 15-character id safe in systems that ignore case.
 * Each one encodes which characters of a group of five are upper-case, the first being the lowest bit.
 */
export function idChecksum(id15: string): string {
  let checksum = '';
  for (let group = 0; group < 15; group += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id15.charCodeAt(group + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    checksum += CHECKSUM_ALPHABET[bits];
  }
  return checksum;
}

/**
 * The 18-character form of an id of 15 or 18 characters, or `undefined` for anything that is no id:
 * another length, another alphabet, or a checksum that does not fit the case of the first fifteen characters.
 */
export function toId18(id: string): string | undefined {
  if (ID_15.test(id)) return id + idChecksum(id);
  if (ID_18.test(id) && idChecksum(id) === id.slice(15)) return id;
  return undefined;
}

/** Whether a text is a well-formed id of 15 or 18 characters. */
export function isSalesforceId(id: unknown): id is string {
  return typeof id === 'string' && toId18(id) !== undefined;
}

const SHOWN = 40;

/** Why a value is not the id of any record, as a clause with a full stop. */
export function whyNoId(id: unknown): string {
  if (typeof id !== 'string') return `an id is a string, but was given ${id === null ? 'null' : typeof id}.`;
  const shown = id.length > SHOWN ? `${id.slice(0, SHOWN)}…` : id;
  if (id.length !== 15 && id.length !== 18) {
    return `'${shown}' is not an id: it has ${id.length} characters, and an id has 15 or 18.`;
  }
  if (!/^[a-zA-Z0-9]+$/.test(id)) return `'${shown}' is not an id: an id is made of letters and digits only.`;
  return `'${shown}' is not an id: its last three characters do not fit the case of the others. Was its case changed?`;
}

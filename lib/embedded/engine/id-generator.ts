import { idChecksum } from '../../protocol/salesforce-id.js';
import type { Sequence } from './sequence.js';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KEY_PREFIX_LENGTH = 3;
const NUMBER_LENGTH = 9;

/** The part of an id that names the server in a real org; an embedded one is nowhere, and its ids say so. */
const INSTANCE = 'Em0';

/** Ids as the platform forms them: key prefix, instance, number in base 62, checksum. */
export class IdGenerator {
  readonly #sequence: Sequence;

  constructor(sequence: Sequence) {
    this.#sequence = sequence;
  }

  next(keyPrefix: string): string {
    const id15 = keyPrefix + INSTANCE + base62(this.#sequence.next(`id ${keyPrefix}`));
    return id15 + idChecksum(id15);
  }

  /** Never makes an id that a record has brought along, nor one before it. */
  skip(id: string): void {
    if (!id.startsWith(INSTANCE, KEY_PREFIX_LENGTH)) return;
    const number = fromBase62(id.slice(KEY_PREFIX_LENGTH + INSTANCE.length).slice(0, NUMBER_LENGTH));
    this.#sequence.skip(`id ${id.slice(0, KEY_PREFIX_LENGTH)}`, number);
  }
}

function base62(number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / BASE_62.length)) {
    digits = BASE_62.charAt(rest % BASE_62.length) + digits;
  }
  return digits.padStart(NUMBER_LENGTH, '0');
}

function fromBase62(digits: string): number {
  let number = 0;
  for (const digit of digits) number = number * BASE_62.length + BASE_62.indexOf(digit);
  return number;
}

import { idChecksum } from '../../protocol/salesforce-id.js';
import type { Sequence } from './sequence.js';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
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
}

function base62(number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / BASE_62.length)) {
    digits = BASE_62.charAt(rest % BASE_62.length) + digits;
  }
  return digits.padStart(NUMBER_LENGTH, '0');
}

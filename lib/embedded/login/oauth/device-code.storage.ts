import { randomBytes, randomInt } from 'node:crypto';

/** Milliseconds a user has to enter the code. */
const LIFETIME = 10 * 60_000;
/** Seconds between two polls of a device. */
const INTERVAL = 5;
/** Milliseconds a poll may come early: timers do. */
const SLACK = 1000;
/** Nothing that reads like something else. */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const USER_CODE_LENGTH = 8;

export interface DeviceRequest {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export type DevicePoll =
  | { readonly state: 'pending' | 'too fast' | 'denied' | 'expired' | 'unknown' }
  | { readonly state: 'approved'; readonly request: DeviceRequest; readonly userId: string };

interface Entry {
  readonly request: DeviceRequest;
  readonly expires: number;
  decision?: { readonly userId?: string };
  polled?: number;
}

/** Devices that wait for a user to let them in elsewhere. */
export class DeviceCodeStorage {
  readonly interval = INTERVAL;
  readonly #now: () => Date;
  readonly #byDeviceCode = new Map<string, Entry>();
  readonly #byUserCode = new Map<string, Entry>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  issue(clientId: string, scopes: readonly string[]): DeviceRequest {
    this.#dropExpired();
    const request = {
      deviceCode: `M01W${randomBytes(60).toString('base64url')}`,
      userCode: this.#newUserCode(),
      clientId,
      scopes,
    };
    const entry: Entry = { request, expires: this.#now().getTime() + LIFETIME };
    this.#byDeviceCode.set(request.deviceCode, entry);
    this.#byUserCode.set(request.userCode, entry);
    return request;
  }

  /** The request that a user code stands for while nobody has decided on it. */
  pending(userCode: string): DeviceRequest | undefined {
    return this.#open(userCode)?.request;
  }

  /** @param userId who lets the device in; undefined turns it away */
  decide(userCode: string, userId: string | undefined): boolean {
    const entry = this.#open(userCode);
    if (!entry) return false;
    entry.decision = { userId };
    this.#byUserCode.delete(entry.request.userCode);
    return true;
  }

  poll(deviceCode: string, clientId: string): DevicePoll {
    const entry = this.#byDeviceCode.get(deviceCode);
    if (!entry || entry.request.clientId !== clientId) return { state: 'unknown' };
    const now = this.#now().getTime();
    if (entry.expires <= now) return { state: 'expired' };
    if (!entry.decision) return { state: this.#isTooFast(entry, now) ? 'too fast' : 'pending' };
    this.#byDeviceCode.delete(deviceCode);
    const { userId } = entry.decision;
    if (userId === undefined) return { state: 'denied' };
    return { state: 'approved', request: entry.request, userId };
  }

  #isTooFast(entry: Entry, now: number): boolean {
    const { polled } = entry;
    entry.polled = now;
    return polled !== undefined && now - polled < INTERVAL * 1000 - SLACK;
  }

  #open(userCode: string): Entry | undefined {
    const entry = this.#byUserCode.get(userCode.toUpperCase().replace(/[^A-Z\d]/g, ''));
    return entry && entry.expires > this.#now().getTime() ? entry : undefined;
  }

  #newUserCode(): string {
    let code: string;
    do {
      code = Array.from({ length: USER_CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    } while (this.#byUserCode.has(code));
    return code;
  }

  /** Codes that ran out are still known for as long again, so that a late device learns why it is refused. */
  #dropExpired(): void {
    const limit = this.#now().getTime() - LIFETIME;
    for (const [code, { request, expires }] of this.#byDeviceCode) {
      if (expires > limit) continue;
      this.#byDeviceCode.delete(code);
      this.#byUserCode.delete(request.userCode);
    }
  }
}

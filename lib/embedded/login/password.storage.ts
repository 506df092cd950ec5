import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const MINUTE = 60_000;

/** When wrong passwords lock a user out. */
export interface LockoutPolicy {
  /** Wrong passwords in a row that lock the user; 0 never locks. */
  readonly maxLoginAttempts: number;
  /** Minutes a lock lasts; 0 lasts until it is lifted. */
  readonly lockoutInterval: number;
}

interface Attempts {
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly lockedAt?: number;
}

/** The passwords of the org's users, which no table holds, and how often each was wrong. */
export class PasswordStorage {
  readonly #policy: LockoutPolicy;
  readonly #now: () => Date;
  readonly #salt = randomBytes(16);
  readonly #passwords = new Map<string, readonly Buffer[]>();
  readonly #attempts = new Map<string, Attempts>();

  constructor(options: { readonly policy: LockoutPolicy; readonly now: () => Date }) {
    this.#policy = options.policy;
    this.#now = options.now;
  }

  /** @param securityToken what may follow the password */
  set(userId: string, password: string, securityToken?: string): void {
    const accepted = securityToken ? [password, password + securityToken] : [password];
    this.#passwords.set(
      userId,
      accepted.map((text) => this.#digest(text)),
    );
    this.#attempts.delete(userId);
  }

  /** Whether it is the user's password now. A wrong one counts; one for a locked user neither counts nor is looked at. */
  verify(userId: string | undefined, password: string): boolean {
    const given = this.#digest(password);
    const accepted = userId === undefined ? [] : (this.#passwords.get(userId) ?? []);
    const matches = accepted.filter((expected) => timingSafeEqual(expected, given)).length > 0;
    if (userId === undefined || this.isLocked(userId)) return false;
    if (matches) this.#attempts.delete(userId);
    else this.#countFailure(userId);
    return matches;
  }

  failures(userId: string): number {
    return this.#attempts.get(userId)?.failures ?? 0;
  }

  isLocked(userId: string): boolean {
    const lockedAt = this.#attempts.get(userId)?.lockedAt;
    if (lockedAt === undefined) return false;
    const { lockoutInterval } = this.#policy;
    if (lockoutInterval === 0 || this.#now().getTime() < lockedAt + lockoutInterval * MINUTE) return true;
    this.#attempts.delete(userId);
    return false;
  }

  #countFailure(userId: string): void {
    const failures = this.failures(userId) + 1;
    const { maxLoginAttempts } = this.#policy;
    const locks = maxLoginAttempts > 0 && failures >= maxLoginAttempts;
    this.#attempts.set(userId, { failures, ...(locks && { lockedAt: this.#now().getTime() }) });
  }

  #digest(password: string): Buffer {
    return createHmac('sha256', this.#salt).update(password).digest();
  }
}

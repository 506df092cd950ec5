/** Which apps users have let in, and to what: the org asks once. */
export class ConsentStorage {
  readonly #consents = new Map<string, Set<string>>();

  give(userId: string, clientId: string, scopes: readonly string[]): void {
    const key = keyOf(userId, clientId);
    this.#consents.set(key, new Set([...(this.#consents.get(key) ?? []), ...scopes]));
  }

  covers(userId: string, clientId: string, scopes: readonly string[]): boolean {
    const given = this.#consents.get(keyOf(userId, clientId));
    return given !== undefined && scopes.every((scope) => given.has(scope));
  }

  /** The user is asked again. */
  withdraw(userId: string, clientId: string): void {
    this.#consents.delete(keyOf(userId, clientId));
  }
}

function keyOf(userId: string, clientId: string): string {
  return `${userId} ${clientId}`;
}

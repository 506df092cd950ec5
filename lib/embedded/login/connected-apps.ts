import { createHash, timingSafeEqual } from 'node:crypto';
import type { EmbeddedAppOptions } from '../embedded-org-options.interface.js';
import { OrgError } from '../org-error.js';

export interface ClientCredentials {
  readonly id: string | undefined;
  readonly secret: string | undefined;
  /** Whether the app has proved itself by a signature of its own, which is better than a secret. */
  readonly isProven?: boolean;
}

/** The apps that may ask for tokens; an org that was given none lets every client in. */
export class ConnectedApps {
  readonly #apps: ReadonlyMap<string, EmbeddedAppOptions>;

  constructor(apps: readonly EmbeddedAppOptions[] = []) {
    this.#apps = new Map(apps.map((app) => [app.clientId, app]));
  }

  /** An app that the org was told of. */
  find(clientId: string): EmbeddedAppOptions | undefined {
    return this.#apps.get(clientId);
  }

  /** Checks the consumer key. */
  identify(clientId: string | null | undefined): EmbeddedAppOptions {
    const app = clientId ? this.#apps.get(clientId) : undefined;
    if (app) return app;
    if (!clientId || this.#apps.size > 0) {
      throw new OrgError('invalid_client_id', 'client identifier invalid');
    }
    return { clientId };
  }

  /**
   * Checks key and secret.
   *
   * @param secret whether it must be sent: `always`, when the app `has` one, or not at all; one that is sent is checked
   */
  authenticate(client: ClientCredentials, secret: 'always' | 'has' | 'optional'): EmbeddedAppOptions {
    const app = this.identify(client.id);
    const isRequired = secret === 'always' || (secret === 'has' && app.clientSecret !== undefined);
    const isMissing = isRequired && !client.secret && client.isProven !== true;
    const isWrong =
      client.secret !== undefined &&
      app.clientSecret !== undefined &&
      !sameSecret(client.secret, app.clientSecret);
    if (isMissing || isWrong) throw new OrgError('invalid_client', 'invalid client credentials');
    return app;
  }
}

/** Compares in a time that tells nothing, not even the length. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}

import { timingSafeEqual } from 'node:crypto';
import type { EmbeddedAppOptions } from './embedded-org-options.interface.js';
import { OrgError } from './org-error.js';

/** The apps that may ask for tokens; an org that was given none lets every client in. */
export class ConnectedApps {
  readonly #apps: ReadonlyMap<string, EmbeddedAppOptions>;

  constructor(apps: readonly EmbeddedAppOptions[] = []) {
    this.#apps = new Map(apps.map((app) => [app.clientId, app]));
  }

  /** Checks the consumer key. */
  identify(clientId: string | undefined): EmbeddedAppOptions {
    const app = clientId === undefined ? undefined : this.#apps.get(clientId);
    if (app) return app;
    if (!clientId || this.#apps.size > 0) {
      throw new OrgError('invalid_client_id', 'client identifier invalid');
    }
    return { clientId };
  }

  /** Checks key and secret, the secret only where it is required or sent. */
  authenticate(client: ClientCredentials, required: boolean): EmbeddedAppOptions {
    const app = this.identify(client.id);
    const missing = required && !client.secret;
    const wrong =
      client.secret !== undefined &&
      app.clientSecret !== undefined &&
      !equal(client.secret, app.clientSecret);
    if (missing || wrong) throw new OrgError('invalid_client', 'invalid client credentials');
    return app;
  }
}

export interface ClientCredentials {
  readonly id: string | undefined;
  readonly secret: string | undefined;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

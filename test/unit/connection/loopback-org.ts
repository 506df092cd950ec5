import type { ServerResponse } from 'node:http';
import type { RemoteConnectionOptions } from '../../../lib/connection/connection-options.interface.js';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import {
  json,
  type LoopbackRequest,
  type LoopbackServer,
  loopbackServer,
} from '../transport/loopback-server.js';

const TOKEN_PATH = '/services/oauth2/token';

type Answer = (request: LoopbackRequest, response: ServerResponse) => void;

/** An org on loopback whose tokens are `token-1`, `token-2` …, one for each login, and connections to it. */
export class LoopbackOrg {
  logins = 0;
  readonly #connections: SalesforceConnection[] = [];
  #server!: LoopbackServer;

  /** @param refuse answers a login instead, as long as it returns true */
  static async listen(
    answer: Answer,
    refuse: (response: ServerResponse) => boolean = () => false,
  ): Promise<LoopbackOrg> {
    const org = new LoopbackOrg();
    org.#server = await loopbackServer((request, response) => {
      if (request.url !== TOKEN_PATH) answer(request, response);
      else if (!refuse(response)) org.#grant(response);
    });
    return org;
  }

  get url(): string {
    return this.#server.url;
  }

  /** What reached the org, logins excepted. */
  get calls(): readonly LoopbackRequest[] {
    return this.#server.requests.filter(({ url }) => url !== TOKEN_PATH);
  }

  get requests(): readonly LoopbackRequest[] {
    return this.#server.requests;
  }

  connect(options: Partial<RemoteConnectionOptions> = {}): SalesforceConnection {
    const connection = new SalesforceConnection('emea', {
      auth: { flow: 'client-credentials', clientId: 'id', clientSecret: 'secret' },
      loginUrl: this.url,
      ...options,
    });
    this.#connections.push(connection);
    return connection;
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) await connection.close();
    await this.#server.close();
  }

  #grant(response: ServerResponse): void {
    this.logins++;
    json(response, 200, {
      access_token: `token-${this.logins}`,
      instance_url: this.url,
      id: `${this.url}/id/00D/005`,
    });
  }
}

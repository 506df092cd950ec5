import { Pool } from 'undici';
import type { EmbeddedOrg } from '../../../lib/embedded/embedded-org.js';
import type { ListenOptions } from '../../../lib/embedded/embedded-org-options.interface.js';
import type { HttpMethod } from '../../../lib/transport/transport.interface.js';

export interface WayRequest {
  readonly method: HttpMethod;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface WayReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A way to an org. */
export interface OrgWay {
  send(request: WayRequest): Promise<WayReply>;
  /** Where the org says that it is. */
  readonly origin: string;
  close(): Promise<void>;
}

function inProcess(org: EmbeddedOrg): OrgWay {
  return {
    origin: org.instanceUrl,
    async send({ path, ...request }) {
      const response = await org.transport.dispatch({ ...request, url: org.instanceUrl + path });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    close: async () => undefined,
  };
}

async function overSocket(org: EmbeddedOrg, options: ListenOptions): Promise<OrgWay> {
  const server = await org.listen(options);
  const pool = new Pool(server.url, { connections: 1, connect: { ca: server.certificate } });
  return {
    origin: server.url,
    async send(request) {
      const { statusCode, headers, body } = await pool.request(request);
      return { status: statusCode, headers: headers as Record<string, string>, text: await body.text() };
    },
    close: () => pool.close(),
  };
}

/** All the ways to an org, by their names. */
export const ORG_WAYS: Readonly<Record<string, (org: EmbeddedOrg) => OrgWay | Promise<OrgWay>>> = {
  'in process': inProcess,
  'over HTTP': (org) => overSocket(org, {}),
  'over HTTPS': (org) => overSocket(org, { https: true }),
};

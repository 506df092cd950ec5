import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgOptions } from '../../lib/embedded/embedded-org-options.interface.js';
import type { HttpMethod } from '../../lib/transport/transport.interface.js';

export interface OrgReply<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface OrgCall {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the session; null sends none. */
  readonly token?: string | null;
}

/** Calls an embedded org in process, as its administrator unless told otherwise. Short paths are below `/services/data/v67.0`. */
export class OrgClient {
  private constructor(readonly org: EmbeddedOrg) {}

  static async open(options: EmbeddedOrgOptions = {}): Promise<OrgClient> {
    return new OrgClient(await EmbeddedOrg.create(options));
  }

  get<Body = unknown>(path: string, call: OrgCall = {}): Promise<OrgReply<Body>> {
    return this.call('GET', path, call);
  }

  post<Body = unknown>(path: string, body: unknown, call: OrgCall = {}): Promise<OrgReply<Body>> {
    return this.call('POST', path, { ...call, body });
  }

  patch<Body = unknown>(path: string, body: unknown, call: OrgCall = {}): Promise<OrgReply<Body>> {
    return this.call('PATCH', path, { ...call, body });
  }

  delete<Body = unknown>(path: string, call: OrgCall = {}): Promise<OrgReply<Body>> {
    return this.call('DELETE', path, call);
  }

  /** Creates a record and gives its id. */
  async create(sobject: string, values: Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await this.post<{ id: string }>(`/sobjects/${sobject}`, values);
    if (status !== 201) throw new TypeError(`${sobject} was refused: ${JSON.stringify(body)}`);
    return body.id;
  }

  async query<Row>(soql: string): Promise<Row[]> {
    const { body } = await this.get<{ records: Row[] }>(`/query?q=${encodeURIComponent(soql)}`);
    return body.records;
  }

  async call<Body>(method: HttpMethod, path: string, call: OrgCall): Promise<OrgReply<Body>> {
    const token = call.token === undefined ? this.org.accessToken : call.token;
    const raw = typeof call.body === 'string';
    const response = await this.org.transport.dispatch({
      method,
      url:
        this.org.instanceUrl +
        (/^\/(?:services|id|cometd|setup|\.well-known)\b/.test(path) ? path : `/services/data/v67.0${path}`),
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(call.body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.body === undefined || raw ? (call.body as string | undefined) : JSON.stringify(call.body),
    });
    const text = await response.text();
    const json = response.headers['content-type']?.startsWith('application/json') === true;
    const body = (text === '' ? undefined : json ? JSON.parse(text) : text) as Body;
    return { status: response.status, headers: response.headers, body };
  }

  close(): Promise<void> {
    return this.org.close();
  }
}

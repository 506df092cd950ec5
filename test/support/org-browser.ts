import type { OrgReply } from './org-client.js';

/** A page, and what it takes to send its form in. */
export interface OrgPage extends OrgReply<string> {
  readonly location: string | undefined;
}

interface BrowserCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The way to the org: sends a call, and follows no redirect. */
type Send = (method: 'GET' | 'POST', path: string, call: BrowserCall) => Promise<OrgReply<string>>;

/** A browser without scripts on an embedded org: keeps cookies, shows pages, and sends their forms in. */
export class OrgBrowser {
  readonly cookies = new Map<string, string>();
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async open(path: string): Promise<OrgPage> {
    return this.#keep(await this.#send('GET', path, { headers: this.#headers() }));
  }

  /** Sends the form of a page in, with its hidden fields. */
  async submit(page: OrgPage, fields: Readonly<Record<string, string>>): Promise<OrgPage> {
    const form = /<form method="post" action="([^"]*)">(.*?)<\/form>/s.exec(page.body);
    if (!form) throw new TypeError(`The page has no form: ${page.body}`);
    const body = new URLSearchParams();
    for (const [, name, value] of form[2]!.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)) {
      body.set(name!, unescape(value!));
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const headers = { ...this.#headers(), 'content-type': 'application/x-www-form-urlencoded' };
    return this.#keep(await this.#send('POST', unescape(form[1]!), { headers, body: body.toString() }));
  }

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie ? { cookie } : {};
  }

  #keep(reply: OrgReply<string>): OrgPage {
    const [, name, value] = /^(\w+)=([^;]*)/.exec(reply.headers['set-cookie'] ?? '') ?? [];
    if (name) this.cookies.set(name, value!);
    return { ...reply, body: reply.body ?? '', location: reply.headers['location'] };
  }
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

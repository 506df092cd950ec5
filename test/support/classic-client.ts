import type { EmbeddedOrgOptions } from '../../lib/embedded/embedded-org-options.interface.js';
import type { HttpMethod } from '../../lib/transport/transport.interface.js';
import { OrgClient, type OrgReply } from './org-client.js';

type Job = Readonly<Record<string, unknown>>;

/** Speaks Bulk API 1.0 to an embedded org whose jobs are held until they are asked for. */
export class ClassicClient {
  private constructor(readonly calls: OrgClient) {}

  static async open(options: EmbeddedOrgOptions = {}): Promise<ClassicClient> {
    return new ClassicClient(await OrgClient.open({ bulkJobs: 'hold', ...options }));
  }

  /** @param path below `/services/async/60.0`, unless it is a whole one */
  call<Body = unknown>(
    method: HttpMethod,
    path: string,
    body?: string,
    contentType?: string,
    session: Readonly<Record<string, string>> = { 'x-sfdc-session': this.calls.org.accessToken },
  ): Promise<OrgReply<Body>> {
    const target = path.startsWith('/services/') ? path : `/services/async/60.0${path}`;
    const headers = { ...session, ...(contentType !== undefined && { 'content-type': contentType }) };
    return this.calls.call(method, target, { token: null, headers, body });
  }

  jobXml(job: Job): string {
    const elements = Object.entries(job).map(([name, value]) => `<${name}>${String(value)}</${name}>`);
    return (
      '<?xml version="1.0" encoding="UTF-8"?>\n<jobInfo  xmlns="http://www.force.com/2009/06/asyncapi/dataload">' +
      `${elements.join('\n')}</jobInfo>`
    );
  }

  createJob(job: Job, headers: Readonly<Record<string, string>> = {}): Promise<OrgReply<string>> {
    const session = { 'x-sfdc-session': this.calls.org.accessToken, ...headers };
    return this.call('POST', '/job', this.jobXml(job), 'application/xml; charset=utf-8', session);
  }

  /** @returns the id of a new job */
  async openJob(job: Job, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    return idIn((await this.createJob(job, headers)).body);
  }

  /** Adds a batch and does it. @returns its id */
  async addBatch(job: string, content: string, contentType: string): Promise<string> {
    const { status, body } = await this.call('POST', `/job/${job}/batch`, content, contentType);
    if (status !== 201) throw new TypeError(`The batch was refused: ${JSON.stringify(body)}`);
    this.calls.org.runBulkJobs();
    return typeof body === 'string' ? idIn(body) : (body as { id: string }).id;
  }

  close(): Promise<void> {
    return this.calls.close();
  }
}

function idIn(xml: string): string {
  return /<id>(\w{18})<\/id>/.exec(xml)?.[1] ?? '';
}

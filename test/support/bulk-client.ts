import type { EmbeddedOrgOptions } from '../../lib/embedded/embedded-org-options.interface.js';
import { OrgClient, type OrgReply } from './org-client.js';

export interface JobReply {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string;
  readonly [property: string]: unknown;
}

const CSV = { 'content-type': 'text/csv' };

/** Speaks Bulk API 2.0 to an embedded org whose jobs are held until they are asked for. */
export class BulkClient {
  private constructor(readonly calls: OrgClient) {}

  static async open(options: EmbeddedOrgOptions = {}): Promise<BulkClient> {
    return new BulkClient(await OrgClient.open({ bulkJobs: 'hold', ...options }));
  }

  create(job: Readonly<Record<string, unknown>>): Promise<OrgReply<JobReply>> {
    return this.calls.post('/jobs/ingest', job);
  }

  upload(id: string, csv: string): Promise<OrgReply<unknown>> {
    return this.calls.call('PUT', `/jobs/ingest/${id}/batches`, { body: csv, headers: CSV });
  }

  setState(id: string, state: string): Promise<OrgReply<JobReply>> {
    return this.calls.patch(`/jobs/ingest/${id}`, { state });
  }

  async info(id: string): Promise<JobReply> {
    return (await this.calls.get<JobReply>(`/jobs/ingest/${id}`)).body;
  }

  /** A job with its data, done. */
  async ingest(job: Readonly<Record<string, unknown>>, csv: string): Promise<JobReply> {
    const { body } = await this.create(job);
    await this.upload(body.id, csv);
    await this.setState(body.id, 'UploadComplete');
    this.calls.org.runBulkJobs();
    return this.info(body.id);
  }

  async results(
    id: string,
    kind: 'successfulResults' | 'failedResults' | 'unprocessedrecords',
  ): Promise<string> {
    return (await this.calls.get<string>(`/jobs/ingest/${id}/${kind}`)).body;
  }

  /** A query job, done. */
  async query(soql: string, job: Readonly<Record<string, unknown>> = {}): Promise<JobReply> {
    const { body } = await this.calls.post<JobReply>('/jobs/query', {
      operation: 'query',
      query: soql,
      ...job,
    });
    this.calls.org.runBulkJobs();
    return (await this.calls.get<JobReply>(`/jobs/query/${body.id}`)).body;
  }

  /** The result of a query, whole. */
  async rows(soql: string, job: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { id } = await this.query(soql, job);
    return (await this.calls.get<string>(`/jobs/query/${id}/results`)).body;
  }

  close(): Promise<void> {
    return this.calls.close();
  }
}

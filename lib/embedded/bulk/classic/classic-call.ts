import { toId18 } from '../../../protocol/salesforce-id.js';
import type { OrgUser } from '../../engine/record-store.js';
import { bearerToken, validSession } from '../../login/authentication.js';
import { OrgError } from '../../org-error.js';
import { versionState } from '../../rest/org/api-versions.js';
import type { Answer } from '../../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource, ResourceMethod } from '../../rest/resource.interface.js';
import { isObject } from '../../rest/request-body.js';
import { parseXml } from '../../xml/xml-element.js';
import type { BulkBatch, BulkJob } from '../bulk-job.interface.js';
import { type ClassicFormat, infoAnswer } from './classic-answer.js';
import { asClassicRefusal, classicRefusal, unparsableJob } from './classic-refusals.js';

/** One call of Bulk API 1.0. */
export interface ClassicCall extends OpenCall {
  readonly user: OrgUser;
  readonly apiVersion: string;
}

type ClassicMethods = Readonly<Partial<Record<ResourceMethod, (call: ClassicCall) => Answer>>>;

/** A resource of Bulk API 1.0, which tells sessions and refusals in a way of its own. @param path below the version */
export function classicResource(path: string, methods: ClassicMethods): OpenResource {
  const guarded = Object.entries(methods).map(([method, handle]) => [
    method,
    (call: OpenCall) => answer(call, handle),
  ]);
  return { path: `/services/async/:version${path}`, methods: Object.fromEntries(guarded) };
}

function answer(call: OpenCall, handle: (call: ClassicCall) => Answer): Answer {
  try {
    return handle({ ...call, apiVersion: requireVersion(call), user: requireUser(call) });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const { errorCode, message } = asClassicRefusal(error);
    const properties = { exceptionCode: errorCode, exceptionMessage: message };
    return infoAnswer(400, { name: 'error', properties }, formatOf(call));
  }
}

/** JSON where the client speaks it, or where it says nothing about a job whose data is JSON. */
export function formatOf({ headers }: OpenCall, job?: Pick<BulkJob, 'contentType'>): ClassicFormat {
  const spoken = headers['content-type'] ?? '';
  if (/json/i.test(spoken)) return 'json';
  if (/xml/i.test(spoken)) return 'xml';
  const accept = headers['accept'] ?? '';
  if (/json/i.test(accept)) return 'json';
  if (/xml/i.test(accept)) return 'xml';
  return job?.contentType === 'JSON' ? 'json' : 'xml';
}

export function requireClassicJob({ org, parameters }: OpenCall): BulkJob {
  const id = parameters['job'] ?? '';
  const job = org.bulk.jobs.find(toId18(id) ?? '');
  if (job?.type === 'Classic') return job;
  throw classicRefusal('InvalidJob', `Invalid job id: ${id}`);
}

export function requireBatch({ org, parameters }: OpenCall, job: BulkJob): BulkBatch {
  const id = parameters['batch'] ?? '';
  const batch = org.bulk.jobs.findBatch(job.id, toId18(id) ?? '');
  if (batch) return batch;
  throw classicRefusal('InvalidBatch', `Invalid batch id: ${id}`);
}

/** The properties that a body gives of a job, whatever its format. */
export function readJobInfo({ body, headers }: OpenCall): Readonly<Record<string, unknown>> {
  const { text } = body;
  if (/json/i.test(headers['content-type'] ?? '')) return jsonInfo(text);
  const root = parseXml(text.trim());
  if (root.name !== 'jobInfo') throw unparsableJob();
  return Object.fromEntries(root.children.map(({ name, text: value }) => [name, value.trim()]));
}

function jsonInfo(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, as for any other text that is no job.
  }
  throw unparsableJob();
}

function requireVersion({ parameters }: OpenCall): string {
  const version = parameters['version'] ?? '';
  if (versionState(version) === 'supported') return version;
  throw classicRefusal('InvalidVersion', `Api version ${version} is not supported`);
}

function requireUser({ org, headers }: OpenCall): OrgUser {
  const token = headers['x-sfdc-session'] ?? bearerToken(headers['authorization']);
  if (token === undefined) throw classicRefusal('InvalidSessionId', 'Unable to find session id');
  const session = validSession(org, token.trim());
  if (!session) throw classicRefusal('InvalidSessionId', 'Invalid session id');
  org.usage.count();
  return { id: session.userId };
}

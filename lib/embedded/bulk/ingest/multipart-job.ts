import { OrgError } from '../../org-error.js';
import { mediaType } from '../../rest/format/media-type.js';
import { readParts } from '../../rest/format/multipart-body.js';
import { RequestBody } from '../../rest/request-body.js';
import type { DataCall } from '../../rest/resource.interface.js';
import { invalidJob } from '../bulk-refusals.js';

/** As much data as may come with a new job. */
const MAX_CHARACTERS = 100_000;

/**
 * A job and its data in one request: the parts `job` and `content`. Undefined for a request that has no parts.
 *
 * @throws OrgError when a part is missing or wrong
 */
export function readMultipartJob({
  body,
  headers,
}: DataCall): { readonly job: Readonly<Record<string, unknown>>; readonly content: string } | undefined {
  const type = mediaType(headers['content-type'] ?? '');
  if (type.name !== 'multipart/form-data') return undefined;
  const parts = readParts(body.bytes, type.parameters.get('boundary'));
  const job = parts.find(({ name }) => name === 'job');
  const data = parts.find(({ name }) => name === 'content');
  if (!job || !data) throw invalidJob('The parts job and content are required');
  const content = RequestBody.of(data.content, data.contentType).text;
  if (content.length > MAX_CHARACTERS) {
    throw new OrgError('CLIENTINPUTERROR', `ClientInputError : Exceeded max size limit of ${MAX_CHARACTERS}`);
  }
  return { job: RequestBody.of(job.content, job.contentType).object(), content };
}

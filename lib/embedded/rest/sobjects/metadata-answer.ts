import { createHash } from 'node:crypto';
import { conditional } from '../format/conditional.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall } from '../resource.interface.js';

const TAG_LENGTH = 8;

/** What the org says about itself, so that a client can ask again only for what changed. */
export function metadataAnswer(call: DataCall, body: unknown): Answer {
  const etag = createHash('sha1').update(JSON.stringify(body)).digest('hex').slice(0, TAG_LENGTH);
  return conditional(call, { etag, lastModified: call.org.definitions.changedAt }, () => ({
    status: 200,
    body,
  }));
}

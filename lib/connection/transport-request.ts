import { Readable } from 'node:stream';
import { lowerCaseNames } from '../transport/lower-case-names.js';
import type { TransportRequest } from '../transport/transport.interface.js';
import type { ResourceRequest } from './resource-request.interface.js';
import { resourceUrl } from './resource-url.js';

/** The request of a resource as it goes to the interceptors; its URL is server-relative until there is a session. */
export function toTransportRequest(request: ResourceRequest, apiVersion: string): TransportRequest {
  const { method = 'GET', path, query, body, headers, signal, timeout } = request;
  const asIs = body === undefined || isRaw(body);
  return {
    method,
    url: resourceUrl(apiVersion, path, query),
    headers: {
      accept: 'application/json',
      ...(asIs ? {} : { 'content-type': 'application/json' }),
      ...lowerCaseNames(headers ?? {}),
    },
    body: asIs ? body : JSON.stringify(body),
    signal,
    timeout,
  };
}

function isRaw(body: unknown): body is string | Uint8Array | Readable {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof Readable;
}

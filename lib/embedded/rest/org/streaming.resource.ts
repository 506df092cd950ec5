import type { Answer } from '../org-exchange.interface.js';
import { isObject } from '../request-body.js';
import type { OpenCall, OpenResource } from '../resource.interface.js';

/** The Streaming API, refused in its own protocol: clients are told not to try again. */
export const streamingResource: OpenResource = {
  path: '/cometd/*',
  methods: { POST: refuse },
};

function refuse({ body }: OpenCall): Answer {
  const value = body.json();
  const messages: readonly unknown[] = Array.isArray(value) ? value : [value];
  return { status: 200, body: messages.map(refusal) };
}

function refusal(message: unknown) {
  const { channel, id } = isObject(message) ? message : {};
  return {
    ...(typeof id === 'string' && { id }),
    channel: typeof channel === 'string' ? channel : '/meta/handshake',
    successful: false,
    error: '403::Streaming API is not enabled for this organization',
    advice: { reconnect: 'none', interval: 0 },
  };
}

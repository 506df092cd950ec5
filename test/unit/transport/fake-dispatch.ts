import { bufferedResponse } from '../../../lib/transport/buffered-response.js';
import type { Dispatch, TransportRequest } from '../../../lib/transport/transport.interface.js';

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A dispatch that records what it is given and answers at once. */
export function fakeDispatch(
  answer: (request: TransportRequest) => FakeAnswer,
): Dispatch & { readonly requests: readonly TransportRequest[] } {
  const requests: TransportRequest[] = [];
  const dispatch: Dispatch = async (request) => {
    requests.push(request);
    const { status = 200, headers = {}, body = '' } = answer(request);
    return bufferedResponse({ status, headers }, body);
  };
  return Object.assign(dispatch, { requests });
}

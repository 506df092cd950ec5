import type { Answer, Call } from './scripted-transport.js';

/** The SOQL of a query call, which a long query sends in the body of a composite call. */
export function soqlOf({ path, query, body }: Call): string {
  if (path !== 'composite') return query['q'] ?? '';
  const { compositeRequest } = body as { compositeRequest: readonly { url: string }[] };
  return new URL(compositeRequest[0]?.url ?? '', 'https://org').searchParams.get('q') ?? '';
}

/** Answers queries by their text, whichever way they come. */
export function answeringQueries(answer: (soql: string, call: Call) => unknown): Answer {
  return (call) => {
    const body = answer(soqlOf(call), call);
    if (call.path !== 'composite') return body;
    return { compositeResponse: [{ body, httpHeaders: {}, httpStatusCode: 200, referenceId: 'query' }] };
  };
}

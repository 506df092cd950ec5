import type { RetryPolicy } from '../common/retry.js';
import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import type { QueryResponse } from '../protocol/query-response.interface.js';
import { ByteRoom } from '../transport/byte-room.js';
import { type PagePart, partedPage } from './page-parts.js';
import { asPage, followPages, type PageForm, type PageHead, type QueryResource } from './query-pages.js';
import type { QueryOptions, ResourceRequest } from './resource-request.interface.js';

/** What reading in parts needs of a connection. */
interface ByteResource extends QueryResource {
  bytes(request: ResourceRequest, room: ByteRoom): Promise<Uint8Array>;
}

interface HeldPage<T> extends PageHead {
  parts(): Generator<PagePart<T>, void, undefined>;
}

/**
 * The pages of a query's result, the larger ones in parts. Of a long result the text of two pages is held, in room that is
 * used again, and the parsed records of one part.
 */
export async function* queryParts<T>(
  connection: ByteResource,
  soql: string,
  options: QueryOptions,
  retries?: RetryPolicy,
): AsyncGenerator<PagePart<T>, void, undefined> {
  for await (const page of followPages(connection, soql, options, heldPages<T>(connection), retries)) {
    yield* page.parts();
  }
}

/** The text of a page is held until its last part has been taken; of a page of another form, the records are. */
function heldPages<T>(connection: ByteResource): PageForm<HeldPage<T>> {
  const { name } = connection;
  const free: ByteRoom[] = [];
  const take = (answer: unknown): HeldPage<T> => {
    const page = asPage<T>(name, answer);
    const { done, nextRecordsUrl } = page;
    return { done, nextRecordsUrl, parts: () => onePart(page) };
  };
  return {
    take,
    async read(request) {
      const room = free.pop() ?? new ByteRoom();
      const { buffer, byteOffset, byteLength } = await connection.bytes(request, room);
      const text = Buffer.from(buffer, byteOffset, byteLength);
      const page = partedPage<T>(text, name);
      if (page) return { ...page, parts: () => lending(page.parts(), () => free.push(room)) };
      const answer = parsed(text, name);
      free.push(room);
      return take(answer);
    },
  };
}

function* onePart<T>(page: QueryResponse<T>): Generator<PagePart<T>, void, undefined> {
  yield page;
}

function* lending<T>(
  parts: Generator<PagePart<T>, void, undefined>,
  giveBack: () => void,
): Generator<PagePart<T>, void, undefined> {
  yield* parts;
  giveBack();
}

function parsed(bytes: Buffer, connection: string): unknown {
  const body = new TextDecoder().decode(bytes);
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw exceptionFromResponse({ status: 200, body, connection });
  }
}

import { promisify } from 'node:util';
import { constants, deflate, gunzip, gzip, inflate, inflateRaw } from 'node:zlib';

/** How content can be compressed on its way. */
export type ContentCoding = 'gzip' | 'deflate';

const codings: Readonly<Record<string, ContentCoding>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};
const compressors = { gzip: promisify(gzip), deflate: promisify(deflate) } as const;
const [unzip, unwrap, unpack] = [promisify(gunzip), promisify(inflate), promisify(inflateRaw)];

/** Codings on top of each other are no client's way of saving bytes. */
const MAX_CODINGS = 2;

/** Why a body could not be decompressed. */
export class ContentCodingError extends Error {
  constructor(readonly reason: 'unknown' | 'corrupt' | 'too large') {
    super(`The content coding is ${reason}`);
    this.name = 'ContentCodingError';
  }
}

/** The coding that a client likes best, if any. */
export function acceptedCoding(acceptEncoding: string | undefined): ContentCoding | undefined {
  if (!acceptEncoding) return undefined;
  const weights = new Map(acceptEncoding.split(',').map(weightOf));
  const weight = (coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0;
  const [zip, flat] = [Math.max(weight('gzip'), weights.get('x-gzip') ?? 0), weight('deflate')];
  if (Math.max(zip, flat) < (weights.get('identity') ?? 0) || zip + flat === 0) return undefined;
  return zip >= flat ? 'gzip' : 'deflate';
}

export function compress(content: Uint8Array, coding: ContentCoding): Promise<Buffer> {
  return compressors[coding](content, { level: constants.Z_BEST_SPEED });
}

/** Whether a `Content-Encoding` says that anything is compressed at all. */
export function isCoded(contentEncoding: string | undefined): contentEncoding is string {
  return (
    contentEncoding !== undefined && contentEncoding !== '' && !/^\s*identity\s*$/i.test(contentEncoding)
  );
}

/**
 * Undoes the codings of a body.
 *
 * @throws ContentCodingError also when there would be more than `limit` bytes of it
 */
export async function decompress(
  body: Uint8Array,
  contentEncoding: string,
  limit: number,
): Promise<Uint8Array> {
  const names = contentEncoding.split(',').map((name) => name.trim().toLowerCase());
  const applied = names.filter((name) => name !== 'identity');
  if (applied.length > MAX_CODINGS) throw new ContentCodingError('unknown');
  let content = body;
  for (const name of applied.toReversed()) content = await decode(content, name, limit);
  return content;
}

async function decode(content: Uint8Array, name: string, limit: number): Promise<Uint8Array> {
  const coding = codings[name];
  if (!coding) throw new ContentCodingError('unknown');
  const options = { maxOutputLength: limit };
  try {
    if (coding === 'gzip') return await unzip(content, options);
    return await (isWrapped(content) ? unwrap : unpack)(content, options);
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ContentCodingError(tooLarge ? 'too large' : 'corrupt');
  }
}

/** Deflate comes in a zlib wrapper, as HTTP says, or without one, as some clients understand it. */
function isWrapped(content: Uint8Array): boolean {
  const [method = 0, flags = 0] = content;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

function weightOf(range: string): [string, number] {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [name, quality === undefined ? 1 : Number(quality) || 0];
}

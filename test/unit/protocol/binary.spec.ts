import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Binary, type BinarySource } from '../../../lib/protocol/binary.js';

type OpenRequest = Parameters<BinarySource['open']>[0];

const URL = '/services/data/v67.0/sobjects/Attachment/00P000000000001AAA/Body';
const PIECES = [Buffer.from('Grü'), Buffer.from('ße')];

/** An org that keeps one content, and notes who asks for it. */
class Source implements BinarySource {
  readonly requests: OpenRequest[] = [];

  async open(request: OpenRequest) {
    this.requests.push(request);
    request.signal?.throwIfAborted();
    return { bytes: async () => Buffer.concat(PIECES), stream: () => Readable.from(PIECES) };
  }
}

describe('Binary', () => {
  describe('of bytes or a text', () => {
    const bytes = Uint8Array.of(0, 255, 128);

    it('gives them back', async () => {
      expect(await Binary.of(bytes).bytes()).toEqual(bytes);
      expect(await buffer(Binary.of(bytes).stream())).toEqual(Buffer.from(bytes));
      expect(await Binary.of('Grüße').text()).toBe('Grüße');
      expect(await Binary.of('').bytes()).toHaveLength(0);
      expect(await buffer(Binary.of('').stream())).toHaveLength(0);
    });

    it('is nowhere', () => {
      expect(Binary.of(bytes).url).toBeUndefined();
    });

    it('holds them', () => {
      expect(Binary.of(bytes).held).toBe(bytes);
      expect(Binary.of('Grüße').held).toEqual(Buffer.from('Grüße'));
    });
  });

  describe('of a stream', () => {
    it('gives what the stream gives, once', async () => {
      const content = Binary.of(Readable.from(PIECES));
      expect(content.url).toBeUndefined();
      expect(content.held).toBeUndefined();
      expect(content.spent).toBe(false);
      expect(await content.text()).toBe('Grüße');
      expect(content.spent).toBe(true);
      await expect(content.bytes()).rejects.toThrow('made of a stream, which has been read already');
    });

    it('fails as the stream fails', async () => {
      const broken = new Readable({ read: () => broken.destroy(new RangeError('unreadable')) });
      await expect(Binary.of(broken).bytes()).rejects.toThrow('unreadable');
    });

    it('ends the stream when a reader leaves', async () => {
      const stream = Readable.from(PIECES);
      for await (const piece of Binary.of(stream).stream()) {
        expect(piece).toEqual(PIECES[0]);
        break;
      }
      expect(stream.destroyed).toBe(true);
    });
  });

  describe('of an org', () => {
    it('asks for nothing before it is read, and then each time', async () => {
      const source = new Source();
      const content = Binary.at(URL, source);
      const stream = content.stream();
      expect(content.url).toBe(URL);
      expect(source.requests).toEqual([]);
      expect(await buffer(stream)).toEqual(Buffer.from('Grüße'));
      expect(await content.text()).toBe('Grüße');
      expect(await content.bytes()).toEqual(Buffer.from('Grüße'));
      expect(source.requests).toEqual(
        Array.from({ length: 3 }, () => ({ path: URL, headers: { accept: '*/*' }, signal: undefined })),
      );
    });

    it('holds nothing', () => {
      expect(Binary.at(URL, new Source()).held).toBeUndefined();
    });

    it('shows where it is, and not what it is read through', () => {
      const content = Binary.at(URL, new Source());
      expect(JSON.stringify(content)).toBe(`{"url":"${URL}"}`);
      expect(inspect(content)).toBe(`Binary {\n  url: '${URL}'\n}`);
    });

    it.each<[string, (content: Binary, signal: AbortSignal) => Promise<unknown>]>([
      ['bytes', (content, signal) => content.bytes({ signal })],
      ['text', (content, signal) => content.text({ signal })],
      ['stream', (content, signal) => buffer(content.stream({ signal }))],
    ])('ends the reading as %s at a signal', async (_, read) => {
      const signal = AbortSignal.abort();
      await expect(read(Binary.at(URL, new Source()), signal)).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('tells the reader of a stream that it cannot be had', async () => {
      const source: BinarySource = { open: () => Promise.reject(new RangeError('gone')) };
      await expect(buffer(Binary.at(URL, source).stream())).rejects.toThrow('gone');
    });

    it('lets go of the answer when a reader leaves', async () => {
      const answer = Readable.from(PIECES);
      const source: BinarySource = { open: async () => ({ bytes: fail, stream: () => answer }) };
      for await (const piece of Binary.at(URL, source).stream()) {
        expect(piece).toEqual(PIECES[0]);
        break;
      }
      expect(answer.destroyed).toBe(true);
    });
  });
});

function fail(): never {
  throw new Error('Nobody expected this call');
}

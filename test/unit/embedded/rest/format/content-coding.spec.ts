import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  acceptedCoding,
  compress,
  ContentCodingError,
  decompress,
  isCoded,
} from '../../../../../lib/embedded/rest/format/content-coding.js';

const TEXT = Buffer.from('{"Name":"Äcme"}');

describe('acceptedCoding', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['br', undefined],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['deflate', 'deflate'],
    ['gzip, deflate, br', 'gzip'],
    ['deflate, gzip;q=0.5', 'deflate'],
    ['gzip;q=0', undefined],
    ['gzip;q=0, deflate', 'deflate'],
    ['*', 'gzip'],
    ['*;q=0.1, gzip;q=0', 'deflate'],
    ['gzip;q=0.5, identity', undefined],
    ['gzip; q=0.001', 'gzip'],
    ['gzip;q=oops', undefined],
  ])('takes %j for %s', (header, coding) => {
    expect(acceptedCoding(header)).toBe(coding);
  });
});

describe('isCoded', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['identity', false],
    ['gzip', true],
  ])('says of %j %s', (header, coded) => {
    expect(isCoded(header)).toBe(coded);
  });
});

describe('decompress', () => {
  it.each([
    ['gzip', gzipSync(TEXT)],
    ['X-GZIP', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['deflate, gzip', gzipSync(deflateSync(TEXT))],
    ['identity, gzip', gzipSync(TEXT)],
  ])('undoes %s', async (coding, body) => {
    expect(Buffer.from(await decompress(body, coding, 1000))).toEqual(TEXT);
  });

  it.each([
    ['br', TEXT, 'unknown'],
    ['gzip, gzip, gzip', TEXT, 'unknown'],
    ['gzip', TEXT, 'corrupt'],
    ['deflate', TEXT, 'corrupt'],
    ['gzip', gzipSync(TEXT).subarray(0, 20), 'corrupt'],
    ['gzip', gzipSync(Buffer.alloc(1_000_000)), 'too large'],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(1_000_000))), 'too large'],
  ])('refuses %s that is no such thing', async (coding, body, reason) => {
    await expect(decompress(body, coding, 10_000)).rejects.toThrow(
      new ContentCodingError(reason as ContentCodingError['reason']),
    );
  });
});

describe('compress', () => {
  it.each(['gzip', 'deflate'] as const)('does what decompress undoes, in %s', async (coding) => {
    expect(Buffer.from(await decompress(await compress(TEXT, coding), coding, 1000))).toEqual(TEXT);
  });
});

import { gunzipSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { codedResponse } from '../../../../../lib/embedded/rest/format/coded-response.js';

const LARGE = 'x'.repeat(8192);

describe('codedResponse', () => {
  it('compresses large answers, and names them by other tags', async () => {
    const { headers, body } = await codedResponse(
      { status: 200, headers: { etag: '"abc="', 'content-type': 'a/b' }, body: LARGE },
      'gzip, deflate',
    );
    expect(headers).toEqual({
      'content-type': 'a/b',
      etag: '"abc=--gzip"',
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
    expect(gunzipSync(body).toString()).toBe(LARGE);
  });

  it('deflates', async () => {
    const { headers, body } = await codedResponse({ status: 200, headers: {}, body: LARGE }, 'deflate');
    expect(headers['content-encoding']).toBe('deflate');
    expect(inflateSync(body).toString()).toBe(LARGE);
  });

  it.each([
    ['small', 'gzip', 'x'.repeat(8191)],
    ['not wanted', 'identity', LARGE],
    ['not known to be wanted', undefined, LARGE],
  ])('leaves alone what is %s', async (_, accepted, body) => {
    const answer = await codedResponse({ status: 200, headers: { etag: '"abc="' }, body }, accepted);
    expect(answer.headers).toEqual({ etag: '"abc="' });
    expect(Buffer.from(answer.body).toString()).toBe(body);
  });

  it('sends bytes as they are', async () => {
    const body = Buffer.from([0, 255]);
    expect((await codedResponse({ status: 200, headers: {}, body }, undefined)).body).toBe(body);
  });
});

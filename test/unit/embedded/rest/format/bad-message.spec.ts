import { describe, expect, it } from '@jest/globals';
import { badMessage, maxBodyOf, refuseSize } from '../../../../../lib/embedded/rest/format/bad-message.js';

const MEGABYTE = 1024 * 1024;

const request = (target: string, headers: Record<string, string> = {}, size = 0) =>
  refuseSize({ method: 'POST', origin: '', target, headers, body: new Uint8Array(size) });

describe('maxBodyOf', () => {
  it.each([
    [undefined, 50],
    ['application/json', 50],
    ['multipart/form-data; boundary=x', 500],
    [' Multipart/Form-Data', 500],
    ['multipart/related', 50],
  ])('allows of %j %d megabytes', (type, megabytes) => {
    expect(maxBodyOf(type)).toBe(megabytes * MEGABYTE);
  });
});

describe('refuseSize', () => {
  it.each([
    [request('/'), undefined],
    [request(`/${'x'.repeat(16_383)}`), undefined],
    [request(`/${'x'.repeat(16_384)}`), 414],
    [request('/', { a: 'x'.repeat(16_382) }), undefined],
    [request('/', { a: 'x'.repeat(16_383) }), 431],
    [request('/', {}, 50 * MEGABYTE), undefined],
    [request('/', {}, 50 * MEGABYTE + 1), 413],
    [request('/', { 'content-type': 'multipart/form-data; boundary=x' }, 50 * MEGABYTE + 1), undefined],
  ])('lets pass what is just small enough, and nothing larger', (answer, status) => {
    expect(answer?.status).toBe(status);
  });
});

describe('badMessage', () => {
  it('is what the web server says, not the API', () => {
    expect(badMessage(414, 'URI Too Long')).toEqual({
      status: 414,
      headers: { 'content-type': 'text/html;charset=ISO-8859-1' },
      body: '<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { CrossOriginPolicy } from '../../../../../lib/embedded/rest/format/cross-origin.js';

const request = (headers: Record<string, string>) => ({
  method: 'OPTIONS',
  origin: 'http://org',
  target: '/services/data/v67.0/sobjects',
  headers,
  body: new Uint8Array(),
});

describe('CrossOriginPolicy', () => {
  it('allows nobody at first', () => {
    const policy = new CrossOriginPolicy();
    expect(policy.preflight(request({ origin: 'https://app.example.com' }))).toEqual({
      status: 403,
      headers: {},
      body: '',
    });
    expect(policy.headersOf('https://app.example.com')).toBeUndefined();
  });

  it('tells an allowed origin what it may do', () => {
    const policy = new CrossOriginPolicy(['https://app.example.com']);
    const asked = { origin: 'https://app.example.com', 'access-control-request-headers': 'authorization' };
    expect(policy.preflight(request(asked))).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': 'https://app.example.com',
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
        'access-control-allow-headers': 'authorization',
        'access-control-max-age': '86400',
      },
    });
    expect(policy.headersOf('https://other.example.com')).toBeUndefined();
    expect(policy.headersOf(undefined)).toBeUndefined();
  });

  it('allows everybody if told so', () => {
    expect(new CrossOriginPolicy(['*']).headersOf('https://any.example.com')).toMatchObject({
      'access-control-allow-origin': 'https://any.example.com',
    });
  });
});

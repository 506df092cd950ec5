import { describe, expect, it } from '@jest/globals';
import { oauthAnswer, oauthFormat } from '../../../../../lib/embedded/login/oauth/oauth-format.js';

describe('oauthFormat', () => {
  it.each([
    [null, undefined, 'json'],
    [null, '*/*', 'json'],
    [null, 'application/xml', 'xml'],
    [null, 'text/html, application/xml;q=0.9, application/json', 'xml'],
    [null, 'application/x-www-form-urlencoded', 'urlencoded'],
    ['json', 'application/xml', 'json'],
    ['xml', 'application/json', 'xml'],
    ['urlencoded', undefined, 'urlencoded'],
    ['yaml', undefined, 'json'],
  ])('of the parameter %j and the header %j is %s', (parameter, accept, format) => {
    expect(oauthFormat(parameter, accept)).toBe(format);
  });
});

describe('oauthAnswer', () => {
  const fields = { error: 'invalid_grant', error_description: 'a <b> & c', gone: undefined };

  it.each([
    ['json', 'application/json;charset=UTF-8', '{"error":"invalid_grant","error_description":"a <b> & c"}'],
    [
      'xml',
      'application/xml;charset=UTF-8',
      '<?xml version="1.0" encoding="UTF-8"?><OAuth><error>invalid_grant</error><error_description>a &lt;b&gt; &amp; c</error_description></OAuth>',
    ],
    [
      'urlencoded',
      'application/x-www-form-urlencoded',
      'error=invalid_grant&error_description=a+%3Cb%3E+%26+c',
    ],
  ] as const)('writes %s', (format, type, body) => {
    expect(oauthAnswer(format, 400, fields)).toEqual({
      status: 400,
      headers: { 'content-type': type, 'cache-control': 'no-cache, no-store' },
      body,
    });
  });
});

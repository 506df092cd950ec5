import { describe, expect, it } from '@jest/globals';
import { clientCredentials, oauthForm } from '../../../../../lib/embedded/login/oauth/oauth-form.js';
import { RequestBody } from '../../../../../lib/embedded/rest/request-body.js';
import type { OpenCall } from '../../../../../lib/embedded/rest/resource.interface.js';

function formOf(query: string, text: string, contentType?: string): Record<string, string> {
  const headers = { 'content-type': contentType };
  const body = RequestBody.of(Buffer.from(text), contentType);
  const call = { query: new URLSearchParams(query), headers, body } as unknown as OpenCall;
  return Object.fromEntries(oauthForm(call));
}

describe('oauthForm', () => {
  it('takes parameters of the URL and of the body, which wins', () => {
    expect(formOf('a=1&b=2', 'b=3&c=%2B4+5', 'application/x-www-form-urlencoded')).toEqual({
      a: '1',
      b: '3',
      c: '+4 5',
    });
  });

  it('takes multipart forms', () => {
    const text =
      '--XX\r\nContent-Disposition: form-data; name="response_type"\r\n\r\ndevice_code\r\n' +
      '--XX\r\nContent-Disposition: form-data; name="scope"\r\nContent-Type: text/plain\r\n\r\nfull refresh_token\r\n--XX--\r\n';
    expect(formOf('', text, 'multipart/form-data; boundary=XX')).toEqual({
      response_type: 'device_code',
      scope: 'full refresh_token',
    });
  });
});

describe('clientCredentials', () => {
  it.each([
    ['client_id=app&client_secret=s', undefined, { id: 'app', secret: 's' }],
    ['', 'Basic YXBwOnM6dA==', { id: 'app', secret: 's:t' }],
    ['client_id=other', 'Basic YXBwOnM=', { id: 'other', secret: 's' }],
    ['', 'Basic YXBw', { id: 'app', secret: '' }],
    ['', 'Bearer x', { id: undefined, secret: undefined }],
  ])('of %j and %j', (form, authorization, expected) => {
    expect(clientCredentials(new URLSearchParams(form), authorization)).toEqual(expected);
  });
});

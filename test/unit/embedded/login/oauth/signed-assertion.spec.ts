import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readAssertion, verifyAssertion } from '../../../../../lib/embedded/login/oauth/signed-assertion.js';

const refusal = (message: string) => expect.objectContaining({ errorCode: 'invalid_grant', message });

/** The RS256 example of RFC 7515, appendix A.2: a token that is over since 2011, and its key. */
const RFC_TOKEN =
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.' +
  'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw';
const RFC_KEY = createPublicKey({
  format: 'jwk',
  key: {
    kty: 'RSA',
    n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
    e: 'AQAB',
  },
})
  .export({ type: 'spki', format: 'pem' })
  .toString();

const ORIGIN = 'https://acme.my.salesforce.com';
const NOW = new Date('2026-07-01T12:00:00Z');

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function verifyClaims(claims: object): void {
  const signed = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
  const token = `${signed}.${sign('RSA-SHA256', Buffer.from(signed), keys.privateKey).toString('base64url')}`;
  verifyAssertion(readAssertion(token), { publicKey, now: NOW, origin: ORIGIN });
}

describe('signed assertion', () => {
  it('reads the claims of a token', () => {
    expect(readAssertion(RFC_TOKEN)).toMatchObject({
      algorithm: 'RS256',
      claims: { iss: 'joe', exp: 1_300_819_380, 'http://example.com/is_root': true },
    });
  });

  it.each(['', null, 'a', 'a.b', 'a.b.c', 'e30.e30.', 'e30.e30.x.y', 'MQ.MQ.MQ'])('refuses %j', (text) => {
    expect(() => readAssertion(text)).toThrow(refusal('invalid assertion'));
  });

  it('believes a signature by the key it is told', () => {
    const verify = (now: string, key = RFC_KEY, token = RFC_TOKEN) =>
      verifyAssertion(readAssertion(token), { publicKey: key, now: new Date(now), origin: ORIGIN });
    // In time, only the audience is missing; later, the token is over; with another key or a changed claim, it is nothing.
    expect(() => verify('2011-01-01T00:00:00Z')).toThrow(refusal('audience is invalid'));
    expect(() => verify('2026-01-01T00:00:00Z')).toThrow(refusal('expired authorization code'));
    expect(() => verify('2011-01-01T00:00:00Z', publicKey)).toThrow(refusal('invalid assertion'));
    const [header, , signature] = RFC_TOKEN.split('.');
    const changed = `${header}.${encode({ iss: 'eve', exp: 1_300_819_380 })}.${signature}`;
    expect(() => verify('2011-01-01T00:00:00Z', RFC_KEY, changed)).toThrow(refusal('invalid assertion'));
  });

  it.each([
    ['https://login.salesforce.com'],
    ['login.salesforce.com'],
    ['https://login.salesforce.com/'],
    ['https://test.salesforce.com'],
    [ORIGIN],
    [`${ORIGIN}/services/oauth2/token`],
    [['https://elsewhere.example', ORIGIN]],
  ])('takes the audience %j', (aud) => {
    expect(() => verifyClaims({ aud, exp: 1_782_907_380 })).not.toThrow();
  });

  it('takes a time that is a text, as some clients write it', () => {
    expect(() => verifyClaims({ aud: ORIGIN, exp: '1782907380' })).not.toThrow();
  });

  it.each([
    [{ aud: 'https://elsewhere.example', exp: 1_782_907_380 }, 'audience is invalid'],
    [{ exp: 1_782_907_380 }, 'audience is invalid'],
    [{ aud: ORIGIN, exp: 1_782_907_200 }, 'expired authorization code'],
    [{ aud: ORIGIN }, 'invalid assertion'],
    [{ aud: ORIGIN, exp: 'soon' }, 'invalid assertion'],
  ])('refuses the claims %j', (claims, message) => {
    expect(() => verifyClaims(claims)).toThrow(refusal(message));
  });
});

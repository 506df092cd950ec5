import { describe, expect, it } from '@jest/globals';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { contentDecoder } from '../../../lib/hydration/content-decoder.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { NO_CONTENT } from '../../support/no-content.js';

const PATH = '/services/data/v67.0/sobjects/Attachment/00P000000000001AAA/Body';

describe('contentDecoder', () => {
  it('makes a handle of a path', () => {
    const content = contentDecoder('Body')(PATH, NO_CONTENT);
    expect(content).toBeInstanceOf(Binary);
    expect(content.url).toBe(PATH);
  });

  it.each([
    'https://elsewhere.example/Body',
    '//elsewhere.example/Body',
    '/\\elsewhere.example/Body',
    'sobjects/Attachment',
    'AP+A',
    '',
    5,
    {},
  ])('refuses %j: a session is sent to the own host only', (value) => {
    const decode = () => contentDecoder('Body')(value, NO_CONTENT);
    expect(decode).toThrow(InvalidResponseException);
    expect(decode).toThrow('The base64 field Body arrived in another form.');
  });
});

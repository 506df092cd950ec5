import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { InvalidWriteException } from '../../../lib/exceptions/invalid-write.exception.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { withInlineContent } from '../../../lib/write/inline-content.js';
import { NO_CONTENT } from '../../support/no-content.js';

const BYTES = Uint8Array.of(0, 255, 128);

describe('withInlineContent', () => {
  it('leaves a body without content as it is', () => {
    const body = { Name: 'a', Size__c: 1, Note__c: null };
    expect(withInlineContent(body, 'Attachment')).toBe(body);
  });

  it('writes content as base64, of a part of a buffer that part alone', () => {
    const body = {
      Name: 'a',
      Body: Binary.of(BYTES),
      Preview__c: Binary.of(BYTES.subarray(1)),
      More__c: Binary.of(''),
    };
    expect(withInlineContent(body, 'Attachment')).toEqual({
      Name: 'a',
      Body: 'AP+A',
      Preview__c: '/4A=',
      More__c: '',
    });
  });

  it.each([
    ['a stream', Binary.of(Readable.from([]))],
    ['an org', Binary.at('/services/data/v67.0/sobjects/Attachment/00P000000000001AAA/Body', NO_CONTENT)],
  ])('refuses the content of %s', (_, content) => {
    const inline = () => withInlineContent({ Name: 'a', Body: content }, 'Attachment[3]');
    expect(inline).toThrow(InvalidWriteException);
    expect(inline).toThrow(
      'Attachment[3]: the content for Body is that of a stream or of an org, which only an insert or update of a single record ' +
        'sends piece by piece. Write this record alone, or read the content first: Binary.of(await content.bytes()).',
    );
  });
});

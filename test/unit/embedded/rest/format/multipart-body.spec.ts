import { describe, expect, it } from '@jest/globals';
import { readParts, recordPart } from '../../../../../lib/embedded/rest/format/multipart-body.js';

const BODY = [
  'preamble',
  '--boundary_string',
  'Content-Disposition: form-data; name="entity_document";',
  'Content-Type: application/json',
  '',
  '{"Name":"Brochure"}',
  '--boundary_string',
  'content-type: application/pdf',
  'Content-Disposition: form-data; name="Body"; filename="a;b.pdf"',
  '',
  'line 1',
  '',
  'line 2 --boundary_string',
  '--boundary_string--',
  'epilogue',
].join('\r\n');

const part = (name: string, contentType: string | undefined) => ({
  name,
  contentType,
  content: new Uint8Array(),
});

describe('readParts', () => {
  it('reads the parts, their contents byte by byte', () => {
    const parts = readParts(Buffer.from(BODY), 'boundary_string');
    expect(
      parts.map(({ name, contentType, content }) => ({
        name,
        contentType,
        content: Buffer.from(content).toString(),
      })),
    ).toEqual([
      { name: 'entity_document', contentType: 'application/json', content: '{"Name":"Brochure"}' },
      { name: 'Body', contentType: 'application/pdf', content: 'line 1\r\n\r\nline 2 --boundary_string' },
    ]);
  });

  it('copies nothing', () => {
    const body = Buffer.from(BODY);
    expect(readParts(body, 'boundary_string')[1]?.content.buffer).toBe(body.buffer);
  });

  it('reads an empty part', () => {
    const body = '--b\r\nContent-Disposition: form-data; name="Body"\r\n\r\n\r\n--b--';
    expect(readParts(Buffer.from(body), 'b')[0]?.content).toHaveLength(0);
  });

  it.each([
    [undefined, BODY, 'Multipart message must have a boundary'],
    ['', BODY, 'Multipart message must have a boundary'],
    ['other', BODY, 'Multipart message ends before its closing boundary'],
    ['boundary_string', '', 'Multipart message ends before its closing boundary'],
    ['boundary_string', BODY.slice(0, 200), 'Multipart message ends before its closing boundary'],
    ['b', '--b\r\nno headers\r\n--b--', 'Multipart message has a part without headers'],
  ])('refuses a body that does not hold to the boundary %j', (boundary, body, message) => {
    expect(() => readParts(Buffer.from(body), boundary)).toThrow(
      expect.objectContaining({ errorCode: 'INVALID_MULTIPART_REQUEST', status: 400, message }),
    );
  });
});

describe('recordPart', () => {
  it('finds the record wherever it is and whatever it is called', () => {
    const record = part('Document', 'application/json; charset=UTF-8');
    expect(recordPart([part('Body', 'application/pdf'), record])).toBe(record);
  });

  it('needs one', () => {
    expect(() => recordPart([part('Body', undefined), part('json', 'text/plain')])).toThrow(
      'Multipart message must include a non-binary part',
    );
  });
});

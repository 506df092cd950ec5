import { describe, expect, it } from '@jest/globals';
import { RequestBody } from '../../../../lib/embedded/rest/request-body.js';

const of = (text: string | Uint8Array, type?: string) => RequestBody.of(Buffer.from(text as string), type);

const record = (text: string) => `Content-Type: application/json\r\n\r\n${text}`;
const content = (name: string, text: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${text}`;
const attributes = (name: string) =>
  `"attributes":{"type":"Document","binaryPartName":"${name}","binaryPartNameAlias":"Body"}`;
const parts = (...each: readonly string[]) =>
  of(each.map((part) => `--x\r\n${part}\r\n`).join('') + '--x--', 'multipart/form-data; boundary=x');

describe('RequestBody', () => {
  it.each([
    ['{"a":"ü"}', undefined],
    ['\uFEFF{"a":"ü"}', 'application/json'],
    [Buffer.from('{"a":"ü"}', 'latin1'), 'application/json; charset=ISO-8859-1'],
    [Buffer.from('{"a":"ü"}', 'utf16le'), 'application/json; charset=utf-16le'],
    ['<r><a>ü</a></r>', 'text/xml'],
    [Buffer.from('<r><a>ü</a></r>', 'latin1'), 'application/xml;charset=iso-8859-1'],
  ])('reads %j of type %j', (bytes, type) => {
    expect(of(bytes, type).json()).toEqual({ a: 'ü' });
  });

  it.each([
    ['', 'The HTTP entity body is required, but this request has no entity body.'],
    [' \n', 'The HTTP entity body is required, but this request has no entity body.'],
    ['[1]', 'Unexpected parsing exception. Expected: START_OBJECT, but found START_ARRAY'],
    ['1', 'Unexpected parsing exception. Expected: START_OBJECT, but found VALUE'],
  ])('refuses %j where a record is to be', (text, message) => {
    expect(() => of(text).object()).toThrow(
      expect.objectContaining({ errorCode: 'JSON_PARSER_ERROR', message }),
    );
  });

  it('refuses bytes that are no text', () => {
    expect(() => of(Buffer.from([0x7b, 0xff, 0x7d])).json()).toThrow(
      'Invalid UTF-8 start byte 0xff at [line:1, column:2]',
    );
  });

  it('takes the value of a sub-request as it is', () => {
    expect(RequestBody.ofValue({ a: 1 }).object()).toEqual({ a: 1 });
    expect(() => RequestBody.ofValue(undefined).json()).toThrow('The HTTP entity body is required');
    expect(() => RequestBody.ofValue(null).json()).toThrow('The HTTP entity body is required');
  });

  it('reads forms and bytes', () => {
    const body = of('a=b+c&d=%26', 'application/x-www-form-urlencoded');
    expect([...body.form()]).toEqual([
      ['a', 'b c'],
      ['d', '&'],
    ]);
    expect(Buffer.from(body.bytes).toString()).toBe('a=b+c&d=%26');
  });

  describe('in parts', () => {
    it('gives a record its content', () => {
      const value = parts(record('{"Name":"a"}'), content('Body', 'bytes')).object();
      expect(value).toEqual({ Name: 'a', Body: Buffer.from('bytes') });
    });

    it('gives each record of a collection its own', () => {
      const collection = `{"records":[{${attributes('1')}},{"attributes":{"type":"Account"}},{${attributes('2')}}]}`;
      const value = parts(content('2', 'two'), record(collection), content('1', 'one')).object();
      expect((value['records'] as { Body?: Uint8Array }[]).map(({ Body }) => Body && String(Body))).toEqual([
        'one',
        undefined,
        'two',
      ]);
    });

    it('misses the part that a record names', () => {
      const collection =
        '{"records":[{"attributes":{"type":"Document","binaryPartName":"1","binaryPartNameAlias":"Body"}}]}';
      expect(() => parts(record(collection)).json()).toThrow(
        'Multipart message must include the binary part 1',
      );
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { jsonValue, utf8Text } from '../../../../../lib/embedded/rest/format/json-value.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('jsonValue', () => {
  it.each([
    ['{"a":1,"a":2}', { a: 2 }],
    ['[123456789012345678]', [123_456_789_012_345_680]],
    [' null ', null],
  ])('reads %s', (text, value) => {
    expect(jsonValue(text)).toEqual(value);
  });

  it.each(['{"a":NaN}', '{"a":Infinity}', "{'a':1}", '{a:1}', '{"a":1,}', '{"a":01}', 'undefined', '"\t"'])(
    'refuses %s',
    (text) => {
      expect(() => jsonValue(text)).toThrow(expect.objectContaining({ errorCode: 'JSON_PARSER_ERROR' }));
    },
  );

  it('goes down a thousand levels, and no deeper', () => {
    expect(jsonValue(nested(1000))).toEqual(expect.any(Array));
    expect(() => jsonValue(nested(1001))).toThrow(
      'Document nesting depth (1001) exceeds the maximum allowed (1000)',
    );
    expect(() => jsonValue('{"a":'.repeat(100_000))).toThrow('Document nesting depth (1001)');
  });

  it('does not count brackets inside texts', () => {
    const text = JSON.stringify({ a: `${'['.repeat(2000)}"\\`, b: ['\\'.repeat(3), '{'.repeat(2000)] });
    expect(jsonValue(text)).toEqual({ a: `${'['.repeat(2000)}"\\`, b: ['\\\\\\', '{'.repeat(2000)] });
  });

  it('does not count what is closed again', () => {
    expect(jsonValue(`[${'[],'.repeat(2000)}{}]`)).toHaveLength(2001);
  });
});

describe('utf8Text', () => {
  it('reads UTF-8', () => {
    expect(utf8Text(Buffer.from('{"Name":"Größe 😀"}'))).toBe('{"Name":"Größe 😀"}');
  });

  it.each([
    [
      Buffer.from('{"Name":"Gr\u00f6\u00dfe"}', 'latin1'),
      'Invalid UTF-8 start byte 0xf6 at [line:1, column:12]',
    ],
    [
      Buffer.from([0x22, 0x0a, 0xc3, 0xa4, 0xff, 0x22]),
      'Invalid UTF-8 start byte 0xff at [line:2, column:3]',
    ],
    [Buffer.from([0xe4]), 'Invalid UTF-8 start byte 0xe4 at [line:1, column:1]'],
  ])('refuses %j', (bytes, message) => {
    expect(() => utf8Text(bytes)).toThrow(
      expect.objectContaining({ errorCode: 'JSON_PARSER_ERROR', message }),
    );
  });
});

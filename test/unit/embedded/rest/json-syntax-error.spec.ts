import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { jsonSyntaxError } from '../../../../lib/embedded/rest/json-syntax-error.js';

describe('jsonSyntaxError', () => {
  it.each([
    [
      '{ "LastName" jones }',
      "Unexpected character ('j' (code 106)): was expecting a colon to separate field name and value at [line:1, column:14]",
    ],
    [
      '{\n  "Name": "Acme",\n  Industry: "Energy"\n}',
      "Unexpected character ('I' (code 73)): was expecting double-quote to start field name at [line:3, column:3]",
    ],
    [
      '[1 2]',
      "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:4]",
    ],
    [
      '{"a":1 "b":2}',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate OBJECT entries at [line:1, column:8]",
    ],
    [
      '{"a":}',
      "Unexpected character ('}' (code 125)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:6]",
    ],
    [
      '[request',
      "Unexpected character ('r' (code 114)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]",
    ],
    [
      '{"a":1,}',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:8]",
    ],
    [
      '{“a”:1}',
      "Unexpected character ('“' (code 8220 / 0x201c)): was expecting double-quote to start field name at [line:1, column:2]",
    ],
    [
      '{"a":NULL}',
      "Unrecognized token 'NULL': was expecting 'null', 'true' or 'false' at [line:1, column:6]",
    ],
    ['[NaN]', "Unrecognized token 'NaN': was expecting 'null', 'true' or 'false' at [line:1, column:2]"],
    ['{"a":1', 'Unexpected end-of-input at [line:1, column:7]'],
    ['{"a":"b', 'Unexpected end-of-input in VALUE_STRING at [line:1, column:8]'],
    ['{}{}', "Unexpected character ('{' (code 123)): was expecting end-of-input at [line:1, column:3]"],
    ['01', 'Invalid numeric value: Leading zeroes not allowed at [line:1, column:1]'],
    ['{"a":1}}', "Unexpected character ('}' (code 125)): was expecting end-of-input at [line:1, column:8]"],
    [
      '{"a":"b\nc"}',
      'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value at [line:1, column:8]',
    ],
    ['{"a":"\\x"}', "Unrecognized character escape 'x' (code 120) at [line:1, column:8]"],
  ])('says where %j stops being JSON', (text, message) => {
    const error = jsonSyntaxError(text);
    expect(error.message).toBe(message);
    expect([error.errorCode, error.status]).toEqual(['JSON_PARSER_ERROR', 400]);
  });

  it.each([
    [
      '{"Name":"' + 'x'.repeat(1_000_000),
      'Unexpected end-of-input in VALUE_STRING at [line:1, column:1000010]',
    ],
    [
      '["' + String.raw`\n`.repeat(1_000_000),
      'Unexpected end-of-input in VALUE_STRING at [line:1, column:2000003]',
    ],
    [
      '["' + String.raw`x\n`.repeat(1_000_000) + '" "',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate ARRAY entries at [line:1, column:3000005]",
    ],
  ])('takes no longer than the text is long (case %#)', (text, message) => {
    expect(jsonSyntaxError(text).message).toBe(message);
  });

  it('finds the end of any JSON text that is cut off inside', () => {
    const cut = fc
      .json()
      .filter((text) => text.startsWith('{') || text.startsWith('['))
      .map((text) => text.slice(0, -1));
    fc.assert(
      fc.property(cut, (text) => {
        expect(jsonSyntaxError(text).message).toContain('Unexpected end-of-input');
      }),
      { seed: 20_260_710 },
    );
  });
});

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
      "Unexpected character ('2' (code 50)): was expecting comma to separate entries at [line:1, column:4]",
    ],
    ['{"a":}', "Unexpected character ('}' (code 125)): was expecting a valid value at [line:1, column:6]"],
    ['{"a":1', 'Unexpected end-of-input at [line:1, column:7]'],
    ['{}{}', "Unexpected character ('{' (code 123)): was expecting end-of-input at [line:1, column:3]"],
    ['01', "Unexpected character ('0' (code 48)): was expecting a valid value at [line:1, column:1]"],
    ['{"a":1}}', "Unexpected character ('}' (code 125)): was expecting end-of-input at [line:1, column:8]"],
  ])('says where %j stops being JSON', (text, message) => {
    const error = jsonSyntaxError(text);
    expect(error.message).toBe(message);
    expect([error.errorCode, error.status]).toEqual(['JSON_PARSER_ERROR', 400]);
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

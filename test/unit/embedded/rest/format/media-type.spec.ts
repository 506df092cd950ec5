import { describe, expect, it } from '@jest/globals';
import { isXml, mediaType } from '../../../../../lib/embedded/rest/format/media-type.js';

describe('mediaType', () => {
  it.each([
    ['application/json', 'application/json', []],
    [' Application/JSON ; Charset=UTF-8', 'application/json', [['charset', 'UTF-8']]],
    [
      'multipart/form-data; boundary="a \\"b\\""; x=1',
      'multipart/form-data',
      [
        ['boundary', 'a "b"'],
        ['x', '1'],
      ],
    ],
    ['', '', []],
    [';;=', '', []],
  ])('reads %j', (header, name, parameters) => {
    const type = mediaType(header);
    expect([type.name, [...type.parameters]]).toEqual([name, parameters]);
  });
});

describe('isXml', () => {
  it.each([
    ['application/xml', true],
    ['text/xml;charset=UTF-8', true],
    ['application/json', false],
    ['application/soap+xml', false],
  ])('says of %s %s', (header, xml) => {
    expect(isXml(mediaType(header))).toBe(xml);
  });
});

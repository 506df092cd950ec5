import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../../../../lib/embedded/rest/soap/xml-element.js';

describe('parseXml', () => {
  it('reads elements by their local names', () => {
    const root = parseXml(
      '<?xml version="1.0"?>\n<s:Envelope xmlns:s="http://x"><!-- <a> --><s:Body empty=\'1\'/></s:Envelope>\n',
    );
    expect(root).toMatchObject({ name: 'Envelope', children: [{ name: 'Body', children: [], text: '' }] });
  });

  it.each([
    ['a&amp;b&lt;c&gt;&quot;&apos;', 'a&b<c>"\''],
    ['&#65;&#x1F600;', 'A😀'],
    ['<![CDATA[<secret> & more]]>', '<secret> & more'],
    ['  00123  ', '  00123  '],
  ])('reads the text %s', (source, text) => {
    expect(parseXml(`<p>${source}</p>`).text).toBe(text);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a b></a>',
    '<a>&unknown;</a>',
    '<a>&constructor;</a>',
    '<a>&#x110000;</a>',
    '<a>a & b</a',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  ])('refuses %s', (source) => {
    expect(() => parseXml(source)).toThrow('The SOAP request is not well-formed XML');
  });
});

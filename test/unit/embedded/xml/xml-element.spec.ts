import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../../../lib/embedded/xml/xml-element.js';

describe('parseXml', () => {
  it('reads elements and attributes by their local names', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0"?>\n<s:Account xmlns:s="http://x" type=\'A&amp;B\'><!-- <a> --><Name xsi:nil="true"/></s:Account>\n',
    );
    expect(root.name).toBe('Account');
    expect([...root.attributes]).toEqual([['type', 'A&B']]);
    expect(root.children.map(({ name, attributes }) => [name, attributes.get('nil')])).toEqual([
      ['Name', 'true'],
    ]);
  });

  it.each([
    ['a&amp;b&lt;c&gt;&quot;&apos;', 'a&b<c>"\''],
    ['&#65;&#x1F600;', 'A😀'],
    ['<![CDATA[<secret> & more]]>', '<secret> & more'],
    ['  00123  ', '  00123  '],
    ['Größe 大', 'Größe 大'],
  ])('reads the text %s', (source, text) => {
    expect(parseXml(`<p>${source}</p>`).text).toBe(text);
  });

  it.each([
    ['', 'Premature end of file.'],
    ['text', 'Content is not allowed in prolog.'],
    ['{"Name":"Acme"}', 'Content is not allowed in prolog.'],
    ['<a>', 'XML document structures must start and end within the same entity.'],
    ['<a>b</a', 'XML document structures must start and end within the same entity.'],
    ['<a></b>', 'The element type "a" must be terminated by the matching end-tag "</a>".'],
    ['<a><b></a>', 'The element type "b" must be terminated by the matching end-tag "</b>".'],
    ['<a/><b/>', 'The markup in the document following the root element must be well-formed.'],
    ['<a/></b>', 'The markup in the document following the root element must be well-formed.'],
    ['<a/>text', 'Content is not allowed in trailing section.'],
    ['<a b></a>', 'Element type "a" must be followed by either attribute specifications, ">" or "/>".'],
    ['<a><1/></a>', 'The content of elements must consist of well-formed character data or markup.'],
    ['<a>&unknown;</a>', 'The entity "unknown" was referenced, but not declared.'],
    ['<a>&constructor;</a>', 'The entity "constructor" was referenced, but not declared.'],
    ['<a>a & b</a>', "The entity name must immediately follow the '&' in the entity reference."],
    ['<a>&#x110000;</a>', 'Character reference "&#1114112;" is an invalid XML character.'],
    ['<a>&#0;</a>', 'Character reference "&#0;" is an invalid XML character.'],
    [`${'<a>'.repeat(600)}${'</a>'.repeat(600)}`, 'The document is nested too deeply.'],
  ])('refuses %s', (source, message) => {
    expect(() => parseXml(source)).toThrow(
      expect.objectContaining({ errorCode: 'XML_PARSER_ERROR', message }),
    );
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!doctype a><a/>',
  ])('refuses the document type of %s', (source) => {
    expect(() => parseXml(source)).toThrow(
      'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
    );
  });
});

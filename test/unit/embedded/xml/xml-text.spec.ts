import { describe, expect, it } from '@jest/globals';
import { attribute, element, escapeXml, nil, xmlDocument } from '../../../../lib/embedded/xml/xml-text.js';

describe('escapeXml', () => {
  it.each([
    ['a & b < c > "d" \'e\'', 'a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;'],
    ['tab\tline\r\nend', 'tab\tline\r\nend'],
    ['x\u0000\u0008\u000B\u001F\uFFFFy', 'xy'],
    ['\uD83D\uDE00 \uD83D \uDE00', '😀  '],
  ])('writes %j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});

describe('element', () => {
  it.each([
    ['Name', 'a', '', '<Name>a</Name>'],
    ['Name', '', '', '<Name/>'],
    ['Account', '<Name/>', ' type="Account"', '<Account type="Account"><Name/></Account>'],
    ['ns__Größe__c', '1', '', '<ns__Größe__c>1</ns__Größe__c>'],
    ['1 <evil>', 'x', '', '<_1__evil_>x</_1__evil_>'],
    ['', 'x', '', '<_>x</_>'],
  ])('writes %j', (name, content, attributes, xml) => {
    expect(element(name, content, attributes)).toBe(xml);
  });
});

describe('xmlDocument', () => {
  it('declares what nothing needs', () => {
    expect(xmlDocument(element('a', nil('b')))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><b xsi:nil="true"/></a>',
    );
    expect(xmlDocument(element('a', 'b', attribute('c', '"')))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a c="&quot;">b</a>',
    );
  });
});

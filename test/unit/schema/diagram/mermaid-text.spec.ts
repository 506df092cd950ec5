import { describe, expect, it } from '@jest/globals';
import {
  attributeWord,
  entityName,
  isPlainName,
  quoted,
} from '../../../../lib/schema/diagram/mermaid-text.js';

describe('entityName', () => {
  it.each([
    ['Account', 'Account'],
    ['acme__Invoice__c', 'acme__Invoice__c'],
    ['End__c', 'End__c'],
    ['End', '"End"'],
    ['class', '"class"'],
    ['To', '"To"'],
    ['1st', '"1st"'],
    ['A B', '"A B"'],
  ])('writes %s as %s', (name, expected) => {
    expect(entityName(name)).toBe(expected);
    expect(isPlainName(name)).toBe(name === expected);
  });
});

describe('attributeWord', () => {
  it.each([
    ['Name', 'Name'],
    ['Rate__c', 'Rate__c'],
    ['string', 'string'],
    ['fk', '_fk'],
    ['UK__c', 'UK__c'],
    ['1st', '_1st'],
    ['a b"c', 'a_b_c'],
  ])('writes %s as %s', (name, expected) => {
    expect(attributeWord(name)).toBe(expected);
  });
});

describe('quoted', () => {
  it.each([
    ['D&B Company ID', '"D&B Company ID"'],
    ['say "hi"', '"say #34;hi#34;"'],
    ['<script>', '"#60;script#62;"'],
    ['%%{init: {}}%%', '"#37;#37;{init: {}}#37;#37;"'],
    ['#quot;', '"#35;quot;"'],
    [String.raw`a\b`, '"a#92;b"'],
    ['**bold** and `code`', '"#42;#42;bold#42;#42; and #96;code#96;"'],
    ['__loud__', '"#95;#95;loud#95;#95;"'],
    ['acme__Region__c', '"acme__Region__c"'],
    ['  two\r\n lines ', '"two lines"'],
  ])('writes %s as %s', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });
});

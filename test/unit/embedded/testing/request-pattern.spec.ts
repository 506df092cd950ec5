import { describe, expect, it } from '@jest/globals';
import { compilePattern, patternText } from '../../../../lib/embedded/testing/request-pattern.js';

const request = (method: string, path: string, more: { soql?: string; body?: string } = {}) => ({
  method,
  path,
  soql: more.soql,
  body: more.body ?? '',
});

describe('compilePattern', () => {
  it.each([
    ['GET /query', 'GET', '/query', true],
    ['GET /query', 'GET', '/query/', true],
    ['GET /query', 'POST', '/query', false],
    ['GET /query', 'GET', '/query/01gRM000000abcd-2000', false],
    ['get /QUERY', 'GET', '/query', true],
    ['GET /query/*', 'GET', '/query/01gRM000000abcd-2000', true],
    ['* /sobjects/Account/*', 'DELETE', '/sobjects/Account/001000000000001AAA', true],
    ['* /sobjects/Account/*', 'GET', '/sobjects/Account', false],
    ['* /sobjects/Account/*', 'GET', '/sobjects/Account/Ext__c/7', false],
    ['* /sobjects/**', 'GET', '/sobjects/Account/Ext__c/7', true],
    ['* /sobjects/**', 'GET', '/sobjects', true],
    ['* /**', 'PATCH', '/services/oauth2/token', true],
    ['POST /services/oauth2/token', 'POST', '/services/oauth2/token', true],
    ['GET /a.b', 'GET', '/aXb', false],
  ])('%s and %s %s: %s', (pattern, method, path, expected) => {
    expect(compilePattern(pattern)(request(method, path))).toBe(expected);
  });

  it('takes every request without a pattern', () => {
    expect(compilePattern(undefined)(request('GET', '/limits'))).toBe(true);
    expect(compilePattern({})(request('GET', '/limits'))).toBe(true);
  });

  it('looks into SOQL and bodies', () => {
    const ofContacts = compilePattern({ request: 'GET /query', soql: /FROM Contact/g });
    expect(ofContacts(request('GET', '/query', { soql: 'SELECT Id FROM Contact' }))).toBe(true);
    expect(ofContacts(request('GET', '/query', { soql: 'SELECT Id FROM Contact' }))).toBe(true);
    expect(ofContacts(request('GET', '/query', { soql: 'SELECT Id FROM Account' }))).toBe(false);
    expect(ofContacts(request('GET', '/limits'))).toBe(false);
    const named = compilePattern({ body: /"Name":"Acme"/ });
    expect(named(request('POST', '/sobjects/Account', { body: '{"Name":"Acme"}' }))).toBe(true);
    expect(named(request('POST', '/sobjects/Account', { body: '{"Name":"Apex"}' }))).toBe(false);
  });

  it.each(['', 'GET', '/query', 'GET query', 'GET /a b'])('refuses %j, which names no requests', (text) => {
    expect(() => compilePattern(text)).toThrow(
      `'${text}' names no requests: write a method and a path, such as 'GET /query' or '* /sobjects/Account/*'.`,
    );
  });
});

describe('patternText', () => {
  it.each([
    [undefined, 'any request'],
    ['GET /query', 'GET /query'],
    [{ request: 'GET /query', soql: /Contact/ }, 'GET /query with SOQL /Contact/'],
    [{ body: /Acme/i }, 'any request with a body of /Acme/i'],
  ])('of %j is %s', (pattern, text) => {
    expect(patternText(pattern)).toBe(text);
  });
});

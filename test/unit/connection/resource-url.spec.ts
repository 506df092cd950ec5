import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { encodePathSegment, resourceUrl } from '../../../lib/connection/resource-url.js';

describe('encodePathSegment', () => {
  it.each([
    ['001D000000IRFmaIAH', '001D000000IRFmaIAH'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ['100 %', '100%20%25'],
    ['Ünal', '%C3%9Cnal'],
    ['...', '...'],
  ])('encodes %s', (value, encoded) => {
    expect(encodePathSegment(value)).toBe(encoded);
  });

  it.each(['', '.', '..', '\uD800'])('refuses %j, which would reach another resource or none', (value) => {
    expect(() => encodePathSegment(value)).toThrow(InvalidQueryException);
  });
});

describe('resourceUrl', () => {
  it.each([
    ['sobjects/Account', undefined, '/services/data/v67.0/sobjects/Account'],
    ['/services/apexrest/orders', undefined, '/services/apexrest/orders'],
    [
      'query',
      { q: "SELECT Id FROM Account WHERE Name = 'A&B+1'" },
      "/services/data/v67.0/query?q=SELECT%20Id%20FROM%20Account%20WHERE%20Name%20%3D%20'A%26B%2B1'",
    ],
    ['limits', { a: undefined }, '/services/data/v67.0/limits'],
    ['query?x=1', { y: '2' }, '/services/data/v67.0/query?x=1&y=2'],
  ])('builds the URL of %s', (path, query, url) => {
    expect(resourceUrl('67.0', path, query)).toBe(url);
  });
});

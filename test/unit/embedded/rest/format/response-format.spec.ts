import { describe, expect, it } from '@jest/globals';
import { formatOf } from '../../../../../lib/embedded/rest/format/response-format.js';

describe('formatOf', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['application/json, application/xml', 'json'],
    ['application/json;q=0.5, application/xml', 'xml'],
    ['application/xml', 'xml'],
    ['APPLICATION/XML; charset=utf-8', 'xml'],
    ['text/xml', 'xml'],
    ['application/xml, application/json', 'xml'],
    ['application/xml;q=0.9, application/json', 'json'],
    ['application/xml;q=0', 'json'],
    ['application/xml, */*', 'xml'],
    ['application/xml;q=0.5, */*', 'json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'xml'],
    ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', 'json'],
    ['application/soap+xml', 'json'],
    ['image/png', 'json'],
    [',;q=;', 'json'],
  ])('takes %j for %s', (accept, format) => {
    expect(formatOf(accept)).toBe(format);
  });
});

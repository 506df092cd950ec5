import { describe, expect, it } from '@jest/globals';
import { parseTarget } from '../../../../lib/embedded/rest/request-target.js';

describe('parseTarget', () => {
  it.each<[string, string[], string | undefined]>([
    ['/services/data/v67.0/sobjects/', ['services', 'data', 'v67.0', 'sobjects'], undefined],
    ['//services///data', ['services', 'data'], undefined],
    [
      '/services/data/v67.0/sobjects/a%20b%2Fc',
      ['services', 'data', 'v67.0', 'sobjects', 'a b/c'],
      undefined,
    ],
    ['/services/data/v67.0.xml', ['services', 'data', 'v67.0'], 'xml'],
    ['/services/data/v67.0/limits.JSON?x=y.xml', ['services', 'data', 'v67.0', 'limits'], 'json'],
    ['/services/data/v67.0/sobjects/.json', ['services', 'data', 'v67.0', 'sobjects'], 'json'],
    ['/services/apexrest/report.xml', ['services', 'apexrest', 'report.xml'], undefined],
    ['http://org.example:80/services/data?a=b', ['services', 'data'], undefined],
    ['*', ['*'], undefined],
    ['', [], undefined],
    ['?a', [], undefined],
  ])('takes %s apart', (target, segments, format) => {
    const parsed = parseTarget(target);
    expect([parsed.segments, parsed.format]).toEqual([segments, format]);
  });

  it('reads a query that is not encoded', () => {
    const { query } = parseTarget(
      "/services/data/v67.0/query?q=SELECT Id FROM Account WHERE Name = 'A+B%26C'&x",
    );
    expect([...query]).toEqual([
      ['q', "SELECT Id FROM Account WHERE Name = 'A B&C'"],
      ['x', ''],
    ]);
  });

  it.each(['/a/../b', '/a/%2e%2E/b', '/./a', '/a%00', '/%', '/%C3', '/%ff'])('knows no %s', (target) => {
    expect(() => parseTarget(target)).toThrow('The requested resource does not exist');
  });
});

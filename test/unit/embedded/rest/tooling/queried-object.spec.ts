import { describe, expect, it } from '@jest/globals';
import { queriedObject } from '../../../../../lib/embedded/rest/tooling/queried-object.js';

describe('queriedObject', () => {
  it.each([
    ['SELECT Id FROM Account', 'Account'],
    ["select Id from Contact where LastName = 'FROM EntityDefinition'", 'Contact'],
    ["SELECT Id FROM Contact WHERE LastName = 'it\\'s FROM x'", 'Contact'],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', 'Account'],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT X FROM Y))',
      'Account',
    ],
    ['SELECT Id,(SELECT Id,(SELECT Id FROM C) FROM B) FROM A', 'A'],
    ['nothing', undefined],
    ['', undefined],
  ])('of %j is %s', (soql, name) => {
    expect(queriedObject(soql).name).toBe(name);
  });

  it('gives what follows, without texts and parentheses', () => {
    expect(queriedObject("SELECT Id FROM A WHERE B = 'x' AND C IN ('y')").rest).toBe(
      "FROM A WHERE B = '' AND C IN ()",
    );
  });

  it('takes no time over a hostile text', () => {
    const before = process.hrtime.bigint();
    queriedObject(`SELECT ${'('.repeat(50_000)} FROM A`);
    queriedObject(`SELECT ${"'".repeat(50_001)} FROM A`);
    expect(Number(process.hrtime.bigint() - before) / 1e6).toBeLessThan(2000);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryFixture } from './query-fixture.js';

describe('requireSupportedInChildren', () => {
  let org: QueryFixture;

  beforeAll(() => {
    org = new QueryFixture();
  });
  afterAll(() => org.close());

  it.each([
    ['FOR', 'FOR VIEW'],
    ['UPDATE', 'UPDATE TRACKING'],
    ['ALL ROWS', 'ALL ROWS'],
    ['WITH', 'WITH USER_MODE'],
  ])('refuses %s in the query of children', (name, clause) => {
    const refusal = org.refusal(`SELECT Id, (SELECT Id FROM Contacts ${clause}) FROM Account`);
    expect(refusal.errorCode).toBe('MALFORMED_QUERY');
    expect(refusal.message).toMatch(new RegExp(`\\n${name} is not allowed in a subquery$`));
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CANONICAL_SOQL } from '../fixtures/soql-corpus.js';
import { CANONICAL_SOSL } from '../fixtures/sosl-corpus.js';
import { CallFuzzer } from '../support/fuzz/call-fuzzer.js';
import { budgetOf } from '../support/fuzz/fuzz-budget.js';
import { FuzzedOrg } from '../support/fuzz/fuzzed-org.js';
import { fuzzedQueries } from '../support/fuzz/fuzzed-queries.js';
import { hostileTexts } from '../support/hostile-values.js';

/** Queries that this org has the objects and fields of. */
const OWN_SOQL = [
  "SELECT Id, Name, Account.Owner.Name FROM Contact WHERE Account.Name LIKE 'A%' AND Birthdate > 1815-01-01 ORDER BY Name",
  'SELECT Name, (SELECT LastName FROM Contacts WHERE Email = null LIMIT 3) FROM Account WHERE AnnualRevenue >= 1.5e3',
  'SELECT Industry, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry) HAVING COUNT(Id) > 0 ORDER BY COUNT(Id) DESC',
  "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Lovelace') AND CreatedDate = LAST_N_DAYS:30",
  "SELECT FORMAT(Amount), toLabel(StageName) FROM Opportunity WHERE CALENDAR_YEAR(CloseDate) = 2026 AND NOT (Name = '\\'')",
  'SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Task WHERE ActivityDate = THIS_FISCAL_QUARTER',
  "SELECT FIELDS(STANDARD) FROM Ship__c WHERE Code__c IN ('a', 'b', 'c') AND Flagship__r.Crew__c != 0 LIMIT 5 OFFSET 1",
];

const quoted = (text: string): string =>
  `'${text
    .replaceAll(/['"\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)}'`;

describe('queries that are not quite right', () => {
  let fuzzer: CallFuzzer;

  beforeEach(async () => {
    fuzzer = await CallFuzzer.open();
  });
  afterEach(() => fuzzer.close());

  it.each([
    ['SOQL', [...CANONICAL_SOQL, ...OWN_SOQL, ...OWN_SOQL], 'query'],
    ['SOQL of the Tooling API', OWN_SOQL, 'tooling/query'],
    ['SOSL', CANONICAL_SOSL, 'search'],
  ])('of %s are answered as the platform answers', async (_language, corpus, resource) => {
    await fc.assert(
      fc.asyncProperty(fuzzedQueries(corpus, resource), (call) => fuzzer.check(call)),
      budgetOf(15_000),
    );
  });
});

describe('texts that want out of their quotes', () => {
  let fuzzed: FuzzedOrg;

  beforeEach(async () => {
    fuzzed = await FuzzedOrg.open();
  });
  afterEach(() => fuzzed.close());

  it('are found again by the query, the external id and nothing else', async () => {
    const finds = async (given: string): Promise<void> => {
      const code = Buffer.from(given).toString().trim().slice(0, 40);
      const body = JSON.stringify({ Name: 'hostile', Code__c: code });
      const headers = { 'content-type': 'application/json' };
      const made = await fuzzed.send({
        method: 'POST',
        path: '/services/data/v60.0/sobjects/Ship__c',
        headers,
        body,
      });
      if (made.status === 400) return;
      expect(made.status).toBe(201);
      const { id } = JSON.parse(made.text) as { id: string };
      const read = await fuzzed.send({
        method: 'GET',
        path: `/services/data/v60.0/sobjects/Ship__c/${id}`,
        headers: {},
      });
      const stored = (JSON.parse(read.text) as { Code__c: string | null }).Code__c;
      const soql = `SELECT Id FROM Ship__c WHERE Code__c = ${stored === null ? 'null' : quoted(stored)}`;
      const path = `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`;
      const found = await fuzzed.send({ method: 'GET', path, headers: {} });
      expect({ soql, text: found.text }).toEqual({ soql, text: expect.stringContaining(id) });
      expect(JSON.parse(found.text)).toMatchObject({ totalSize: 1 });
      const removed = await fuzzed.send({
        method: 'DELETE',
        path: `/services/data/v60.0/sobjects/Ship__c/${id}`,
        headers: {},
      });
      expect(removed.status).toBe(204);
    };
    await fc.assert(fc.asyncProperty(hostileTexts(), finds), budgetOf(4_000));
    expect(fuzzed.failures).toEqual([]);
  });
});

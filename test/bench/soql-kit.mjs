// node test/bench/soql-kit.mjs [--json] [--rounds N], after npm run build: queries parsed and printed a second beside soql-parser-js, and what
// importing either costs. The two take turns within a round, so that ratios hold on a machine whose speed drifts.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { composeQuery, parseQuery } from '@jetstreamapp/soql-parser-js';
import { parseSoql, parseSoqlWithPositions } from '../../dist/soql/parser/soql-parser.js';
import { printSoql } from '../../dist/soql/soql-printer.js';

const QUERIES = {
  simple: "SELECT Id, Name FROM Account WHERE Name = 'Acme' LIMIT 10",
  aggregate: `SELECT Account.Industry, COUNT(Id) deals, SUM(Amount) total, AVG(Probability) FROM Opportunity
    WHERE IsWon = TRUE AND CloseDate >= LAST_N_FISCAL_YEARS:3 GROUP BY ROLLUP(Account.Industry, LeadSource)
    HAVING SUM(Amount) > 10000 AND COUNT(Id) >= 5 ORDER BY SUM(Amount) DESC NULLS LAST LIMIT 200`,
  conditions: `SELECT Id, Name FROM Account WHERE (Name LIKE 'Acme%' OR (Industry IN ('Energy', 'Banking') AND Rating = 'Hot'))
    AND (AnnualRevenue > 1000000 OR (NumberOfEmployees >= 50 AND NOT (Type = 'Partner'))) AND (CreatedDate = THIS_YEAR
    OR LastModifiedDate >= 2026-01-01T00:00:00Z) AND Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsWon = TRUE)
    ORDER BY Name ASC NULLS FIRST LIMIT 500 OFFSET 100`,
  complex: `SELECT Id, Name, Amount, CloseDate, Account.Name, Account.Owner.Name, Owner.Profile.Name, (SELECT Id, Quantity,
    UnitPrice, PricebookEntry.Product2.Name FROM OpportunityLineItems WHERE Quantity > 1 ORDER BY CreatedDate DESC LIMIT 50),
    (SELECT Id, Contact.Email FROM OpportunityContactRoles WHERE IsPrimary = TRUE) FROM Opportunity
    WHERE (StageName IN ('Prospecting', 'Qualification', 'Closed Won') OR Amount >= 50000.00) AND CloseDate = LAST_N_DAYS:90
    AND Account.Name LIKE '%Corp%' AND CreatedDate > 2026-01-01T00:00:00Z AND NOT (Probability < 10) AND AccountId IN
    (SELECT Id FROM Account WHERE Industry = 'Energy' AND AnnualRevenue != NULL)
    ORDER BY Amount DESC NULLS LAST, CloseDate ASC LIMIT 100 OFFSET 20`,
};
const IMPORTS = ['kit', 'soql-parser-js'];
const SLICE_MILLISECONDS = 150;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

let consumed = 0;
function perSecond(work) {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < SLICE_MILLISECONDS) {
    for (let i = 0; i < 20; i++) consumed += work() ? 1 : 0;
    count += 20;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}

/** How often a second each of the works is done; they take turns, a warm-up round first. */
function ratesOf(works, rounds) {
  for (const work of Object.values(works)) perSecond(work);
  const rates = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) rates[name].push(perSecond(work));
  }
  return rates;
}

function compare(query, text, rounds) {
  const tree = parseSoql(text);
  const theirs = parseQuery(text);
  const rates = ratesOf(
    {
      parse: () => parseSoql(text),
      parseWithPositions: () => parseSoqlWithPositions(text),
      theirParse: () => parseQuery(text),
      print: () => printSoql(tree),
      theirPrint: () => composeQuery(theirs),
    },
    rounds,
  );
  const ratio = (ours, other) =>
    Number(median(rates[ours].map((rate, i) => rate / rates[other][i])).toFixed(1));
  return {
    query,
    characters: text.length,
    ...Object.fromEntries(
      Object.entries(rates).map(([name, all]) => [`${name}PerSecond`, Math.round(median(all))]),
    ),
    parseRatio: ratio('parse', 'theirParse'),
    printRatio: ratio('print', 'theirPrint'),
  };
}

async function importMilliseconds(name) {
  const child = fork(new URL('./import-kit.mjs', import.meta.url), [name]);
  const [{ milliseconds }] = await once(child, 'message');
  return milliseconds;
}

async function compareImports(rounds) {
  const runs = Object.fromEntries(IMPORTS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of IMPORTS) runs[name].push(await importMilliseconds(name));
  }
  return {
    kitMilliseconds: Number(median(runs.kit).toFixed(1)),
    theirMilliseconds: Number(median(runs['soql-parser-js']).toFixed(1)),
    ratio: Number(median(runs['soql-parser-js'].map((time, i) => time / runs.kit[i])).toFixed(1)),
  };
}

/** The kit beside soql-parser-js: a row for each query, and one for the import of either. */
export async function measure({ rounds }) {
  const queries = Object.entries(QUERIES).map(([query, text]) =>
    compare(query, text.replaceAll(/\s+/g, ' '), rounds),
  );
  if (consumed === 0) throw new Error('nothing was parsed');
  return {
    title: `SOQL kit beside soql-parser-js; medians of ${rounds} rounds, ratios round by round`,
    rows: [...queries, { query: 'import', ...(await compareImports(rounds)) }],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values: options } = parseArgs({
    options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' } },
  });
  const { title, rows } = await measure({ rounds: Number(options.rounds) });
  if (options.json) console.log(JSON.stringify({ node: process.version, title, rows }, null, 2));
  else print(title, rows);
}

function print(title, rows) {
  console.log(`${title}\n`);
  console.table(
    Object.fromEntries(
      rows
        .filter(({ query }) => query !== 'import')
        .map((row) => [
          row.query,
          {
            characters: row.characters,
            'parsed/s': row.parsePerSecond,
            'with positions/s': row.parseWithPositionsPerSecond,
            'x soql-parser-js': row.parseRatio,
            'printed/s': row.printPerSecond,
            'x soql-parser-js ': row.printRatio,
          },
        ]),
    ),
  );
  const imports = rows.find(({ query }) => query === 'import');
  console.log(`import: ${imports.kitMilliseconds} ms, soql-parser-js ${imports.theirMilliseconds} ms`);
}

// node test/bench/soql-kit.mjs [--json] [--rounds N], after npm run build: queries parsed and printed a second beside soql-parser-js, and what
// importing either costs. Each runs in processes of its own, so that neither pays for the other's garbage, and they take turns within a
// round, so that ratios hold on a machine whose speed drifts.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SOQL_QUERIES } from './soql-queries.mjs';

const LIBRARIES = ['kit', 'soql-parser-js'];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function askChild(program, library) {
  const child = fork(new URL(program, import.meta.url), [library]);
  const [answer] = await once(child, 'message');
  return answer;
}

/** What a program says of each library, round by round. */
async function inTurns(program, rounds) {
  const answers = Object.fromEntries(LIBRARIES.map((library) => [library, []]));
  for (let round = 0; round < rounds; round++) {
    for (const library of LIBRARIES) answers[library].push(await askChild(program, library));
  }
  return { ours: answers.kit, theirs: answers['soql-parser-js'] };
}

function rowOf(query, { ours, theirs }) {
  const rates = (work) => ours.map((rates) => rates[query][work]);
  const ratio = (work) =>
    Number(median(rates(work).map((rate, round) => rate / theirs[round][query][work])).toFixed(1));
  return {
    query,
    characters: SOQL_QUERIES[query].length,
    parsePerSecond: Math.round(median(rates('parse'))),
    parseWithPositionsPerSecond: Math.round(median(rates('parseWithPositions'))),
    printPerSecond: Math.round(median(rates('print'))),
    parseRatio: ratio('parse'),
    printRatio: ratio('print'),
  };
}

async function compareImports(rounds) {
  const { ours, theirs } = await inTurns('./import-kit.mjs', rounds);
  const [kit, other] = [ours, theirs].map((answers) => answers.map(({ milliseconds }) => milliseconds));
  return {
    kitMilliseconds: Number(median(kit).toFixed(1)),
    theirMilliseconds: Number(median(other).toFixed(1)),
    ratio: Number(median(other.map((time, round) => time / kit[round])).toFixed(1)),
  };
}

/** The kit beside soql-parser-js: a row for each query, and one for the import of either. */
export async function measure({ rounds }) {
  const rates = await inTurns('./kit-rates.mjs', rounds);
  return {
    title: `SOQL kit beside soql-parser-js; medians of ${rounds} rounds, ratios round by round`,
    rows: [
      ...Object.keys(SOQL_QUERIES).map((query) => rowOf(query, rates)),
      { query: 'import', ...(await compareImports(rounds)) },
    ],
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

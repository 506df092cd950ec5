// A child of soql-kit.mjs: queries parsed and printed a second by one of the two libraries, which has the process to itself.
import { SOQL_QUERIES } from './soql-queries.mjs';

const SLICE_MILLISECONDS = 150;
const WARM_UP_SLICES = 3;

const LIBRARIES = {
  kit: async () => {
    const { parseSoql, parseSoqlWithPositions } = await import('../../dist/soql/parser/soql-parser.js');
    const { printSoql } = await import('../../dist/soql/soql-printer.js');
    return { parse: parseSoql, parseWithPositions: parseSoqlWithPositions, print: printSoql };
  },
  'soql-parser-js': async () => {
    const { composeQuery, parseQuery } = await import('@jetstreamapp/soql-parser-js');
    return { parse: parseQuery, print: composeQuery };
  },
};

let consumed = 0;
function perSecond(work, input) {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < SLICE_MILLISECONDS) {
    for (let i = 0; i < 20; i++) consumed += work(input) ? 1 : 0;
    count += 20;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}

function warmPerSecond(work, input) {
  for (let slice = 0; slice < WARM_UP_SLICES; slice++) perSecond(work, input);
  return perSecond(work, input);
}

const { parse, parseWithPositions, print } = await LIBRARIES[process.argv[2]]();
const rates = {};
for (const [query, text] of Object.entries(SOQL_QUERIES)) {
  rates[query] = { parse: warmPerSecond(parse, text) };
  if (parseWithPositions) rates[query].parseWithPositions = warmPerSecond(parseWithPositions, text);
  rates[query].print = warmPerSecond(print, parse(text));
}
if (consumed === 0) throw new Error('nothing was parsed');
process.send(rates);

// node test/bench/reading.mjs [--json] [--rounds N], after npm run build: reads the same 100,000 records of 20 fields from one local server process with a bare
// undici + JSON.parse loop, with jsforce, and with the repository; each reader is a process of its own, in turns, so
// that ratios hold on a machine whose speed drifts. Then streams 100,000 and 1,000,000 records, for the memory that takes:
// with a bounded young generation, so that the peak is what a stream holds, and with V8's own, which V8 enlarges the longer
// a process makes and drops objects, whoever makes them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';

const READERS = ['bare', 'jsforce', 'repository', 'stream'];
const STREAMED = [100_000, 1_000_000];
const YOUNG_GENERATIONS = { bounded: ['--max-semi-space-size=16'], own: [] };
const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});
const file = (name) => new URL(name, import.meta.url);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function startServer() {
  const server = fork(file('./page-server.mjs'), { stdio: 'inherit' });
  const [{ url }] = await once(server, 'message');
  return { server, url };
}

async function measure(reader, url, limit = [], flags = []) {
  const child = fork(file('./read-records.mjs'), [reader, url, ...limit], {
    stdio: 'inherit',
    execArgv: ['--expose-gc', ...flags],
  });
  const [result] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${reader} exited with ${code}`))),
  ]);
  return result;
}

const { server, url } = await startServer();
const runs = new Map(READERS.map((reader) => [reader, []]));
const streams = STREAMED.flatMap((records) =>
  Object.keys(YOUNG_GENERATIONS).map((young) => ({ records, young, results: [] })),
);
try {
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const reader of READERS) runs.get(reader).push(await measure(reader, url));
    for (const { records, young, results } of streams) {
      results.push(await measure('stream', url, [records], YOUNG_GENERATIONS[young]));
    }
  }
} finally {
  server.kill();
}

const ratios = (reader, figure) =>
  median(runs.get(reader).map((run, round) => run[figure] / runs.get('bare')[round][figure]));
const rows = READERS.map((reader) => ({
  reader,
  records: runs.get(reader)[0].records,
  milliseconds: Math.round(median(runs.get(reader).map(({ milliseconds }) => milliseconds))),
  timeRatio: Number(ratios(reader, 'milliseconds').toFixed(2)),
  cpuRatio: Number(ratios(reader, 'cpuMilliseconds').toFixed(2)),
  peakMegabytes: Math.round(median(runs.get(reader).map(({ peakMegabytes }) => peakMegabytes))),
}));
const memory = streams.map(({ young, results }) => ({
  records: results[0].records,
  young,
  seconds: Number((median(results.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(1)),
  peakMegabytes: Math.round(median(results.map(({ peakMegabytes }) => peakMegabytes))),
}));

if (options.json)
  console.log(
    JSON.stringify({ node: process.version, rounds: Number(options.rounds), rows, memory }, null, 2),
  );
else {
  console.log(
    `Reading ${rows[0].records} records of 20 fields; medians of ${options.rounds} rounds, ratios round by round\n`,
  );
  console.table(
    Object.fromEntries(
      rows.map(({ reader, milliseconds, timeRatio, cpuRatio, peakMegabytes }) => [
        reader,
        {
          'time (ms)': milliseconds,
          'time x bare': timeRatio,
          'CPU x bare': cpuRatio,
          'peak (MB)': peakMegabytes,
        },
      ]),
    ),
  );
  console.log('\nStreaming, each number of records in a process that has streamed 100,000 before\n');
  console.table(
    memory.map(({ records, young, seconds, peakMegabytes }) => ({
      records,
      'young generation': young,
      'time (s)': seconds,
      'peak (MB)': peakMegabytes,
    })),
  );
}

// npm run bench [-- --json] [--rounds N]: reads the same 100,000 records of 20 fields from one local server process with a bare
// undici + JSON.parse loop, with jsforce, and with the repository; each reader is a process of its own, in turns, so
// that ratios hold on a machine whose speed drifts.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';

const READERS = ['bare', 'jsforce', 'repository', 'stream'];
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

async function measure(reader, url) {
  const child = fork(file('./read-records.mjs'), [reader, url], {
    stdio: 'inherit',
    execArgv: ['--expose-gc'],
  });
  const [result] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${reader} exited with ${code}`))),
  ]);
  return result;
}

const { server, url } = await startServer();
const runs = new Map(READERS.map((reader) => [reader, []]));
try {
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const reader of READERS) runs.get(reader).push(await measure(reader, url));
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

if (options.json)
  console.log(JSON.stringify({ node: process.version, rounds: Number(options.rounds), rows }, null, 2));
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
}

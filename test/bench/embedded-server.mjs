// node test/bench/embedded-server.mjs [--json] [--rounds N] [--records 1000,1000000], after npm run build: what the embedded org,
// in a process of its own, does over HTTP as it grows: requests and bulk rows a second, its memory, and how soon it answers.
// Requests and rows are divided by the CPU time that the org's process used for them: what it does on one core, whatever else
// the machine is busy with.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BulkJobs } from './bulk-jobs.mjs';
import { contactBody, contactQuery, seededRandom } from './contact-data.mjs';
import { OrgProcess } from './org-process-client.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    records: { type: 'string', default: '1000,1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const ROUNDS = Number(options.rounds);
const SLICE_MILLISECONDS = 1000;
const JOB_ROWS = 50_000;
const STARTS = 11;
const DATA = '/services/data/v67.0';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Per second of the org's CPU time, and per second on the clock: the median of the rounds, after one to warm up. */
async function rate(org, request, weight = 1) {
  const rates = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { done, seconds, cpuSeconds } = await org.load(request, SLICE_MILLISECONDS);
    rates.push({ core: (done * weight) / cpuSeconds, clock: (done * weight) / seconds });
  }
  const measured = rates.slice(1);
  return {
    core: Math.round(median(measured.map(({ core }) => core))),
    clock: Math.round(median(measured.map(({ clock }) => clock))),
  };
}

async function requestsOf(org, count) {
  const random = seededRandom(42);
  const any = (values) => values[Math.floor(random() * values.length)];
  const { records } = await org.json(
    'GET',
    `${DATA}/query?q=${encodeURIComponent('SELECT Id FROM Contact LIMIT 2000')}`,
  );
  const ids = records.map(({ Id }) => Id);
  let created = 1_000_000_000;
  return {
    'get by id': () => ({ path: `${DATA}/sobjects/Contact/${any(ids)}` }),
    'get of three fields': () => ({ path: `${DATA}/sobjects/Contact/${any(ids)}?fields=Id,Name,Email` }),
    'simple query': () => ({
      path: `${DATA}/query?q=${encodeURIComponent(contactQuery(Math.floor(random() * count)))}`,
    }),
    create: () => ({ method: 'POST', path: `${DATA}/sobjects/Contact`, body: contactBody(created++) }),
    'create 200 (records)': () => ({
      method: 'POST',
      path: `${DATA}/composite/sobjects`,
      body: {
        records: Array.from({ length: 200 }, () => ({
          attributes: { type: 'Contact' },
          ...contactBody(created++),
        })),
      },
      weight: 200,
    }),
  };
}

async function measure(sizes) {
  const org = await OrgProcess.start();
  try {
    const rows = {};
    const memory = {};
    const jobs = new BulkJobs(org);
    let size = 0;
    for (const target of sizes) {
      let ingest;
      for (; size < target; size = Math.min(size + JOB_ROWS, target)) {
        ingest = await jobs.ingest(size, Math.min(size + JOB_ROWS, target));
      }
      memory[target] = Math.round((await org.usage()).bytes / 2 ** 20);
      const rates = {};
      for (const [name, request] of Object.entries(await requestsOf(org, target))) {
        rates[name] = await rate(org, request, request().weight);
      }
      // A small org is filled by too small a job to go by.
      rates['bulk ingest (rows)'] = target < JOB_ROWS ? await jobs.ingest(2e9, 2e9 + JOB_ROWS) : ingest;
      rates['bulk query (rows)'] = await jobs.query();
      rows[target] = rates;
    }
    return { rows, memory };
  } finally {
    await org.stop();
  }
}

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Milliseconds from the start of the command to the answer to a first request. */
async function startCommand() {
  const start = performance.now();
  const child = spawn(process.execPath, [file('../../dist/cli/main.js'), 'org', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const url = printed.match(/listening on (http:\S+?),/)?.[1];
    if (url === undefined) continue;
    await (await fetch(`${url}/services/data`)).json();
    break;
  }
  const milliseconds = performance.now() - start;
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return milliseconds;
}

async function startBare() {
  const start = performance.now();
  await once(spawn(process.execPath, ['--eval', '0']), 'exit');
  return performance.now() - start;
}

async function starts() {
  const samples = { process: [], import: [], org: [], command: [], 'node alone': [] };
  for (let start = 0; start < STARTS; start++) {
    const child = fork(file('org-start.mjs'));
    const [parts] = await once(child, 'message');
    if (child.exitCode === null) await once(child, 'exit');
    for (const [name, milliseconds] of Object.entries(parts)) samples[name].push(milliseconds);
    samples.command.push(await startCommand());
    samples['node alone'].push(await startBare());
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [
      name,
      { median: Math.round(median(values)), best: Math.round(Math.min(...values)) },
    ]),
  );
}

const start = await starts();
const { rows, memory } = await measure(options.records.split(',').map(Number));

if (options.json) console.log(JSON.stringify({ node: process.version, start, rows, memory }, null, 2));
else {
  console.log('Milliseconds to the first answer of a new org in memory\n');
  console.table(start);
  for (const [size, rates] of Object.entries(rows)) {
    console.log(`\nA second, over HTTP, at ${size} contacts (${memory[size]} MiB in memory)\n`);
    console.table(rates);
  }
}

// npm run bench [-- suite …] [--json] [--rounds N]: every suite, or those named, one after the other in processes of their own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SUITES = ['reading', 'soql-kit', 'typed-query', 'embedded-org', 'embedded-server', 'codegen'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string' } },
});
const unknown = positionals.find((name) => !SUITES.includes(name));
if (unknown !== undefined) {
  console.error(`There is no suite '${unknown}'; there are ${SUITES.join(', ')}.`);
  process.exit(1);
}

const flags = [...(options.json ? ['--json'] : []), ...(options.rounds ? ['--rounds', options.rounds] : [])];
const results = {};
for (const suite of positionals.length > 0 ? positionals : SUITES) {
  if (!options.json) console.log(`\n== ${suite}\n`);
  const file = fileURLToPath(new URL(`./${suite}.mjs`, import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [file, ...flags], {
    stdio: ['ignore', options.json ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) process.exit(status ?? 1);
  if (options.json) results[suite] = JSON.parse(stdout);
}
if (options.json) console.log(JSON.stringify(results, null, 2));

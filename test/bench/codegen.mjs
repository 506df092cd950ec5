// node test/bench/codegen.mjs [--json] [--rounds N], after npm run build: entities of 500 objects, written from a snapshot by the command,
// checked and compiled by tsc, and imported, from a file an object or from one file, by a process of their own in which the library is
// loaded. Medians of the rounds.
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OBJECTS = 500;
/** What an application has little use for: the platform keeps these beside the objects people know. */
const COMPANIONS = /(?:Share|History|Feed|Event)$/;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

function run(args, cwd) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return { milliseconds: performance.now() - start, stdout };
}

const command = (...args) => [join(ROOT, 'dist/cli/main.js'), ...args];
const tsc = (...args) => [join(ROOT, 'node_modules/typescript/bin/tsc'), ...args];

/** A folder in which entities can be compiled and run: it finds the library and what that needs. */
function prepare(folder) {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/nestjs-salesforce'));
  for (const name of ['reflect-metadata', '@types'])
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    target: 'ES2023',
    module: 'NodeNext',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    outDir: 'js',
    rootDir: '.',
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  writeFileSync(join(folder, 'tsconfig.one.json'), JSON.stringify({ compilerOptions, include: ['one'] }));
  writeFileSync(join(folder, 'import.mjs'), IMPORT);
}

const IMPORT = `import 'reflect-metadata';
await import('nestjs-salesforce');
const start = performance.now();
const entities = await import(process.argv[2]);
console.log(JSON.stringify({ milliseconds: performance.now() - start, exports: Object.keys(entities).length }));
`;

/** The largest objects that records can be made of. */
function objectsIn(snapshot) {
  const lines = gunzipSync(readFileSync(snapshot)).toString('utf8').split('\n');
  const describes = lines.flatMap((line) => (line === '' ? [] : (JSON.parse(line).describe ?? [])));
  return describes
    .filter(({ name, createable }) => createable && !COMPANIONS.test(name))
    .map(({ name, fields }) => ({ name, fields: fields.length }))
    .toSorted((one, other) => other.fields - one.fields)
    .slice(0, OBJECTS);
}

function measure(folder, rounds) {
  prepare(folder);
  const snapshot = join(folder, 'org.snapshot.gz');
  run(command('snapshot', snapshot, '-o', 'embedded'), folder);
  const objects = objectsIn(snapshot);
  const names = objects.map(({ name }) => name);
  const inspect = (...args) => run(command('inspect', ...names, '-o', snapshot, ...args), folder);
  const imported = (file) => JSON.parse(run(['import.mjs', file], folder).stdout).milliseconds;
  inspect('--out', 'one', '--layout', 'file');
  run(tsc('-p', 'tsconfig.one.json'), folder);
  const [one] = readdirSync(join(folder, 'js/one'));
  const times = { generate: [], check: [], import: [], importOne: [] };
  for (let round = 0; round < rounds; round++) {
    rmSync(join(folder, 'src'), { recursive: true, force: true });
    times.generate.push(inspect('--out', 'src').milliseconds);
    times.check.push(run(tsc('--noEmit'), folder).milliseconds);
    if (round === 0) run(tsc(), folder);
    times.import.push(imported('./js/src/index.js'));
    times.importOne.push(imported(`./js/one/${one}`));
  }
  return {
    objects: objects.length,
    fields: objects.reduce((sum, { fields }) => sum + fields, 0),
    'written from a snapshot, ms': Math.round(median(times.generate)),
    'checked by tsc, ms': Math.round(median(times.check)),
    'imported, ms': Math.round(median(times.import)),
    'imported from one file, ms': Math.round(median(times.importOne)),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-codegen-'));
try {
  const row = measure(folder, Number(options.rounds));
  if (options.json) console.log(JSON.stringify({ node: process.version, rows: [row] }, null, 2));
  else {
    console.log(
      `Entities of an org's objects; medians of ${options.rounds} rounds, each step a process of its own\n`,
    );
    console.table([row]);
  }
} finally {
  rmSync(folder, { recursive: true });
}

// Turns the samples of README.md and of the doc comments in lib into files that `npm run test:types` compiles. A sample that
// begins with `// name.ts` is that file; every other one becomes the body of a function below the prelude's declarations.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const TARGET = 'test/types/samples';
const PRELUDE = readFileSync('test/types/samples.prelude.ts.txt', 'utf8');
const FENCE = /^```ts\n([\s\S]*?)^```$/gm;

const samplesOf = (text) => [...text.matchAll(FENCE)].map(([, code]) => code);
const docComments = (code) =>
  (code.match(/\/\*\*[\s\S]*?\*\//g) ?? [])
    .map((comment) => comment.replace(/^\s*\/?\*+ ?\/?/gm, ''))
    .join('\n');

function asFunction(code, number) {
  const imports = code.match(/^import [\s\S]*?;$/gm) ?? [];
  let body = code;
  for (const line of imports) body = body.replace(line, '');
  // What the prelude declares already need not be imported a second time.
  const foreign = imports.filter((line) => !/'nestjs-salesforce(\/embedded)?'/.test(line));
  // Decorated members and constructor parameters stand in a class; a sample may show them alone.
  const members = /^\s*(@(Field|Id|Lookup|MasterDetail|Children)\(|constructor\()/.test(body);
  const wrapped = members
    ? `class Sample { ${body.replace(/(constructor\([\s\S]*?\) \{\})([\s\S]*)/, '$1 async sample() { $2 }')} }`
    : body;
  return `${foreign.join('\n')}\nexport async function sample${number}() {\n${wrapped.replaceAll(/^export (?=class|const|abstract)/gm, '')}\n}\n`;
}

function write(name, samples) {
  const functions = [];
  for (const code of samples) {
    const file = /^\/\/ ([\w.-]+\.ts)\n/.exec(code)?.[1];
    if (file) writeFileSync(join(TARGET, file), code);
    else functions.push(asFunction(code, functions.length + 1));
  }
  if (functions.length > 0)
    writeFileSync(join(TARGET, `${name}.samples.ts`), `${PRELUDE}\n${functions.join('\n')}`);
  return samples.length;
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
let count = write('readme', samplesOf(readFileSync('README.md', 'utf8')));
for (const file of globSync('lib/**/*.ts')) {
  const samples = samplesOf(docComments(readFileSync(file, 'utf8')));
  if (samples.length > 0) count += write(basename(file, '.ts'), samples);
}
console.log(`${count} samples`);

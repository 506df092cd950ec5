// Turns the samples of README.md, docs and the doc comments in lib into modules that `npm run test:types` compiles, each named
// for the file and the line it stands at. A sample that begins with `// name.ts` is that module. Any other is the body of a
// function in one that imports what the prelude has, so that what it declares itself goes before.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TARGET = 'test/types/samples';
const PRELUDE = readFileSync('test/types/samples.prelude.ts', 'utf8');

const FENCED = /^( +\* )?```ts\n([\s\S]*?)^[ *]*```$/gm;
const IMPORT = /^import [^;]*;\n/gm;
const IS_MEMBERS = /^(?:@(?:Field|Id|Lookup|MasterDetail|Children)\(|constructor\()/;

/** Names the prelude exports: of declarations, of destructured constants and of `export { … } from`. */
const offered = [
  ...PRELUDE.matchAll(/^export (?:declare )?(?:class|interface|function|const) (\w+|\[.*?\])/gm),
]
  .concat([...PRELUDE.matchAll(/^export (\{[^}]*\}) from/gm)])
  .flatMap(([, names]) => names.match(/\w+/g))
  .filter((name) => name !== 'type');

function samplesOf(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(FENCED)].map(({ 1: margin, 2: code, index }) => ({
    code: margin ? code.replaceAll(/^ *\* ?/gm, '') : code,
    module: `${file.replace(/\.\w+$/, '').replaceAll('/', '.')}.line-${text.slice(0, index).split('\n').length}`,
  }));
}

/** Members stand in a class; what follows a constructor among them is done by a method of the class. */
function inClass(members) {
  const [, constructor, statements] = /^(constructor\([\s\S]*?\) \{\}\n)([\s\S]*)$/.exec(members) ?? [];
  const body = constructor ? `${constructor}async sample() {\n${statements}}\n` : members;
  return `class Sample {\n${body}}\n`;
}

const mentions = (code, name) => new RegExp(`\\b${name}\\b`).test(code);

function asModule(code) {
  const imports = (code.match(IMPORT) ?? []).join('');
  const body = code
    .replaceAll(IMPORT, '')
    .trimStart()
    .replaceAll(/^export (?=class )/gm, '');
  const names = offered.filter((name) => mentions(body, name) && !mentions(imports, name));
  const statements = IS_MEMBERS.test(body) ? inClass(body) : body;
  return `import { ${names.join(', ')} } from '../samples.prelude.js';
${imports}export async function sample() {
${statements}}
`;
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
const samples = ['README.md', ...globSync('docs/*.md'), ...globSync('lib/**/*.ts')].flatMap(samplesOf);
for (const { code, module } of samples) {
  const file = /^\/\/ (\S+\.ts)\n/.exec(code)?.[1];
  writeFileSync(join(TARGET, file ?? `${module}.ts`), file ? code : asModule(code));
}
console.log(`${samples.length} samples`);

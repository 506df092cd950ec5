import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const LIB = fileURLToPath(new URL('../../lib', import.meta.url));
const EVERYWHERE = new Set(['common', 'exceptions', 'protocol']);

/** Who may import whom, beside the folders that everybody may use. `(root)` are the files directly in lib. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  common: [],
  protocol: [],
  exceptions: [],
  metadata: [],
  soql: [],
  csv: [],
  schema: ['metadata'],
  codegen: ['schema', 'metadata'],
  transport: [],
  connection: ['transport', 'metadata', 'schema', 'soql'],
  hydration: ['metadata'],
  query: ['soql', 'metadata', 'hydration', 'connection (types)'],
  write: ['metadata', 'hydration', 'connection (types)'],
  repository: ['query', 'write', 'hydration', 'metadata', 'schema', 'soql', 'connection (types)'],
  interfaces: ['connection', 'metadata', 'repository'],
  bulk: ['csv', 'connection (types)'],
  config: ['connection (types)', 'codegen (types)'],
  embedded: ['csv', 'soql', 'schema', 'metadata', 'transport (types)', 'connection (types)'],
  cli: [
    'bulk',
    'codegen',
    'config',
    'connection',
    'csv',
    'embedded',
    'metadata',
    'schema',
    'soql',
    'transport',
  ],
  testing: ['embedded', '(root)'],
  '(root)': [
    'connection',
    'interfaces',
    'metadata',
    'query',
    'repository',
    'soql',
    'write',
    'schema',
    'transport',
  ],
};

/** Packages that only some folders may reach, so that importing the package stays cheap and the core free of Nest. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@nestjs/common': ['(root)', 'interfaces', 'testing'],
  '@nestjs/core': ['(root)'],
  rxjs: ['(root)', 'query', 'repository'],
  undici: ['transport'],
  jsforce: ['connection'],
  'node:sqlite': ['embedded'],
  'node:http': ['embedded'],
  commander: ['cli'],
  '@babel/parser': ['codegen'],
  'magic-string': ['codegen'],
  elkjs: ['schema'],
  'string-width': ['cli'],
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
}

function importsOf(file: string): Import[] {
  const from = relative(LIB, file);
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/g;
  for (const [, type, specifier] of code.matchAll(statement)) {
    found.push({ from, specifier: specifier ?? '', typeOnly: type !== undefined, dynamic: false });
  }
  for (const [, specifier] of code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) {
    // `import('x').Y` in a type position is written behind a colon or an angle bracket and loads nothing.
    found.push({ from, specifier: specifier ?? '', typeOnly: false, dynamic: true });
  }
  return found;
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '(root)');
const files = filesBelow(LIB);
const imports = files.flatMap(importsOf);
const internal = imports
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map(({ from, specifier, typeOnly, dynamic }) => ({
    from,
    typeOnly,
    dynamic,
    to: posix.join(dirname(from), specifier).replace(/\.js$/, '.ts'),
  }));

describe('architecture', () => {
  it('sees the whole library', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(internal.length).toBeGreaterThan(300);
  });

  it('knows every folder of lib', () => {
    const folders = new Set(files.map((file) => folderOf(relative(LIB, file))));
    expect([...folders].filter((folder) => !(folder in LAYERS))).toEqual([]);
  });

  it('lets a folder import only what stands below it', () => {
    const broken = internal.filter(({ from, to, typeOnly, dynamic }) => {
      const [source, target] = [folderOf(from), folderOf(to)];
      if (source === target || EVERYWHERE.has(target)) return false;
      if (from.startsWith('connection/embedded') && target === 'embedded' && dynamic) return false;
      const allowed = LAYERS[source] ?? [];
      return !allowed.includes(target) && !(typeOnly && allowed.includes(`${target} (types)`));
    });
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('lets only the folders that need a package reach it', () => {
    const broken = imports.filter(({ from, specifier, typeOnly }) => {
      const allowed = PACKAGES[specifier];
      return allowed !== undefined && !typeOnly && !allowed.includes(folderOf(from));
    });
    expect(broken.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  it('loads undici, jsforce and the embedded org on use only', () => {
    const eager = imports.filter(
      ({ from, specifier, typeOnly, dynamic }) =>
        !typeOnly &&
        !dynamic &&
        (['undici', 'jsforce'].includes(specifier) ||
          (specifier.includes('embedded/') && !/^(?:cli|embedded|testing)\//.test(from))),
    );
    expect(eager.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  it('has no import of an index', () => {
    const broken = internal.filter(
      ({ to, from, dynamic }) =>
        to.endsWith('/index.ts') && !(dynamic && from.startsWith('connection/')) && folderOf(from) !== 'cli',
    );
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('has no cycles, neither of types nor of what is loaded on use', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of internal) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of next.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of next.keys()) walk(file, []);
    // The trees of SOQL are recursive data: a query holds conditions and selections, and both hold queries.
    expect(cycles.filter((cycle) => !cycle.includes('soql/ast/'))).toEqual([]);
  });

  it('is built without process-wide state', () => {
    const suspicious = files.filter((file) => /^(export )?(let|var) /m.test(readFileSync(file, 'utf8')));
    expect(suspicious.map((file) => relative(LIB, file))).toEqual([]);
  });
});

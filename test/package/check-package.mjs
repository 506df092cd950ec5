// Packs the library as it would be published and uses the tarball as strangers would: from an ES module, from the
// command line, and from a CommonJS application on Nest 11, which `require`s it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

const workspace = mkdtempSync(join(tmpdir(), 'nestjs-salesforce-package-'));
const npm = (args, cwd) =>
  execFileSync('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const node = (args, cwd) =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

function project(name, manifest, files) {
  const folder = join(workspace, name);
  execFileSync('mkdir', ['-p', folder]);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', private: true, ...manifest }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const passed = (what) => console.log(`  ok  ${what}`);

function pack() {
  const [{ filename, files, size }] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', workspace], process.cwd()),
  );
  const strangers = files
    .map(({ path }) => path)
    .filter((path) => !/^(dist\/|package\.json$|README\.md$|LICENSE$)/.test(path));
  if (strangers.length > 0) throw new Error(`the tarball holds what nobody needs: ${strangers.join(', ')}`);
  passed(`packed ${files.length} files, ${Math.round(size / 1024)} kB`);
  return join(workspace, filename);
}

function checkTypes(tarball) {
  const attw = createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json');
  const bin = join(attw, '..', JSON.parse(readFileSync(attw, 'utf8')).bin.attw);
  node([bin, tarball, '--profile', 'esm-only'], process.cwd());
  passed('types resolve for every entry');
}

function checkEsm(tarball) {
  const versions = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies;
  const peers = Object.fromEntries(
    [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/testing',
      'jsforce',
      'reflect-metadata',
      'rxjs',
      'typescript',
      '@types/node',
    ].map((name) => [name, versions[name]]),
  );
  const folder = project(
    'esm-app',
    { type: 'module', dependencies: { ...peers, 'nestjs-salesforce': `file:${tarball}` } },
    {
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'ES2023',
          module: 'NodeNext',
          strict: true,
          experimentalDecorators: true,
          emitDecoratorMetadata: true,
          outDir: 'dist',
          types: ['node'],
        },
        files: ['main.ts'],
      }),
      'main.ts': readFileSync(new URL('./esm-app.ts.txt', import.meta.url), 'utf8'),
    },
  );
  npm(['install'], folder);
  node([join(folder, 'node_modules/typescript/bin/tsc'), '-p', folder], folder);
  if (node(['dist/main.js'], folder).trim() !== 'Acme of nobody: 1')
    throw new Error('the ES module application failed');
  passed('an ES module application compiles against the tarball without skipLibCheck and works offline');
  return folder;
}

async function checkBin(folder) {
  const bin = join(folder, 'node_modules/nestjs-salesforce/dist/cli/main.js');
  const version = node([bin, '--version'], folder).trim();
  if (version !== JSON.parse(readFileSync('package.json', 'utf8')).version)
    throw new Error(`bin printed version ${version}`);
  const server = spawn(process.execPath, [bin, 'org', '--port', '0', '--user', 'admin@example.com'], {
    cwd: folder,
    env: { ...process.env, NESTJS_SALESFORCE_PASSWORD: 'a-secret' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of server.stdout) {
    printed += chunk;
    if (/http:\/\/127\.0\.0\.1:\d+/.test(printed)) break;
  }
  const [url] = printed.match(/http:\/\/127\.0\.0\.1:\d+/);
  const versions = await (await fetch(`${url}/services/data`)).json();
  if (!versions.some(({ version: found }) => found === '67.0'))
    throw new Error('the org of the bin does not answer');
  if (printed.includes('a-secret')) throw new Error('the bin printed the password');
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  if (code !== 0) throw new Error(`the bin exited with ${code} after SIGTERM`);
  passed('the bin serves an org and shuts down cleanly');
  checkConfig(bin, folder);
}

/** The config file is TypeScript that Node runs by itself, and imports the package that the bin is of. */
function checkConfig(bin, folder) {
  const config = `import { defineConfig } from 'nestjs-salesforce/config';
export default defineConfig({ orgs: { default: 'embedded' } as Record<string, string> });
`;
  writeFileSync(join(folder, 'nestjs-salesforce.config.ts'), config);
  // As most of Nest's applications are.
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, type: 'commonjs' }));
  const taken = JSON.parse(node([bin, 'snapshot', 'org.gz', 'Account', 'Contact', '--json'], folder));
  if (taken.objects !== 2) throw new Error(`the snapshot holds ${JSON.stringify(taken)}`);
  const again = JSON.parse(
    node([bin, 'snapshot', 'again.gz', '--org', 'org.gz', 'Contact', '--json'], folder),
  );
  if (again.objects !== 1) throw new Error(`the snapshot of a snapshot holds ${JSON.stringify(again)}`);
  passed('the bin reads a config file in TypeScript, takes a snapshot and opens it');
}

function checkCommonJs(tarball) {
  const folder = project(
    'cjs-app',
    {
      dependencies: {
        '@nestjs/common': '^11.0.0',
        '@nestjs/core': '^11.0.0',
        jsforce: '^3.10.26',
        'reflect-metadata': '^0.2.0',
        rxjs: '^7.8.0',
        'nestjs-salesforce': `file:${tarball}`,
      },
    },
    { 'main.cjs': readFileSync(new URL('./cjs-app.cjs.txt', import.meta.url), 'utf8') },
  );
  npm(['install'], folder);
  if (node(['main.cjs'], folder).trim() !== 'Acme: 1')
    throw new Error('the CommonJS application on Nest 11 failed');
  passed('a CommonJS application on Nest 11 requires it');
}

try {
  const tarball = pack();
  checkTypes(tarball);
  await checkBin(checkEsm(tarball));
  checkCommonJs(tarball);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

type Compiler = Pick<typeof import('@swc/core'), 'transformSync'>;
type Options = import('@swc/core').Options;

const TYPESCRIPT = /\.[cm]?ts$/;

/** This library, which is not to be loaded a second time as something else. */
const OWN = new URL('../../', import.meta.url).href;

const COMPILATION: Options = {
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/**
 * Lets TypeScript be loaded until it is told to end: compiled as Nest compiles it, decorators and their metadata included,
 * which Node by itself does not do.
 *
 * Modules become CommonJS, whatever they are: entities import each other in circles, and may import types as if they were
 * values, which only a compiler that sees all files could tell.
 *
 * @throws SalesforceConfigurationException when no compiler is installed
 */
export function allowTypeScript(cwd: string): { end(): void } {
  const compiler = findCompiler(cwd);
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        const source = findSource(specifier, context.parentURL);
        if (source === undefined) throw error;
        return { url: pathToFileURL(source).href, format: 'commonjs', shortCircuit: true };
      }
    },
    load(url, context, next) {
      if (!isSource(url)) return next(url, context);
      return { format: 'commonjs', source: compile(compiler, fileURLToPath(url)), shortCircuit: true };
    },
  });
  return { end: () => hooks.deregister() };
}

/** The application's own, or the one beside this library. */
function findCompiler(cwd: string): Compiler {
  for (const from of [join(cwd, 'package.json'), import.meta.url]) {
    try {
      return createRequire(from)('@swc/core') as Compiler;
    } catch {
      // The next place, or the complaint.
    }
  }
  throw new SalesforceConfigurationException(
    'Entities in TypeScript are compiled by @swc/core, which is not installed: npm install --save-dev @swc/core. ' +
      'Or build the application, and name the JavaScript files.',
  );
}

/** Packages are published as JavaScript, and what is not is nobody's but Node's to load. */
function isSource(url: string): boolean {
  const isOurs = url.startsWith(OWN) || url.includes('/node_modules/');
  return url.startsWith('file:') && TYPESCRIPT.test(url) && !isOurs;
}

/** The TypeScript file that an import is of, where none of its exact name is there: as compilers and bundlers find it. */
function findSource(specifier: string, parentURL: string | undefined): string | undefined {
  if (parentURL === undefined || !parentURL.startsWith('file:')) return undefined;
  const parent = dirname(fileURLToPath(parentURL));
  const base = /^\.{1,2}(?:\/|$)/.test(specifier) ? parent : projectOf(parent);
  if (base === undefined) return undefined;
  const path = join(base, specifier);
  const candidates = [path.replace(/\.([cm]?)js$/, '.$1ts'), `${path}.ts`, join(path, 'index.ts'), path];
  return candidates.find((candidate) => TYPESCRIPT.test(candidate) && isFile(candidate));
}

/** Nest's own projects import from `src/…`, by the `baseUrl` of their tsconfig.json. */
function projectOf(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, 'tsconfig.json'))) return current;
    if (current === dirname(current)) return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function compile({ transformSync }: Compiler, filename: string): string {
  try {
    return transformSync(readFileSync(filename, 'utf8'), { filename, ...COMPILATION }).code;
  } catch (error) {
    throw new SalesforceConfigurationException(complaint(error as Error), { cause: error });
  }
}

/** The compiler's message is a drawing of the place in the file. */
function complaint({ message }: Error): string {
  const [first = ''] = message.trim().split('\n');
  const [, place] = /\[(\S+:\d+:\d+)\]/.exec(message) ?? [];
  return first.replace(/^[x×]\s+/, '') + (place === undefined ? '' : ` (${place})`);
}

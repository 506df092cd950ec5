// Puts the compiled modules together in a few files: an org is to answer within 150 ms of the start of its process, most of which
// would go into finding hundreds of modules. What is loaded on use stays apart, and declarations stay as they are.
import { writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { rollup } from '@rollup/wasm-node';

const BUNDLE = 'dist/bundle';
const ENTRIES = {
  index: 'dist/index.js',
  embedded: 'dist/embedded/index.js',
  testing: 'dist/testing/index.js',
  config: 'dist/config/index.js',
  cli: 'dist/cli/main.js',
};

/** The path of a file from a folder, as a module names it. */
function specifier(folder, file) {
  const path = relative(resolve(folder), resolve(file)).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** A module goes on finding its files where they were. */
const keptModuleUrls = {
  name: 'kept-module-urls',
  resolveImportMeta: (property, { moduleId }) =>
    property === 'url' ? `new URL('${specifier(BUNDLE, moduleId)}', import.meta.url).href` : undefined,
};

const bundle = await rollup({
  input: ENTRIES,
  external: (id) => !/^(?:[./]|[A-Z]:)/i.test(id),
  plugins: [keptModuleUrls],
  // Said of the helpers of decorators, which look there for helpers that are shared.
  onLog: (level, log, handle) => log.code === 'THIS_IS_UNDEFINED' || handle(level, log),
});
await bundle.write({ dir: BUNDLE, chunkFileNames: '[name]-[hash].js', hoistTransitiveImports: false });
await bundle.close();

for (const [name, entry] of Object.entries(ENTRIES)) {
  const bundled = specifier(dirname(entry), `${BUNDLE}/${name}.js`);
  writeFileSync(
    entry,
    name === 'cli' ? `#!/usr/bin/env node\nimport '${bundled}';\n` : `export * from '${bundled}';\n`,
  );
}

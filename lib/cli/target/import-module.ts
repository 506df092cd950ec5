import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface ImportedModule {
  readonly default?: unknown;
}

/** Imports a module by its path. */
export async function importModule(path: string): Promise<ImportedModule> {
  return (await import(pathToFileURL(path).href)) as ImportedModule;
}

/**
 * Imports a TypeScript file as the ES module it is written as, whose types Node strips, in packages of CommonJS as well: most
 * of Nest's applications are such.
 */
export async function importTypeScript(path: string): Promise<ImportedModule> {
  if (await isOfModulePackage(path)) return importModule(path);
  const { href } = pathToFileURL(path);
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url === href ? { ...context, format: 'module-typescript' } : context),
  });
  try {
    return await importModule(path);
  } finally {
    hooks.deregister();
  }
}

/** Whether the package that a file belongs to says that its files are ES modules. */
async function isOfModulePackage(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (manifest !== undefined) return /"type"\s*:\s*"module"/.test(manifest);
    if (dirname(folder) === folder) return false;
  }
}

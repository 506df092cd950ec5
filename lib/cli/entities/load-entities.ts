import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failureReason } from '../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { declarationOf } from '../../metadata/entity-declaration.js';
import type { EntityClass } from '../../metadata/entity-metadata.interface.js';
import { findEntityFiles } from './find-entity-files.js';
import { allowTypeScript } from './typescript-hooks.js';

/**
 * The entities that files export: JavaScript as it is, TypeScript where `@swc/core` is installed. The files are run, as an
 * application runs them when it imports its entities.
 *
 * @param patterns such as `src/**\/*.entity.ts`, from the folder given
 * @throws SalesforceConfigurationException when a pattern matches nothing, a file cannot be run, or none exports an entity
 */
export async function loadEntities(
  patterns: readonly string[],
  cwd: string,
): Promise<readonly EntityClass[]> {
  const files = await findEntityFiles(patterns, cwd);
  const hooks = files.some(isTypeScript) ? allowTypeScript(cwd) : undefined;
  const entities = new Set<EntityClass>();
  try {
    for (const file of files) {
      for (const value of Object.values(await load(file, cwd))) {
        if (isEntity(value)) entities.add(value);
      }
    }
  } finally {
    hooks?.end();
  }
  if (entities.size > 0) return [...entities];
  throw new SalesforceConfigurationException(
    `No class that carries @SObject() is exported by ${files.length === 1 ? relative(cwd, files[0]!) : `the ${files.length} files that match ${patterns.join(', ')}`}.`,
  );
}

async function load(file: string, cwd: string): Promise<object> {
  try {
    // What was compiled to CommonJS tells all of its exports that way only.
    if (isTypeScript(file)) return createRequire(file)(file) as object;
    return (await import(pathToFileURL(file).href)) as object;
  } catch (error) {
    const [reason] = failureReason(error).split('\n');
    throw new SalesforceConfigurationException(`${relative(cwd, file)} cannot be loaded: ${reason}`, {
      cause: error,
    });
  }
}

function isTypeScript(file: string): boolean {
  return /\.[cm]?ts$/.test(file);
}

function isEntity(value: unknown): value is EntityClass {
  return typeof value === 'function' && declarationOf(value as EntityClass)?.sobject !== undefined;
}

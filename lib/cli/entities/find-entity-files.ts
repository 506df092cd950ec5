import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

const LOADABLE = /(?<!\.d)\.[cm]?[jt]s$/;

/**
 * The files that hold entities, by patterns such as `src/**\/*.entity.ts`.
 *
 * @throws SalesforceConfigurationException for a pattern that no file matches
 */
export async function findEntityFiles(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const pattern of patterns) {
    const loadable: string[] = [];
    for await (const path of glob(pattern, { cwd, exclude: ['**/node_modules/**'] })) {
      if (LOADABLE.test(path)) loadable.push(path);
    }
    if (loadable.length === 0) {
      throw new SalesforceConfigurationException(
        `No JavaScript or TypeScript file of ${cwd} matches '${pattern}'.`,
      );
    }
    for (const path of loadable.sort()) files.add(resolve(cwd, path));
  }
  return [...files];
}

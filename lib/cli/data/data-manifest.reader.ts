import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { MANIFEST_FILE } from './data-file.js';
import type { DataManifest } from './data-manifest.interface.js';

export const MANIFEST_FORMAT = 'nestjs-salesforce/export';
export const MANIFEST_VERSION = 1;

const FILE = /^[\w.]+$/;

/** The manifest of a folder. @throws SalesforceConfigurationException for one that is broken, or of another version */
export async function readManifest(folder: string): Promise<DataManifest> {
  const path = join(folder, MANIFEST_FILE);
  const manifest = parse(await readFile(path, 'utf8').catch(() => '')) as Partial<DataManifest> | undefined;
  if (manifest?.format !== MANIFEST_FORMAT) {
    throw new SalesforceConfigurationException(`${path} is no manifest of an export, or is cut off.`);
  }
  if (manifest.version !== MANIFEST_VERSION) {
    throw new SalesforceConfigurationException(
      `${path} is of version ${String(manifest.version)}, and this program reads version ${MANIFEST_VERSION}.`,
    );
  }
  const { objects, known } = manifest;
  const complete = Array.isArray(objects) && typeof known === 'object' && manifest.org !== undefined;
  // The names are used as paths: none may lead out of the folder.
  if (complete && objects.every(({ name, file }) => FILE.test(String(file)) && typeof name === 'string')) {
    return manifest as DataManifest;
  }
  throw new SalesforceConfigurationException(`${path} does not say which files there are.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

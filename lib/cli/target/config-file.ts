import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { failureReason } from '../../common/failure-reason.js';
import { nearestNames } from '../../common/nearest-names.js';
import type { SalesforceConfig } from '../../config/salesforce-config.interface.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ProcessContext } from '../command-context.interface.js';
import { importModule, importTypeScript } from './import-module.js';

/** A config file that was read. */
export interface LoadedConfig {
  readonly config: SalesforceConfig;
  /** Where it stands; undefined when there is none, and the config is empty. */
  readonly path: string | undefined;
  /** What its paths start from: its folder, or the current one where there is no file. */
  readonly folder: string;
}

const NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `nestjs-salesforce.config.${ending}`);

/** The members of a config, and what each of them is. */
const KINDS: Readonly<Record<string, { readonly name: string; fits(value: unknown): boolean }>> = {
  orgs: { name: 'an object, orgs by their names', fits: isObject },
  entities: { name: 'a list of patterns', fits: (value) => Array.isArray(value) && value.every(isText) },
  inspect: { name: 'an object, the options of inspect', fits: isObject },
  cache: { name: 'the path of a folder', fits: isText },
};
const MEMBERS = Object.keys(KINDS);

/**
 * Reads the config file: the one that is named, or the nearest one of the current folder and those above it. TypeScript is run
 * as it is, since Node strips types.
 *
 * @throws SalesforceConfigurationException when the named file is not there, or a file cannot be run or says what it cannot
 */
export async function loadConfig(
  named: string | undefined,
  { cwd }: Pick<ProcessContext, 'cwd'>,
): Promise<LoadedConfig> {
  const path = named === undefined ? await findUpwards(cwd) : resolve(cwd, named);
  if (path === undefined) return { config: {}, path, folder: cwd };
  if (!(await exists(path))) throw refused(path, 'is not there');
  const config = await read(path).catch((error: unknown) => {
    throw refused(path, `cannot be read: ${failureReason(error)}`, error);
  });
  check(config, path);
  return { config, path, folder: dirname(path) };
}

async function findUpwards(from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    for (const name of NAMES) if (await exists(join(folder, name))) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function read(path: string): Promise<unknown> {
  if (path.endsWith('.json')) return JSON.parse(await readFile(path, 'utf8'));
  const { default: config } = path.endsWith('.ts') ? await importTypeScript(path) : await importModule(path);
  return config;
}

function check(config: unknown, path: string): asserts config is SalesforceConfig {
  if (!isObject(config)) {
    throw refused(path, 'exports no config: write `export default defineConfig({ … })`');
  }
  for (const [name, value] of Object.entries(config)) {
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind && (value === undefined || kind.fits(value))) continue;
    if (kind) throw refused(path, `has '${name}', which has to be ${kind.name}`);
    const [meant] = nearestNames(name, MEMBERS);
    const hint = meant === undefined ? `it may have ${MEMBERS.join(', ')}` : `did you mean ${meant}?`;
    throw refused(path, `has '${name}', which no config has (${hint})`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function refused(path: string, reason: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The config file ${path} ${reason}.`, { cause });
}

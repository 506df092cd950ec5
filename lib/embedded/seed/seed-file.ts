import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { jsonSyntaxError } from '../rest/json-syntax-error.js';
import { readSeedTable } from './seed-table.js';
import type { SeedSource } from './seed-source.interface.js';

/** One step of a plan of the Salesforce CLI: files of records of one object. */
interface PlanStep {
  readonly sobject: string;
  readonly files: readonly (string | { readonly file: string })[];
}

/**
 * Reads the files of a seed: JSON, CSV, plans of the Salesforce CLI, and folders of those. A folder with a plan is what the
 * plan says.
 *
 * @throws SalesforceConfigurationException naming the file that cannot be read
 */
export async function readSeedFiles(paths: string | readonly string[]): Promise<readonly SeedSource[]> {
  const sources: SeedSource[] = [];
  for (const path of typeof paths === 'string' ? [paths] : paths) sources.push(...(await readSeedPath(path)));
  return sources;
}

async function readSeedPath(path: string): Promise<readonly SeedSource[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error as Error);
  });
  if (!found.isDirectory()) return readSeedFile(path);
  const names = (await readdir(path)).filter((name) => /\.(?:csv|json)$/i.test(name)).sort();
  const plans = names.filter((name) => /-plan\.json$/i.test(name));
  return readSeedFiles((plans.length > 0 ? plans : names).map((name) => join(path, name)));
}

async function readSeedFile(path: string): Promise<readonly SeedSource[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error as Error);
  });
  if (extname(path).toLowerCase() === '.csv') return [readSeedTable(text, path)];
  const data = parseJson(text, path);
  return isPlan(data) ? readPlan(data, path) : [{ file: path, data }];
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(path, jsonSyntaxError(text));
  }
}

function isPlan(data: unknown): data is readonly PlanStep[] {
  return Array.isArray(data) && data.length > 0 && data.every((step) => isPlanStep(step));
}

function isPlanStep(step: unknown): boolean {
  const { sobject, files } = (step ?? {}) as Partial<PlanStep>;
  return typeof sobject === 'string' && Array.isArray(files);
}

async function readPlan(plan: readonly PlanStep[], path: string): Promise<readonly SeedSource[]> {
  const sources: SeedSource[] = [];
  for (const { sobject, files } of plan) {
    for (const entry of files) {
      const file = join(dirname(path), typeof entry === 'string' ? entry : entry.file);
      for (const source of await readSeedFile(file)) sources.push({ sobject, ...source });
    }
  }
  return sources;
}

function unreadable(path: string, cause: Error): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The seed ${path} cannot be read: ${cause.message}`, { cause });
}

import type { SObjectDefinition } from '../sobject-definition.interface.js';
import { sobjectFromDescribe } from '../sobject-from-describe.js';
import { readDescribeFiles } from './describe-files.js';
import { readSnapshot } from './snapshot-reader.js';
import type { SnapshotRecords } from './snapshot.interface.js';

/** The objects of an org, as files keep them, with records if the files have any. */
export interface OrgSchema {
  readonly definitions: readonly SObjectDefinition[];
  readonly records: readonly SnapshotRecords[];
}

/**
 * Reads the schema of an org from snapshots (`.gz`), from describes in JSON files, or from folders of those; what later paths
 * say of an object is the last word.
 *
 * @throws SalesforceConfigurationException naming the file that cannot be read, and why
 */
export async function readOrgSchema(paths: string | readonly string[]): Promise<OrgSchema> {
  const list = typeof paths === 'string' ? [paths] : paths;
  const schemas = await Promise.all(list.map((path) => readOne(path)));
  const definitions = new Map(
    schemas.flatMap((schema) => schema.definitions).map((definition) => [definition.name, definition]),
  );
  return { definitions: [...definitions.values()], records: schemas.flatMap((schema) => schema.records) };
}

async function readOne(path: string): Promise<OrgSchema> {
  const { describes, records } = path.endsWith('.gz')
    ? await readSnapshot(path)
    : { describes: await readDescribeFiles(path), records: [] };
  return { definitions: describes.map((describe) => sobjectFromDescribe(describe)), records };
}

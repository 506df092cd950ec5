import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { failureReason } from '../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { DescribeSObjectResult } from '../../protocol/describe.interface.js';
import { isDescribe } from './is-describe.js';
import {
  SNAPSHOT_FORMAT,
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotEnd,
  type SnapshotHeader,
  type SnapshotRecords,
} from './snapshot.interface.js';

const GZIP_MAGIC = [0x1f, 0x8b];

/** A line, of which what is known is as it has to be. */
interface ParsedLine extends Record<string, unknown> {
  readonly describe?: DescribeSObjectResult;
  readonly records?: SnapshotRecords;
  readonly end?: SnapshotEnd;
}

const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  describe: isDescribe,
  records: isRecords,
  end: isObject,
};

/**
 * Reads a whole snapshot.
 *
 * @throws SalesforceConfigurationException for a file that is missing, no snapshot, of another version, or not complete
 */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, failureReason(error), error);
  });
  if (GZIP_MAGIC.some((byte, place) => bytes[place] !== byte)) {
    throw unreadable(path, 'it is not compressed with gzip, as snapshots are');
  }
  const text = await promisify(gunzip)(bytes).catch((error: unknown) => {
    throw unreadable(path, 'it is damaged or was cut off, so that it cannot be decompressed', error);
  });
  return parseSnapshot(text.toString('utf8'), path);
}

function parseSnapshot(text: string, path: string): Snapshot {
  const lines = text.split('\n').filter((line) => line !== '');
  const [first, ...others] = lines.map((line, place) => parseLine(line, place + 1, path));
  const header = headerFrom(first, path);
  const describes = others.flatMap(({ describe }) => describe ?? []);
  const records = others.flatMap(({ records: batch }) => batch ?? []);
  const end = others.findLast((line) => line.end !== undefined)?.end;
  const count = records.reduce((sum, { rows }) => sum + rows.length, 0);
  if (!end) throw unreadable(path, 'it is not complete: its last line is missing');
  if (end.objects !== describes.length || end.records !== count) {
    const missing = `${describes.length} of ${end.objects} objects and ${count} of ${end.records} records`;
    throw unreadable(path, `it is not complete: it holds ${missing}`);
  }
  return { header, describes, records };
}

function parseLine(line: string, number: number, path: string): ParsedLine {
  const parsed = parseObject(line, number, path);
  const [wrong] = Object.entries(MEMBERS).find(([name, fits]) => name in parsed && !fits(parsed[name])) ?? [];
  if (wrong === undefined) return parsed;
  throw unreadable(path, `'${wrong}' of line ${number} is not what snapshots hold`);
}

function parseObject(line: string, number: number, path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value)) return value;
  } catch (error) {
    throw unreadable(path, `line ${number} is no JSON: ${(error as Error).message}`, error);
  }
  throw unreadable(path, `line ${number} is no JSON object`);
}

function headerFrom(line: ParsedLine | undefined, path: string): SnapshotHeader {
  if (line?.['format'] !== SNAPSHOT_FORMAT) {
    throw unreadable(path, `it is no snapshot: its first line does not say "format":"${SNAPSHOT_FORMAT}"`);
  }
  if (line['version'] !== SNAPSHOT_VERSION) {
    throw unreadable(
      path,
      `it is of version ${String(line['version'])}, and this release reads version ${SNAPSHOT_VERSION}: take it anew, or use ` +
        'the release that made it',
    );
  }
  return line as unknown as SnapshotHeader;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecords(value: unknown): value is SnapshotRecords {
  if (!isObject(value) || !Array.isArray(value['fields']) || !Array.isArray(value['rows'])) return false;
  const { sobject, fields, rows } = value as { sobject?: unknown; fields: unknown[]; rows: unknown[] };
  const isRow = (row: unknown) => Array.isArray(row) && row.length === fields.length;
  return typeof sobject === 'string' && fields.every((name) => typeof name === 'string') && rows.every(isRow);
}

function unreadable(path: string, reason: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The snapshot ${path} cannot be read: ${reason}.`, { cause });
}

import type { ObjectCatalog } from '../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import {
  COLUMN_DELIMITERS,
  type ColumnDelimiter,
  LINE_ENDINGS,
  type LineEnding,
} from '../../csv/csv-dialect.js';
import type { OrgPermissions } from '../engine/permissions/org-permissions.js';
import type { OrgUser } from '../engine/org-user.interface.js';
import {
  INGEST_OPERATIONS,
  type IngestOperation,
  type JobDefinition,
  QUERY_OPERATIONS,
  type QueryOperation,
} from './bulk-job.interface.js';
import { hardDeleteNotEnabled, invalidJob, invalidProperty } from './bulk-refusals.js';

type Body = Readonly<Record<string, unknown>>;

/** Who makes a job, and what of the org that user knows and may do. */
export interface JobMaker {
  readonly user: OrgUser;
  readonly permissions: OrgPermissions;
}

/** What the body of a new ingest job says. @throws OrgError for what cannot be a job, or not one of the user's */
export function readIngestDefinition(body: Body, maker: JobMaker, apiVersion: string): JobDefinition {
  const operation = oneOf(body, 'operation', INGEST_OPERATIONS);
  const object = requireObject(body['object'], maker.permissions.catalogFor(maker.user));
  requireAllowed(operation, maker);
  return {
    type: 'V2Ingest',
    operation,
    object: object.name,
    ...(operation === 'upsert' && { externalIdFieldName: readExternalIdField(body, object) }),
    ...(body['assignmentRuleId'] != null && { assignmentRuleId: String(body['assignmentRuleId']) }),
    ...readFormat(body),
    concurrencyMode: 'Parallel',
    apiVersion,
  };
}

/** What the body of a new query job says, without its object, which the query names. */
export function readQueryDefinition(
  body: Body,
  apiVersion: string,
): Omit<JobDefinition, 'object'> & { query: string } {
  const query = body['query'];
  const operation = oneOf(body, 'operation', QUERY_OPERATIONS);
  if (typeof query !== 'string' || query.trim() === '') throw invalidProperty('query', query);
  return { type: 'V2Query', operation, query, ...readFormat(body), concurrencyMode: 'Parallel', apiVersion };
}

/** @throws OrgError when the user may not delete past the recycle bin */
export function requireAllowed(
  operation: IngestOperation | QueryOperation,
  { user, permissions }: JobMaker,
): void {
  if (operation === 'hardDelete' && !permissions.canHardDelete(user)) throw hardDeleteNotEnabled();
}

export function requireObject(name: unknown, catalog: ObjectCatalog): ObjectSchema {
  const object = typeof name === 'string' ? catalog.get(name) : undefined;
  if (object) return object;
  throw invalidJob(`Unable to find object: ${typeof name === 'string' ? name : ''}`);
}

/** The field that the rows of an upsert are told apart by, as the catalog spells it. */
export function readExternalIdField(body: Body, object: ObjectSchema): string {
  const name = body['externalIdFieldName'];
  if (name === undefined || name === null) {
    throw invalidJob(
      `External ID was blank for ${object.name}. An External ID must be specified for upsert.`,
    );
  }
  const field = typeof name === 'string' ? object.field(name) : undefined;
  if (field && (field.type === 'id' || field.externalId || field.idLookup)) return field.name;
  throw invalidJob(`Field name provided, ${String(name)} does not match an External ID for ${object.name}`);
}

function readFormat(body: Body): Pick<JobDefinition, 'contentType' | 'columnDelimiter' | 'lineEnding'> {
  const delimiters = Object.keys(COLUMN_DELIMITERS) as ColumnDelimiter[];
  return {
    contentType: oneOf(body, 'contentType', ['CSV'], 'CSV'),
    columnDelimiter: oneOf(body, 'columnDelimiter', delimiters, 'COMMA'),
    lineEnding: oneOf(body, 'lineEnding', Object.keys(LINE_ENDINGS) as LineEnding[], 'LF'),
  };
}

function oneOf<T extends string>(body: Body, name: string, allowed: readonly T[], otherwise?: T): T {
  const value = body[name];
  if ((value === undefined || value === null) && otherwise !== undefined) return otherwise;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalidProperty(name, value);
  return found;
}

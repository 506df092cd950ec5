import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { loadOrder, type LoadReference } from '../load-order.js';
import { type ImportColumn, isWritten, type WrittenColumn } from './import-column.js';
import { parentObjects, readColumns } from './import-columns.js';
import type { RecordSource } from './record-source.js';

/** Columns that a note names; an export has many that are the org's own. */
const NAMED = 4;

/** How one object is imported. */
export interface ImportObject {
  readonly name: string;
  readonly definition: SObjectDefinition;
  readonly source: RecordSource;
  readonly columns: readonly ImportColumn[];
  /** The external id that records are found by; absent, all of them are new. */
  readonly upsertBy: FieldDefinition | undefined;
  /** What is written when a record is made. */
  readonly first: readonly WrittenColumn[];
  /** What is written when all records are there: references to the object itself, and those of circles. */
  readonly second: readonly WrittenColumn[];
}

export interface ImportPlan {
  /** Parents first. */
  readonly objects: readonly ImportObject[];
  /** What is not written, and why. */
  readonly notes: readonly string[];
}

export interface PlanImportOptions {
  /** Such as `Account=ErpNumber__c`. */
  readonly upsert: readonly string[];
  readonly signal?: AbortSignal;
}

interface Described {
  readonly source: RecordSource;
  readonly definition: SObjectDefinition;
  readonly header: readonly string[];
}

/**
 * Decides what is written of which file, and in which order.
 *
 * @throws SalesforceConfigurationException for objects and fields that are not there, in a line each
 */
export async function planImport(
  sources: readonly RecordSource[],
  schema: DescribeSource,
  { upsert, signal }: PlanImportOptions,
): Promise<ImportPlan> {
  const described = await describeSources(sources, schema, signal);
  const definitions = await describeParents(described, schema, signal);
  const keys = readKeys(upsert, described);
  const complaints: string[] = [];
  const drafts = described.map(({ source, definition, header }) => {
    const read = readColumns(header, definition, (name) => definitions.get(name));
    complaints.push(...read.complaints);
    const written = read.columns.filter(isWritten);
    const upsertBy = keys.get(definition.name);
    if (read.complaints.length === 0) complaints.push(...missingColumns(definition, written, upsertBy));
    return { name: definition.name, definition, source, columns: read.columns, upsertBy, written };
  });
  if (complaints.length > 0) throw new SalesforceConfigurationException(complaints.join('\n'));
  const names = new Set(drafts.map(({ name }) => name));
  const order = loadOrder(
    drafts.map(({ name, written }) => ({
      name,
      references: written.flatMap((column) => loadReference(column, names)),
    })),
  );
  const objects = order.objects.map((name): ImportObject => {
    const { definition, source, columns, upsertBy, written } = drafts.find((each) => each.name === name)!;
    const deferred = order.deferred.get(name);
    const waits = ({ field }: WrittenColumn): boolean => deferred?.has(field.name) === true;
    const first = written.filter((column) => !waits(column));
    return { name, definition, source, columns, upsertBy, first, second: written.filter(waits) };
  });
  return { objects, notes: objects.flatMap(ignoredNote) };
}

/** Whether a column refers to records by what is in the org only when those are imported. */
function loadReference(column: WrittenColumn, imported: ReadonlySet<string>): LoadReference[] {
  if (column.kind !== 'reference' && column.kind !== 'parent') return [];
  const { field } = column;
  const targets = column.kind === 'parent' ? [column.target.name] : (field.referenceTo ?? []);
  const deferrable = field.nillable === true && field.updateable === true;
  return [{ field: field.name, targets: targets.filter((name) => imported.has(name)), deferrable }];
}

async function describeSources(
  sources: readonly RecordSource[],
  schema: DescribeSource,
  signal: AbortSignal | undefined,
): Promise<readonly Described[]> {
  const described: Described[] = [];
  let place = 0;
  for await (const definition of schema.describe(
    sources.map(({ object }) => object),
    { signal },
  )) {
    const source = sources[place++]!;
    described.push({ source, definition, header: await source.header() });
  }
  return described;
}

async function describeParents(
  described: readonly Described[],
  schema: DescribeSource,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, SObjectDefinition>> {
  const definitions = new Map(described.map(({ definition }) => [definition.name, definition]));
  const parents = described.flatMap(({ header, definition }) => parentObjects(header, definition));
  const missing = [...new Set(parents)].filter((name) => !definitions.has(name));
  if (missing.length === 0) return definitions;
  for await (const each of schema.describe(missing, { signal })) definitions.set(each.name, each);
  return definitions;
}

/** The external ids of the objects that are upserted. */
function readKeys(
  upsert: readonly string[],
  described: readonly Described[],
): ReadonlyMap<string, FieldDefinition> {
  const keys = new Map<string, FieldDefinition>();
  for (const text of upsert) {
    const [object = '', key = ''] = text.split('=');
    const found = described.find(({ definition }) => definition.name.toLowerCase() === object.toLowerCase());
    if (!found)
      throw new SalesforceConfigurationException(
        `'--upsert ${text}': there is no file of ${object || 'an object'}.`,
      );
    const { definition, header } = found;
    const field = definition.fields.find(({ name }) => name.toLowerCase() === key.toLowerCase());
    if (!field || field.type === 'id' || !(field.externalId || field.idLookup)) {
      const ids = definition.fields.filter(({ externalId }) => externalId).map(({ name }) => name);
      throw new SalesforceConfigurationException(
        `'--upsert ${text}': '${key}' is no external id of ${definition.name}, which has ${ids.join(', ') || 'none'}.`,
      );
    }
    if (!header.some((name) => name.toLowerCase() === field.name.toLowerCase())) {
      throw new SalesforceConfigurationException(
        `'--upsert ${text}': ${found.source.path} has no column ${field.name}.`,
      );
    }
    keys.set(definition.name, field);
  }
  return keys;
}

/** Fields that new records must have and the file has no column for. */
function missingColumns(
  { name, fields, createable }: SObjectDefinition,
  written: readonly WrittenColumn[],
  upsertBy: FieldDefinition | undefined,
): readonly string[] {
  if (!createable) return [`${name}: records of it cannot be made, or the user may not.`];
  const there = new Set(written.map(({ field }) => field.name));
  const missing = fields
    .filter((field) => isRequired(field) && !there.has(field.name))
    .map((field) => field.name);
  if (missing.length === 0 || upsertBy) return [];
  return [`${name}: its file has no column for ${missing.join(', ')}, which new records need.`];
}

/** Whether a new record must be given a value of a field. */
export function isRequired({ createable, nillable, defaultedOnCreate, type }: FieldDefinition): boolean {
  return (
    createable === true &&
    nillable !== true &&
    defaultedOnCreate !== true &&
    type !== 'boolean' &&
    type !== 'id'
  );
}

function ignoredNote({ name, columns }: ImportObject): string[] {
  const ignored = columns.flatMap((column) =>
    column.kind === 'ignored' && column.field ? [column.header] : [],
  );
  if (ignored.length === 0) return [];
  const others = ignored.length - NAMED;
  const named = others > 1 ? ignored.slice(0, NAMED) : ignored;
  const more = others > 1 ? ` and ${others} other columns` : '';
  return [`${name}: ${named.join(', ')}${more} not written, as the org sets them itself.`];
}

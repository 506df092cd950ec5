import type { QueryResponse } from '../../../protocol/query-response.interface.js';
import type { SObjectSummary } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { DefinitionStorage } from '../../engine/definition.storage.js';
import { NodeSqliteDatabase } from '../../engine/node-sqlite-database.js';
import type { OrgRow } from '../../engine/org-row.js';
import type { QueryColumns } from '../../engine/query/query-columns.js';
import { QueryEngine, type QueryRequest } from '../../engine/query/query-engine.js';
import { RecordTable } from '../../engine/record-table.js';
import type { SqliteDatabase } from '../../engine/sqlite-database.interface.js';
import { quoteIdentifier, TableSchema } from '../../engine/table-schema.js';
import { toStoredInstant } from '../../engine/value/temporal-value.js';
import { OrgError } from '../../org-error.js';
import { entityNames } from './metadata-names.js';
import * as rows from './metadata-rows.js';
import { queriedObject } from './queried-object.js';
import { requireReifiedFilter } from './reified-filter.js';
import { ToolingCatalog } from './tooling-catalog.js';
import { SHARED_OBJECTS } from './tooling-definitions.js';
import { ToolingRecords } from './tooling-records.js';

interface MetadataSource {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly definitions: DefinitionStorage;
  /** The one who made whatever there is. */
  readonly administratorId: string;
  now(): Date;
}

interface Tables {
  readonly database: NodeSqliteDatabase;
  readonly records: RecordTable;
  readonly queries: QueryEngine;
  /** Objects whose fields are in the tables. */
  readonly described: Set<ObjectSchema>;
  /** Relationships that are in the tables, by their ids. */
  readonly related: Set<string>;
  hasCustomFields: boolean;
}

/** What a query reads that is filled in when something first asks for it. */
const ABOUT_FIELDS =
  /\b(?:FieldDefinition|EntityParticle|PicklistValueInfo|Fields|Particles|PicklistValues|RelationshipInfo|RelationshipDomain)\b/i;
const ABOUT_RELATIONSHIPS = /\b(?:RelationshipInfos?|RelationshipDomains?|Child\w*Relationship\w*)\b/i;
const ABOUT_CUSTOM_FIELDS = /\bCustomFields?\b/i;

/** A comparison of what tells the object with texts: the only ones that narrow a query to objects. */
const NAMING =
  /\b(?:\w*EntityDefinition(?:Id|\.\w+)|QualifiedApiName|DurableId|(?:EntityParticle|FieldDefinition|Field|ChildSobject|ParentSobject|RelationshipInfo)(?:Id|\.\w+))\s*(?:=|IN\s*\()\s*('[^']*'(?:\s*,\s*'[^']*')*)/gi;

/**
 * What the org is made of, as records that can be queried: objects, fields, picklist values. They are in tables of their
 * own, in memory, made at the first query and made again when the org's objects have changed. Fields are many, and a query
 * is mostly about those of one object: only those of the objects that its texts name are put there.
 */
export class MetadataStore {
  readonly catalog: ToolingCatalog;
  /** What clients add to it. */
  readonly records: ToolingRecords;
  readonly #source: MetadataSource;
  #tables: Tables | undefined;
  #summaries: readonly SObjectSummary[] = [];

  constructor(source: MetadataSource) {
    this.#source = source;
    this.catalog = new ToolingCatalog(source.catalog);
    this.records = new ToolingRecords(source);
  }

  /** @throws OrgError for a query that the platform would refuse. */
  run(soql: string, request: QueryRequest): QueryResponse {
    requireReifiedFilter(soql);
    const tables = this.#current();
    this.#fill(tables, soql);
    this.#refresh(tables, this.catalog.own(queriedObject(soql).name ?? ''));
    const response = tables.queries.run(soql, request);
    if (!response.done) throw moreThanOnePage(response);
    return { ...response, records: response.records.map((record) => toMetadata(record) as typeof record) };
  }

  /** @throws OrgError for a query that the platform would refuse. */
  columns(soql: string, request: Pick<QueryRequest, 'user'>): QueryColumns {
    return this.#current().queries.columns(soql, request);
  }

  close(): void {
    this.#tables?.database.close();
    this.#tables = undefined;
  }

  /** The tables as the org's objects are now. */
  #current(): Tables {
    const summaries = this.#source.catalog.summaries();
    if (this.#tables && summaries === this.#summaries) return this.#tables;
    this.close();
    this.#summaries = summaries;
    this.#tables = this.#create(summaries);
    return this.#tables;
  }

  #create(summaries: readonly SObjectSummary[]): Tables {
    const database = new NodeSqliteDatabase();
    const records = new RecordTable(database, new TableSchema(database));
    const queries = new QueryEngine({ catalog: this.catalog, database, now: () => this.#source.now() });
    const stamp = this.#stamp();
    // No others have record types: those were declared or came with another org.
    const { catalog } = this.#source;
    const typed = new Map(
      [...catalog.loaded(), ...catalog.withRecordTypes()].map((each) => [each.name, each]),
    );
    const custom = summaries.filter((summary) => summary.custom);
    database.transaction(() => {
      this.#insert(records, 'Publisher', rows.PUBLISHER_ROWS);
      this.#insert(
        records,
        'EntityDefinition',
        summaries.map((summary) => rows.entityRow(summary, stamp, typed.get(summary.name))),
      );
      this.#insert(
        records,
        'CustomObject',
        custom.map((summary) => rows.customObjectRow(summary, stamp)),
      );
    });
    return { database, records, queries, described: new Set(), related: new Set(), hasCustomFields: false };
  }

  #fill(tables: Tables, soql: string): void {
    const isAboutRelationships = ABOUT_RELATIONSHIPS.test(soql);
    if (isAboutRelationships || ABOUT_FIELDS.test(soql)) {
      const named = this.#namedIn(soql);
      this.#describe(tables, named);
      if (isAboutRelationships) this.#relate(tables, named);
    }
    if (ABOUT_CUSTOM_FIELDS.test(soql)) this.#addCustomFields(tables);
  }

  /** Few records, which may have been written since, or undone with the rest of the org's. */
  #refresh({ database, records }: Tables, object: ObjectSchema | undefined): void {
    if (!object?.definition.createable) return;
    database.transaction(() => {
      if (records.exists(object)) database.exec(`DELETE FROM ${quoteIdentifier(object.name)}`);
      this.#insert(records, object.name, this.records.rows(object));
    });
  }

  #describe({ database, records, described }: Tables, objects: readonly ObjectSchema[]): void {
    const missing = objects.filter((object) => !described.has(object));
    if (missing.length === 0) return;
    const stamp = this.#stamp();
    database.transaction(() => {
      for (const object of missing) {
        for (const field of object.fields) {
          this.#insert(records, 'FieldDefinition', [rows.fieldRow(object, field, stamp)]);
          this.#insert(records, 'EntityParticle', [rows.particleRow(object, field)]);
          this.#insert(records, 'PicklistValueInfo', rows.picklistValueRows(object, field));
        }
        described.add(object);
      }
    });
  }

  /** Adds the ways to the objects' children, and those on which they are the children. */
  #relate({ database, records, related }: Tables, objects: readonly ObjectSchema[]): void {
    const { catalog } = this.#source;
    const names = new Set(objects.map(({ name }) => name));
    const parents = new Set(
      objects.flatMap(({ name, fields }) => [name, ...fields.flatMap(({ referenceTo = [] }) => referenceTo)]),
    );
    database.transaction(() => {
      for (const parent of [...parents].flatMap((name) => catalog.get(name) ?? [])) {
        for (const relationship of catalog.describedChildren(parent)) {
          if (!names.has(parent.name) && !names.has(relationship.childSObject)) continue;
          const child = catalog.get(relationship.childSObject);
          const { info, domain } = rows.relationshipRows(parent.definition, relationship, child);
          this.#insert(records, 'RelationshipInfo', isNew(related, info) ? [info] : []);
          this.#insert(records, 'RelationshipDomain', isNew(related, domain) ? [domain] : []);
        }
      }
    });
  }

  #addCustomFields(tables: Tables): void {
    if (tables.hasCustomFields) return;
    tables.hasCustomFields = true;
    const stamp = this.#stamp();
    tables.database.transaction(() => {
      for (const object of this.#source.catalog.all()) {
        const fields = object.fields.filter(({ custom }) => custom);
        this.#insert(
          tables.records,
          'CustomField',
          fields.map((field) => rows.customFieldRow(object, field, stamp)),
        );
      }
    });
  }

  #insert(records: RecordTable, name: string, added: readonly OrgRow[]): void {
    for (const row of added) records.insert(this.catalog.own(name)!, row);
  }

  /** The objects that a query names, by name or id, alone or before a field; all objects where it compares no names. */
  #namedIn(soql: string): readonly ObjectSchema[] {
    const { catalog } = this.#source;
    const texts = Array.from(soql.matchAll(NAMING), ([, list = '']) => list.split(','))
      .flat()
      .map((text) => text.replaceAll(/^\s*'|'\s*$/g, '').toLowerCase());
    if (texts.length === 0) return catalog.all();
    const names = new Set(texts.flatMap((text) => [text, text.replace(/\..*$/, '')]));
    return this.#summaries
      .filter((summary) => entityNames(summary).some((name) => names.has(name.toLowerCase())))
      .flatMap(({ name }) => catalog.get(name) ?? []);
  }

  #stamp(): rows.MetadataStamp {
    const { definitions, administratorId } = this.#source;
    return { instant: toStoredInstant(definitions.changedAt), userId: administratorId };
  }
}

function isNew(known: Set<string>, { Id: id }: OrgRow): boolean {
  const isNew = !known.has(String(id));
  known.add(String(id));
  return isNew;
}

const NO_ID = '000000000000000AAA';
const COMPLEX = new Set(['Metadata', 'RecordTypesSupported', 'ReferenceTo']);

/** A record with structured values as such, and those of the objects it leads to. */
function toMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMetadata);
  if (typeof value !== 'object' || value === null) return value;
  const { attributes } = value as { readonly attributes?: { readonly type?: string } };
  const isNamed = SHARED_OBJECTS.has(attributes?.type ?? '');
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      if (name === 'Id' && isNamed) return [name, NO_ID];
      if (COMPLEX.has(name) && typeof inner === 'string') return [name, JSON.parse(inner)];
      return [name, toMetadata(inner)];
    }),
  );
}

function moreThanOnePage({ records }: QueryResponse): OrgError {
  const { type } = (records[0]?.['attributes'] ?? {}) as { readonly type?: string };
  return new OrgError(
    'EXCEEDED_ID_LIMIT',
    `${type} does not support queryMore(), use LIMIT to restrict the results to a single batch`,
  );
}

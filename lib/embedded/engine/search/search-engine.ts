import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import type { WireRecord } from '../../../protocol/query-response.interface.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { ReturningItem } from '../../../soql/sosl/ast/returning-item.js';
import type { SoslSearch } from '../../../soql/sosl/ast/sosl-search.js';
import { parseSoslWithPositions } from '../../../soql/sosl/parser/sosl-parser.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import type { QueryEngine } from '../query/query-engine.js';
import { noSuchType } from '../query/query-refusals.js';
import { SoqlSource } from '../query/soql-source.js';
import { bind, FALSE, identifier, sql, type SqlFragment } from '../query/sql-fragment.js';
import type { OrgUser } from '../org-user.interface.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { quoteIdentifier, TableSchema } from '../table-schema.js';
import { SearchIndex, searchTable, termTable } from './search-index.js';
import { describeEntity, type EntityLabels } from './search-labels.js';
import { matchQuery } from './search-match.js';
import { refuseSearch } from './search-refusals.js';
import { isSearchable } from './searched-fields.js';
import { sharesOf } from './shares.js';

const MAX_RECORDS = 2000;
/** A pattern with a wildcard inside stands for that many terms at most. */
const MAX_TERMS = 1000;
const ID_ONLY: SoqlQuery['select'] = [{ kind: 'expression', expression: { kind: 'field', path: ['Id'] } }];

export interface SearchResult {
  readonly searchRecords: readonly WireRecord[];
  readonly metadata?: { readonly entityMetadata: readonly EntityLabels[] };
}

export interface SearchRequest {
  readonly user: OrgUser;
  readonly apiVersion: string;
}

/** One object that a search looks through. */
interface SearchedObject {
  readonly object: ObjectSchema;
  readonly item: ReturningItem;
}

/** Answers SOSL from full-text indexes of the records. */
export class SearchEngine {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #queries: QueryEngine;
  readonly #tables: TableSchema;
  readonly #index: SearchIndex;

  constructor(deps: {
    readonly catalog: Catalog;
    readonly database: SqliteDatabase;
    readonly queries: QueryEngine;
  }) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#queries = deps.queries;
    this.#tables = new TableSchema(deps.database);
    this.#index = new SearchIndex(deps.database, this.#tables);
  }

  /** @throws OrgError with the platform's code and text for a search that it would refuse. */
  run(sosl: string, request: SearchRequest): SearchResult {
    const { search, positionOf } = parsed(sosl);
    const source = new SoqlSource(sosl, positionOf);
    refuseSearch(search, source);
    const limit = Math.min(search.limit ?? MAX_RECORDS, MAX_RECORDS);
    const objects = this.#objects(search, source, request.user);
    const found = objects.map((searched) => this.#find(search, searched, source, limit, request));
    const shares = sharesOf(
      limit,
      found.map((records) => records.length),
    );
    const searchRecords = found.flatMap((records, index) => records.slice(0, shares[index]));
    return { searchRecords, ...this.#metadata(search, objects) };
  }

  /** The objects of RETURNING; without it every object that the user sees, that can be searched and has had records. */
  #objects(search: SoslSearch, source: SoqlSource, user: OrgUser): readonly SearchedObject[] {
    if (search.returning) {
      return search.returning.map((item) => ({ object: this.#object(item, source), item }));
    }
    return this.#catalog
      .summaries()
      .filter((summary) => isSearchable(summary) && this.#tables.exists(summary))
      .flatMap(({ name }) => this.#catalog.get(name) ?? [])
      .filter((object) => this.#queries.sees(user, object))
      .map((object) => ({ object, item: { sobject: object.name } }));
  }

  #object(item: ReturningItem, source: SoqlSource): ObjectSchema {
    const object = this.#catalog.get(item.sobject);
    if (!object) throw source.refusal('INVALID_TYPE', noSuchType(item.sobject), item);
    if (isSearchable(object.definition)) return object;
    throw source.refusal(
      'INVALID_TYPE_FOR_OPERATION',
      `entity type ${object.name} does not support search`,
      item,
    );
  }

  #find(
    search: SoslSearch,
    { object, item }: SearchedObject,
    source: SoqlSource,
    limit: number,
    request: SearchRequest,
  ): readonly WireRecord[] {
    this.#index.refresh(object);
    const match = matchQuery(search.find, search.in ?? 'ALL', (glob) => this.#termsLike(object, glob));
    const link = match === undefined ? FALSE : matching(object, match);
    const query: SoqlQuery = {
      kind: 'query',
      select: item.fields ?? ID_ONLY,
      from: { sobject: object.name },
      ...(item.where && { where: item.where }),
      ...(item.orderBy && { orderBy: item.orderBy }),
      limit: Math.min(item.limit ?? limit, limit),
      ...(item.offset !== undefined && { offset: item.offset }),
    };
    return this.#queries.select(query, source, link, request).records;
  }

  #termsLike(object: ObjectSchema, glob: string): readonly string[] {
    const terms = quoteIdentifier(termTable(object));
    return this.#database
      .prepare(`SELECT term FROM ${terms} WHERE term GLOB ? LIMIT ${MAX_TERMS}`)
      .rows(glob)
      .map(([term]) => String(term));
  }

  #metadata(search: SoslSearch, objects: readonly SearchedObject[]): Pick<SearchResult, 'metadata'> {
    if (!search.with?.some(({ kind }) => kind === 'metadata')) return {};
    return {
      metadata: { entityMetadata: objects.map(({ object, item }) => describeEntity(object, item)) },
    };
  }
}

/** The rows of the root table whose texts the index has found. */
function matching(object: ObjectSchema, match: string): SqlFragment {
  const index = identifier(searchTable(object));
  return sql`"t0".rowid IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ${bind(match)})`;
}

function parsed(sosl: string): ReturnType<typeof parseSoslWithPositions> {
  try {
    return parseSoslWithPositions(sosl);
  } catch (error) {
    if (!(error instanceof MalformedQueryException)) throw error;
    throw new OrgError(error.errorCode ?? 'MALFORMED_SEARCH', error.message);
  }
}

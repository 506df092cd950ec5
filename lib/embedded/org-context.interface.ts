import type { ApiUsage } from './api-usage.js';
import type { Catalog } from './catalog/catalog.js';
import type { ConnectedApps } from './connected-apps.js';
import type { ChangedRecords } from './engine/changed-records.js';
import type { DefinitionStorage } from './engine/definition.storage.js';
import type { QueryEngine } from './engine/query/query-engine.js';
import type { RecentRecords } from './engine/recent-records.js';
import type { RecordStore } from './engine/record-store.js';
import type { SearchEngine } from './engine/search/search-engine.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';
import type { OrgSessionStorage } from './org-session.storage.js';
import type { OrgUserDirectory } from './org-user-directory.js';

/** What the resources of the org work with. */
export interface OrgContext {
  readonly organizationId: string;
  /** The user that the org's own session and its seed belong to. */
  readonly administratorId: string;
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly definitions: DefinitionStorage;
  readonly records: RecordStore;
  readonly queries: QueryEngine;
  readonly searches: SearchEngine;
  readonly changes: ChangedRecords;
  readonly recent: RecentRecords;
  readonly users: OrgUserDirectory;
  readonly sessions: OrgSessionStorage;
  readonly apps: ConnectedApps;
  readonly usage: ApiUsage;
  now(): Date;
}

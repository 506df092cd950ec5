import type { InvocableActionHandler } from './rest/actions/invocable/invocable-action.js';
import type { ApexRestHandlers } from './rest/apex/apex-rest-handlers.js';
import type { MetadataStore } from './rest/tooling/metadata-store.js';
import type { ApiUsage } from './rest/org/api-usage.js';
import type { BulkService } from './bulk/bulk-service.js';
import type { Catalog } from './catalog/catalog.js';
import type { ConnectedApps } from './login/connected-apps.js';
import type { OAuthState } from './login/oauth/oauth-state.js';
import type { ChangedRecords } from './engine/changed-records.js';
import type { DefinitionStorage } from './engine/definition.storage.js';
import type { QueryEngine } from './engine/query/query-engine.js';
import type { RecentRecords } from './engine/recent-records.js';
import type { OrgPermissions } from './engine/permissions/org-permissions.js';
import type { RecordLocks } from './engine/record-locks.js';
import type { RecordStore } from './engine/record-store.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';
import type { OrgSessionStorage } from './login/org-session.storage.js';
import type { OrgUserDirectory } from './login/org-user-directory.js';

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
  /** Who may do what. */
  readonly permissions: OrgPermissions;
  /** The records that nobody can write for now. */
  readonly locks: RecordLocks;
  readonly bulk: BulkService;
  readonly changes: ChangedRecords;
  readonly recent: RecentRecords;
  readonly users: OrgUserDirectory;
  readonly sessions: OrgSessionStorage;
  readonly apps: ConnectedApps;
  readonly oauth: OAuthState;
  readonly usage: ApiUsage;
  /** What the org is made of, to be queried. */
  readonly metadata: MetadataStore;
  readonly apexRest: ApexRestHandlers;
  /** By path below `/actions`. */
  readonly actions: ReadonlyMap<string, InvocableActionHandler>;
  now(): Date;
}

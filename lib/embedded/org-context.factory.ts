import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import { ApiUsage } from './api-usage.js';
import { Catalog } from './catalog/catalog.js';
import { ConnectedApps } from './connected-apps.js';
import type { EmbeddedOrgOptions, EmbeddedUserOptions } from './embedded-org-options.interface.js';
import { ChangedRecords } from './engine/changed-records.js';
import { DefinitionStorage } from './engine/definition.storage.js';
import { bootstrapOrg, type FirstUser } from './engine/org-bootstrap.js';
import { QueryEngine } from './engine/query/query-engine.js';
import { RecentRecords } from './engine/recent-records.js';
import { RecordStore } from './engine/record-store.js';
import { SearchEngine } from './engine/search/search-engine.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';
import type { OrgContext } from './org-context.interface.js';
import { OrgSessionStorage } from './org-session.storage.js';
import { applySettings } from './org-settings.js';
import { OrgUserDirectory } from './org-user-directory.js';

const TWO_HOURS = 7_200_000;

/** Puts an org together on a database, which becomes one when it is empty. */
export function createOrgContext(database: SqliteDatabase, options: EmbeddedOrgOptions): OrgContext {
  const now = options.clock ?? (() => new Date());
  const catalog = options.catalog ?? Catalog.standard();
  const definitions = new DefinitionStorage({ catalog, database });
  definitions.restore();
  const { organizationId, userId } = bootstrapOrg({ catalog, database, now }, firstUser(options.user));
  const records = new RecordStore({ catalog, database, now });
  const users = new OrgUserDirectory({ catalog, database, records });
  const administratorId = findAdministrator(users, userId, options.user?.username);
  applySettings({ catalog, database, records, administratorId }, options);
  const { password, securityToken } = options.user ?? {};
  if (password !== undefined) users.setPassword(administratorId, password, securityToken);
  const queries = new QueryEngine({ catalog, database, now });
  return {
    organizationId,
    administratorId,
    catalog,
    database,
    definitions,
    records,
    queries,
    searches: new SearchEngine({ catalog, database, queries }),
    changes: new ChangedRecords({ database, now }),
    recent: new RecentRecords(database),
    users,
    sessions: new OrgSessionStorage({ organizationId, now, timeout: options.sessionTimeout ?? TWO_HOURS }),
    apps: new ConnectedApps(options.apps),
    usage: new ApiUsage(now),
    now,
  };
}

function firstUser({ username = 'admin@example.com', ...user }: EmbeddedUserOptions = {}): FirstUser {
  return {
    username,
    email: user.email ?? username,
    firstName: user.firstName ?? 'Embedded',
    lastName: user.lastName ?? 'Administrator',
  };
}

/** A database that was an org before has its users; any of them may be the one who signs in. */
function findAdministrator(users: OrgUserDirectory, first: string, username: string | undefined): string {
  if (username === undefined) return first;
  const user = users.findActive(username);
  if (user) return user.id;
  throw new SalesforceConfigurationException(
    `The org of this database has no active user ${username}; its administrator is ${users.get(first).username}.`,
  );
}

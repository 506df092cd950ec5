import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import { MetadataStore } from './rest/tooling/metadata-store.js';
import { ApexRestHandlers } from './rest/apex/apex-rest-handlers.js';
import { BulkService } from './bulk/bulk-service.js';
import { ApiUsage } from './rest/org/api-usage.js';
import { Catalog } from './catalog/catalog.js';
import { ConnectedApps } from './login/connected-apps.js';
import { OAuthState } from './login/oauth/oauth-state.js';
import type { EmbeddedOrgOptions, EmbeddedUserOptions } from './embedded-org-options.interface.js';
import { ChangedRecords } from './engine/changed-records.js';
import { DefinitionStorage } from './engine/definition.storage.js';
import { bootstrapOrg, type FirstUser } from './engine/org-bootstrap.js';
import { createOrgEngine } from './engine/org-engine.factory.js';
import { RecentRecords } from './engine/recent-records.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';
import type { OrgContext } from './org-context.interface.js';
import { OrgSessionStorage } from './login/org-session.storage.js';
import { applySettings } from './org-settings.js';
import { addUsers } from './login/further-users.js';
import { OrgUserDirectory } from './login/org-user-directory.js';
import type { LockoutPolicy } from './login/password.storage.js';

const TWO_HOURS = 7_200_000;

/** Puts an org together on a database, which becomes one when it is empty. */
export function createOrgContext(database: SqliteDatabase, options: EmbeddedOrgOptions): OrgContext {
  const now = options.clock ?? (() => new Date());
  const catalog = options.catalog ?? Catalog.standard(options.features);
  const definitions = new DefinitionStorage({ catalog, database, now });
  definitions.restore();
  const { organizationId, userId } = bootstrapOrg({ catalog, database, now }, firstUser(options.user));
  const { records, queries, permissions, locks, recordTypes } = createOrgEngine(
    { catalog, database, userId, now },
    options,
  );
  definitions.whenDefined((object) => recordTypes.establish(object));
  for (const object of catalog.withRecordTypes()) recordTypes.establish(object);
  const users = new OrgUserDirectory({ catalog, database, records, lockout: lockoutPolicy(options), now });
  const administratorId = findAdministrator(users, userId, options.user?.username);
  applySettings({ catalog, database, records, administratorId }, options);
  const { password, securityToken } = options.user ?? {};
  if (password !== undefined) users.setPassword(administratorId, password, securityToken);
  addUsers({ catalog, database, records, users, administratorId, now }, options.users);
  return {
    organizationId,
    administratorId,
    catalog,
    database,
    definitions,
    records,
    queries,
    permissions,
    locks,
    bulk: new BulkService(
      { catalog, database, records, permissions, queries, now },
      { held: options.bulkJobs === 'hold', onFailure: options.onUnexpectedError },
    ),
    changes: new ChangedRecords({ database, now }),
    recent: new RecentRecords(database),
    users,
    sessions: new OrgSessionStorage({ organizationId, now, timeout: options.sessionTimeout ?? TWO_HOURS }),
    apps: new ConnectedApps(options.apps),
    oauth: new OAuthState(now),
    usage: new ApiUsage(now),
    metadata: new MetadataStore({ catalog, database, definitions, administratorId, now }),
    apexRest: new ApexRestHandlers(options.apexRest),
    actions: new Map(Object.entries(options.actions ?? {})),
    now,
  };
}

function lockoutPolicy({ passwordPolicies }: EmbeddedOrgOptions): LockoutPolicy {
  const { maxLoginAttempts = 10, lockoutInterval = 15 } = passwordPolicies ?? {};
  return { maxLoginAttempts, lockoutInterval };
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

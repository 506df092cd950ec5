import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';

/** Goes up when a database of an older release cannot be read as it is. */
const FORMAT = '1';

/** Who an org is, wherever its file goes. */
export interface OrgIdentity {
  readonly organizationId: string;
  /** The administrator. */
  readonly userId: string;
}

/** The identity of the org whose database this is; undefined for a database that holds none yet. */
export function readOrgIdentity(database: SqliteDatabase): OrgIdentity | undefined {
  database.exec('CREATE TABLE IF NOT EXISTS "_org" (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const entries = new Map(
    database
      .prepare('SELECT name, value FROM "_org"')
      .rows()
      .map(([name, value]) => [String(name), String(value)]),
  );
  const [format, organizationId, userId] = ['format', 'organizationId', 'userId'].map((name) =>
    entries.get(name),
  );
  if (organizationId === undefined || userId === undefined) return undefined;
  if (format !== FORMAT) {
    throw new SalesforceConfigurationException(
      `The database of the embedded org has format ${format}, and this release reads format ${FORMAT}: ` +
        'use the release that made it, or start with a new file.',
    );
  }
  return { organizationId, userId };
}

export function writeOrgIdentity(database: SqliteDatabase, identity: OrgIdentity): void {
  const write = database.prepare('INSERT INTO "_org" (name, value) VALUES (?, ?)');
  for (const [name, value] of Object.entries({ format: FORMAT, ...identity })) write.run(name, value);
}

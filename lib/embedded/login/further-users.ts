import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { Catalog } from '../catalog/catalog.js';
import type { EmbeddedFurtherUserOptions } from '../embedded-org-options.interface.js';
import { IdGenerator } from '../engine/id-generator.js';
import type { RecordStore } from '../engine/record-store.js';
import { RecordTable } from '../engine/record-table.js';
import { Sequence } from '../engine/sequence.js';
import type { SqliteDatabase } from '../engine/sqlite-database.interface.js';
import { TableSchema } from '../engine/table-schema.js';
import { toStoredInstant } from '../engine/value/temporal-value.js';
import { OrgError } from '../org-error.js';
import type { OrgUserDirectory } from './org-user-directory.js';

/** Longest alias a user can have. */
const ALIAS_LENGTH = 8;

interface UserTarget {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly records: RecordStore;
  readonly users: OrgUserDirectory;
  readonly administratorId: string;
  now(): Date;
}

/**
 * Makes the users that the options name beside the administrator, and sets their passwords.
 *
 * @throws SalesforceConfigurationException naming the user that the org refuses
 */
export function addUsers(target: UserTarget, options: readonly EmbeddedFurtherUserOptions[] = []): void {
  for (const user of options) {
    const id = target.users.find(user.username)?.id ?? createUser(target, user);
    if (user.password !== undefined) target.users.setPassword(id, user.password, user.securityToken);
    if (user.isFrozen) target.users.freeze(id);
  }
}

function createUser(target: UserTarget, user: EmbeddedFurtherUserOptions): string {
  const { catalog, records, administratorId } = target;
  const nickname = user.username.replace(/@.*$/, '');
  const values = {
    Username: user.username,
    Email: user.email ?? user.username,
    FirstName: user.firstName,
    LastName: user.lastName ?? nickname,
    Alias: nickname.slice(0, ALIAS_LENGTH),
    CommunityNickname: nickname,
    ProfileId: profileId(target, user.profile ?? 'System Administrator'),
    IsActive: user.isActive ?? true,
    TimeZoneSidKey: user.timeZone ?? 'GMT',
    LocaleSidKey: user.locale ?? 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
  try {
    return records.insert(catalog.get('User')!, values, { id: administratorId });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    throw new SalesforceConfigurationException(
      `The user ${user.username} of the embedded org cannot be made: ${error.message}`,
      { cause: error },
    );
  }
}

/** The profile of that name, made past the rules where there is none: no client can create one. */
function profileId({ catalog, database, administratorId, now }: UserTarget, name: string): string {
  const profile = catalog.get('Profile')!;
  const table = new RecordTable(database, new TableSchema(database));
  const [known] = table.idsBy(profile, profile.field('Name')!, name);
  if (known !== undefined) return known;
  const id = new IdGenerator(new Sequence(database)).next(profile.keyPrefix);
  const time = toStoredInstant(now());
  table.insert(profile, {
    Id: id,
    Name: name,
    UserType: 'Standard',
    CreatedDate: time,
    CreatedById: administratorId,
    LastModifiedDate: time,
    LastModifiedById: administratorId,
    SystemModstamp: time,
  });
  return id;
}

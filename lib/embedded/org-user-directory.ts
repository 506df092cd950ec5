import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Catalog } from './catalog/catalog.js';
import type { RecordStore } from './engine/record-store.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';

/** A user as sign-in and identity answers need one. */
export interface OrgUserProfile {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly nickname: string | null;
  readonly active: boolean;
  readonly profileId: string | null;
  readonly roleId: string | null;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly userType: string;
  readonly lastModified: string;
}

/** The org's users: records of the `User` table, and the passwords, which no table holds. */
export class OrgUserDirectory {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #records: RecordStore;
  readonly #salt = randomBytes(16);
  readonly #passwords = new Map<string, readonly Buffer[]>();

  constructor(deps: {
    readonly catalog: Catalog;
    readonly database: SqliteDatabase;
    readonly records: RecordStore;
  }) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#records = deps.records;
  }

  /** @param securityToken what may follow the password */
  setPassword(userId: string, password: string, securityToken?: string): void {
    const accepted = securityToken ? [password, password + securityToken] : [password];
    this.#passwords.set(
      userId,
      accepted.map((text) => this.#digest(text)),
    );
  }

  /** The active user of that name and password. */
  authenticate(username: string, password: string): OrgUserProfile | undefined {
    const user = this.findActive(username);
    const given = this.#digest(password);
    const accepted = user && this.#passwords.get(user.id);
    return accepted?.some((expected) => timingSafeEqual(expected, given)) ? user : undefined;
  }

  findActive(username: string): OrgUserProfile | undefined {
    const row = this.#database
      .prepare('SELECT "Id" AS id FROM "User" WHERE fold("Username") = fold(?)')
      .get(username.trim());
    const user = row && this.get(String(row['id']));
    return user?.active ? user : undefined;
  }

  get(id: string): OrgUserProfile {
    const user = this.#catalog.get('User')!;
    const record = this.#records.read(user, id);
    const text = (field: string) => (record[field] ?? null) as string | null;
    return {
      id,
      username: text('Username') ?? '',
      name: text('Name') ?? '',
      firstName: text('FirstName'),
      lastName: text('LastName') ?? '',
      email: text('Email') ?? '',
      nickname: text('CommunityNickname'),
      active: record['IsActive'] === true,
      profileId: text('ProfileId'),
      roleId: text('UserRoleId'),
      timeZone: text('TimeZoneSidKey') ?? 'GMT',
      locale: text('LocaleSidKey') ?? 'en_US',
      language: text('LanguageLocaleKey') ?? 'en_US',
      userType: text('UserType') ?? 'Standard',
      lastModified: text('LastModifiedDate') ?? '',
    };
  }

  #digest(password: string): Buffer {
    return createHmac('sha256', this.#salt).update(password).digest();
  }
}

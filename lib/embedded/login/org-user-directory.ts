import type { Catalog } from '../catalog/catalog.js';
import type { RecordStore } from '../engine/record-store.js';
import type { SqliteDatabase, SqliteValue } from '../engine/sqlite-database.interface.js';
import { toStoredInstant } from '../engine/value/temporal-value.js';
import { LoginHistory, type LoginManner } from './login-history.js';
import { type LockoutPolicy, PasswordStorage } from './password.storage.js';

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
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly postalCode: string | null;
  readonly mobilePhone: string | null;
}

/** What came of a password: the user, or why not. */
export type SignIn =
  | { readonly user: OrgUserProfile; readonly refusal?: undefined }
  | { readonly user?: undefined; readonly refusal: 'password' | 'inactive' };

/** The org's users: records of the `User` table, their passwords, and who is frozen. */
export class OrgUserDirectory {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #records: RecordStore;
  readonly #now: () => Date;
  readonly #passwords: PasswordStorage;
  readonly #history: LoginHistory;
  readonly #frozen = new Set<string>();

  constructor(deps: {
    readonly catalog: Catalog;
    readonly database: SqliteDatabase;
    readonly records: RecordStore;
    readonly lockout: LockoutPolicy;
    now(): Date;
  }) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#records = deps.records;
    this.#now = () => deps.now();
    this.#passwords = new PasswordStorage({ policy: deps.lockout, now: this.#now });
    this.#history = new LoginHistory(deps);
  }

  /** Lifts a lock, too. @param securityToken what may follow the password */
  setPassword(userId: string, password: string, securityToken?: string): void {
    this.#passwords.set(userId, password, securityToken);
  }

  /** Signs in by password. Only who knows the password learns that a user is inactive or frozen. */
  signIn(username: string, password: string, manner: LoginManner): SignIn {
    const user = this.find(username);
    const wasLocked = user !== undefined && this.#passwords.isLocked(user.id);
    const isRight = this.#passwords.verify(user?.id, password);
    if (!user) return { refusal: 'password' };
    this.#write(user.id, { NumberOfFailedLogins: this.#passwords.failures(user.id) });
    if (!isRight) {
      this.#history.note(user.id, wasLocked ? 'Password Lockout' : 'Invalid Password', manner);
      return { refusal: 'password' };
    }
    if (!this.#mayEnter(user)) {
      this.#history.note(user.id, user.active ? 'User Is Frozen' : 'User is Inactive', manner);
      return { refusal: 'inactive' };
    }
    this.noteLogin(user.id, manner);
    return { user };
  }

  /** Keeps when and how the user signed in. */
  noteLogin(userId: string, manner: LoginManner): void {
    this.#write(userId, { LastLoginDate: toStoredInstant(this.#now()) });
    this.#history.note(userId, 'Success', manner);
  }

  /** The user of that name, inactive ones included. */
  find(username: string): OrgUserProfile | undefined {
    const row = this.#database
      .prepare('SELECT "Id" AS id FROM "User" WHERE fold("Username") = fold(?)')
      .get(username.trim());
    return row && this.get(String(row['id']));
  }

  /** The user of that name when sign-in is open to them. */
  findActive(username: string): OrgUserProfile | undefined {
    const user = this.find(username);
    return user && this.#mayEnter(user) ? user : undefined;
  }

  /** Keeps a user out, sessions included, as an administrator does with the button Freeze. */
  freeze(userId: string): void {
    this.#frozen.add(userId);
  }

  /** Whether the user's sessions count: neither deactivated nor frozen since. */
  isEnabled(userId: string): boolean {
    if (this.#frozen.has(userId)) return false;
    const row = this.#database.prepare('SELECT "IsActive" AS active FROM "User" WHERE "Id" = ?').get(userId);
    return row?.['active'] === 1;
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
      street: text('Street'),
      city: text('City'),
      state: text('State'),
      country: text('Country'),
      postalCode: text('PostalCode'),
      mobilePhone: text('MobilePhone'),
    };
  }

  #mayEnter({ id, active }: OrgUserProfile): boolean {
    return active && !this.#frozen.has(id);
  }

  /** Past the rules, which let no client write these fields; an org whose users lack one has nothing to keep. */
  #write(userId: string, values: Readonly<Record<string, SqliteValue>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (!this.#catalog.get('User')!.field(name)) continue;
      this.#database
        .prepare(`UPDATE "User" SET "${name}" = ? WHERE "Id" = ? AND "${name}" IS NOT ?`)
        .run(value, userId, value);
    }
  }
}

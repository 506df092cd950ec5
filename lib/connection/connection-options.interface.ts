import type { SObjectDefinition } from '../schema/sobject-definition.interface.js';
import type { Transport } from '../transport/transport.interface.js';
import type { QueryCacheStore } from './cache/query-cache-store.interface.js';

/**
 * OAuth 2.0 JWT bearer flow: a server signs in as a user that an administrator has pre-authorised. The recommended way.
 *
 * @publicApi
 */
export interface JwtAuthOptions {
  readonly flow: 'jwt';
  /** Consumer key of the connected or external client app. */
  readonly clientId: string;
  readonly username: string;
  /** RSA private key as PEM text; escaped line ends (`\n`), as environment variables hold them, are understood. */
  readonly privateKey: string;
  /** @default the production or test login host, whichever the login URL belongs to */
  readonly audience?: string;
}

/**
 * OAuth 2.0 client credentials flow: the app itself signs in, as its "run as" user. Needs the My Domain URL as `loginUrl`.
 *
 * @publicApi
 */
export interface ClientCredentialsAuthOptions {
  readonly flow: 'client-credentials';
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * OAuth 2.0 refresh token flow: a user has once approved the app.
 *
 * @publicApi
 */
export interface RefreshTokenAuthOptions {
  readonly flow: 'refresh-token';
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly refreshToken: string;
  /** Called with a new refresh token where the app rotates them, and awaited before the session is used. */
  readonly onRefreshToken?: (refreshToken: string) => void | Promise<void>;
}

/**
 * OAuth 2.0 username-password flow. Blocked by default in new orgs; prefer `jwt`.
 *
 * @publicApi
 */
export interface PasswordAuthOptions {
  readonly flow: 'password';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
  /** Appended to the password where the org asks for it. */
  readonly securityToken?: string;
}

/**
 * SOAP `login()`. Legacy: it retires with Summer '27 and is absent from API version 65.0 on.
 *
 * @publicApi
 */
export interface SoapAuthOptions {
  readonly flow: 'soap';
  readonly username: string;
  readonly password: string;
  readonly securityToken?: string;
}

/**
 * A session that exists already, such as one of the Salesforce CLI. It cannot be renewed.
 *
 * @publicApi
 */
export interface SessionAuthOptions {
  readonly flow: 'session';
  readonly accessToken: string;
  /** Such as `https://acme.my.salesforce.com`. */
  readonly instanceUrl: string;
}

/** @publicApi */
export type AuthOptions =
  | JwtAuthOptions
  | ClientCredentialsAuthOptions
  | RefreshTokenAuthOptions
  | PasswordAuthOptions
  | SoapAuthOptions
  | SessionAuthOptions;

/**
 * A record of the Salesforce CLI's data tree format: fields by API name, children by relationship name, and `@name` in a
 * reference field for the record whose `referenceId` is `name`.
 *
 * @publicApi
 */
export interface SeedRecord {
  readonly attributes: { readonly type: string; readonly referenceId?: string };
  readonly [field: string]: unknown;
}

/** @publicApi */
export interface SeedData {
  readonly records: readonly SeedRecord[];
}

/**
 * Records by the name of their object: fields by API name, and in a reference field `@name` for the record whose
 * `attributes.referenceId` is `name`; children by relationship name, as lists or as `{ records: [...] }`.
 *
 * @example
 * ```ts
 * const seed: SeedTables = {
 *   Account: [{ attributes: { referenceId: 'acme' }, Name: 'Acme' }],
 *   Contact: [{ LastName: 'Doe', AccountId: '@acme' }],
 * };
 * ```
 * @publicApi
 */
export interface SeedTables {
  readonly [sobject: string]: readonly Readonly<Record<string, unknown>>[];
}

/** @publicApi */
export interface EmbeddedOptions {
  /** Path of the database file, or `:memory:`. @default ':memory:' */
  readonly database?: string;
  /**
   * Records to start with when the database is empty: data, or the paths of files. A file is JSON of such data, a plan of
   * the Salesforce CLI, or a CSV file named after its object, such as `Account.csv`; of a folder, all its files are taken.
   */
  readonly seed?: SeedData | SeedTables | string | readonly string[];
}

/** What a connection needs of a running embedded org; `EmbeddedOrg` of `nestjs-salesforce/embedded` is one. */
export interface EmbeddedOrgHandle {
  readonly instanceUrl: string;
  /** A session of the org's administrator. */
  readonly accessToken: string;
  readonly transport: Transport;
  /** Adds the custom objects and fields of an application to the org's schema; what is there already stays. */
  define(definitions: readonly SObjectDefinition[]): void;
  close(): Promise<void>;
}

/** @publicApi */
export interface TimeoutOptions {
  /** Milliseconds to establish a connection. @default 10_000 */
  readonly connect?: number;
  /** Milliseconds until an answer begins, and between two pieces of it. @default 120_000 */
  readonly response?: number;
}

/** @publicApi */
export type SalesforceLogLevel = 'off' | 'error' | 'warn' | 'log' | 'debug';

interface CommonConnectionOptions {
  /** @default 'https://login.salesforce.com' */
  readonly loginUrl?: string;
  /** REST API version, such as `'67.0'`. @default '67.0' */
  readonly apiVersion?: string;
  /** Namespace of the package under development, prefixed to the API names of custom objects and fields. */
  readonly namespace?: string;
  /**
   * `lazy` touches the network with the first call that needs it; `eager` connects while the application boots and fails
   * the boot when that fails. @default 'lazy'
   */
  readonly connect?: 'lazy' | 'eager';
  /**
   * Whether the entities are compared with the org while the application boots: `warn` logs what would break, `fail` fails
   * the boot when there are errors. See `SalesforceConnection.checkSchema`. @default 'off'
   */
  readonly checkSchema?: 'off' | 'warn' | 'fail';
  readonly timeouts?: TimeoutOptions;
  /** URL of an HTTP proxy, such as `http://proxy.example:3128`. */
  readonly proxy?: string;
  /** Headers added to every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Keeps the results of finds and counts that ask for it by their option `cache`: Nest's `CACHE_MANAGER`, or whatever else
   * gets, sets and deletes. @default none
   */
  readonly cache?: QueryCacheStore;
  /** What goes to the Nest logger. @default 'warn' */
  readonly logLevel?: SalesforceLogLevel;
}

/** @publicApi */
export interface RemoteConnectionOptions extends CommonConnectionOptions {
  readonly auth: AuthOptions;
  readonly embedded?: undefined;
}

/** @publicApi */
export interface EmbeddedConnectionOptions extends CommonConnectionOptions {
  /** An embedded org instead of a real one: its options, or one that is running already (the connection then leaves it open). */
  readonly embedded: EmbeddedOptions | EmbeddedOrgHandle;
  readonly auth?: undefined;
}

/**
 * How one org is reached: `auth` for a real one, `embedded` for one inside the process.
 *
 * @publicApi
 */
export type SalesforceConnectionOptions = RemoteConnectionOptions | EmbeddedConnectionOptions;

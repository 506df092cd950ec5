import type { EmbeddedBehaviourOptions } from './engine/engine-options.interface.js';
import type { SeedData, SeedTables } from '../connection/connection-options.interface.js';
import type { SObjectDefinition } from '../schema/sobject-definition.interface.js';
import type { Catalog } from './catalog/catalog.js';
import type { OrgFeatures } from './catalog/org-features.interface.js';
import type { InvocableActionHandler } from './rest/actions/invocable/invocable-action.js';
import type { ApexRestHandler } from './rest/apex/apex-rest.interface.js';

/**
 * The administrator of an embedded org: the user that signs in and owns what is created.
 *
 * @publicApi
 */
export interface EmbeddedUserOptions {
  /** In a database that is an org already, one of its users. @default the org's administrator, in a new org `admin@example.com` */
  readonly username?: string;
  /** What the OAuth password flow and SOAP login ask for. @default none: nobody signs in by password */
  readonly password?: string;
  /**
   * What clients outside the trusted networks append to the password; the password alone goes on being accepted, as it is
   * from inside them.
   *
   * @default none: nothing may follow the password
   */
  readonly securityToken?: string;
  /** @default the username */
  readonly email?: string;
  /** @default 'Embedded' */
  readonly firstName?: string;
  /** @default 'Administrator' */
  readonly lastName?: string;
  /** What days are to the user, for `TODAY` and its like: `America/Los_Angeles`. @default as it is; `GMT` in a new org */
  readonly timeZone?: string;
  /** Which day weeks begin with, and how `FORMAT()` writes: `de_DE`. @default as it is; `en_US` in a new org */
  readonly locale?: string;
}

/**
 * A further user of an embedded org, made when no user has the username yet. In a database that is an org already, the
 * user is the one of that name, whose password is set.
 *
 * @publicApi
 */
export interface EmbeddedFurtherUserOptions extends EmbeddedUserOptions {
  readonly username: string;
  /** Name of the user's profile, made when there is none. @default 'System Administrator' */
  readonly profile?: string;
  /** An inactive user cannot sign in. @default true */
  readonly isActive?: boolean;
  /** A frozen user cannot sign in, either. @default false */
  readonly isFrozen?: boolean;
}

/**
 * What wrong passwords lead to, in the names and with the defaults of a real org's password policies.
 *
 * @publicApi
 */
export interface EmbeddedPasswordPolicies {
  /** Wrong passwords in a row that lock a user out; 0 never locks. @default 10 */
  readonly maxLoginAttempts?: number;
  /** Minutes until a locked user may try again; 0 keeps the user out until a password is set. @default 15 */
  readonly lockoutInterval?: number;
}

/**
 * A token of an identity provider that an app wants to exchange for one of the org.
 *
 * @publicApi
 */
export interface ExternalToken {
  readonly token: string;
  /** Such as `urn:ietf:params:oauth:token-type:id_token`. */
  readonly tokenType: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Developer name of the handler, where the request names one. */
  readonly handler?: string;
}

/**
 * A connected or external client app that the org knows.
 *
 * @publicApi
 */
export interface EmbeddedAppOptions {
  /** Consumer key. */
  readonly clientId: string;
  /** Consumer secret; where it is absent, any secret is accepted. */
  readonly clientSecret?: string;
  /** What users read when they are asked for consent. @default the consumer key */
  readonly name?: string;
  /** Where users may be sent back to, compared character by character. @default anywhere */
  readonly callbackUrls?: readonly string[];
  /** What the app may ask for, and is given when it asks for nothing in particular. @default anything, given `refresh_token web id api` */
  readonly scopes?: readonly string[];
  /** Whether the authorization code flow needs a code challenge. @default false */
  readonly requirePkce?: boolean;
  /** Whether users are let in without being asked for consent. @default false */
  readonly preauthorized?: boolean;
  /** Whether every use of a refresh token gives a new one and ends the old one. @default false */
  readonly rotateRefreshTokens?: boolean;
  /** PEM text of the public key or certificate that JWT bearer assertions of the app are signed for. */
  readonly publicKey?: string;
  /** Username whose sessions the client credentials flow opens. @default the administrator's */
  readonly runAs?: string;
  /** API calls a day that the app is granted, which `Sforce-Limit-Info` tells it of. @default none of its own */
  readonly dailyApiCalls?: number;
  /**
   * Says whose an external token is, for the token exchange flow: usernames by token, or a function that gives the username,
   * or undefined to refuse the token.
   *
   * @default none: the flow is refused
   */
  readonly tokenExchange?:
    | Readonly<Record<string, string>>
    | ((token: ExternalToken) => string | undefined | Promise<string | undefined>);
}

/** @publicApi */
export interface EmbeddedOrgOptions extends EmbeddedBehaviourOptions {
  /** Path of the database file, or `:memory:`. @default ':memory:' */
  readonly database?: string;
  /**
   * Another org as the schema of this one: paths of snapshots (`.gz`), of describes as JSON, or of folders of those. Its
   * standard objects replace those of the catalog, its custom ones are added, and its records are loaded when the database
   * is empty. A database file holds no snapshot: open it with the same one again.
   *
   * @default none
   */
  readonly snapshot?: string | readonly string[];
  /** What the org has beyond what every org has. A `catalog` has features of its own. @default none */
  readonly features?: OrgFeatures;
  /**
   * Records to start with when the database is empty: data, or the paths of files. A file is JSON of such data, a plan of
   * the Salesforce CLI, or a CSV file named after its object, such as `Account.csv`; of a folder, all its files are taken.
   */
  readonly seed?: SeedData | SeedTables | string | readonly string[];
  readonly user?: EmbeddedUserOptions;
  /** Further users, each with a password of their own. */
  readonly users?: readonly EmbeddedFurtherUserOptions[];
  readonly passwordPolicies?: EmbeddedPasswordPolicies;
  /** The month, from 1, that the org's fiscal years begin with. @default as it is; 1 in a new org */
  readonly fiscalYearStartMonth?: number;
  /**
   * The apps that may ask for tokens. Without any, every client id and secret is accepted, as suits a development org;
   * the JWT bearer flow needs an app with a public key.
   */
  readonly apps?: readonly EmbeddedAppOptions[];
  /** Custom objects and fields, there before the seed is loaded. More can be added later, by `define`. */
  readonly definitions?: readonly SObjectDefinition[];
  /** The org's time. @default the system's */
  readonly clock?: () => Date;
  /** Milliseconds without a call after which a session ends. @default 7_200_000, two hours */
  readonly sessionTimeout?: number;
  /**
   * What answers below `/services/apexrest`, by method and path; `:name` stands for any segment, `*` for all the rest.
   *
   * @example
   * ```ts
   * await EmbeddedOrg.create({
   *   apexRest: { 'GET /Account/:id': ({ params, org }) => org.query(soql`SELECT Name FROM Account WHERE Id = ${params['id']}`) },
   * });
   * ```
   * @default none
   */
  readonly apexRest?: Readonly<Record<string, ApexRestHandler>>;
  /**
   * What invocable actions do, by their path below `/actions`: `standard/emailSimple`, `custom/apex/MyAction`,
   * `custom/flow/MyFlow`.
   *
   * @default none
   */
  readonly actions?: Readonly<Record<string, InvocableActionHandler>>;
  /** Origins whose scripts may call the org from a browser, its CORS allowlist; `*` allows all. @default none, as in a new org */
  readonly corsOrigins?: readonly string[];
  /** The objects of the org. @default the standard objects */
  readonly catalog?: Catalog;
  /**
   * Whether jobs of the Bulk APIs are worked on by themselves, as soon as the call that starts them is answered, or wait
   * for `runBulkJobs`, so that a test sees what a client does while they wait.
   *
   * @default 'run'
   */
  readonly bulkJobs?: 'run' | 'hold';
  /** Told about a failure of the org itself, which clients see as `UNKNOWN_EXCEPTION` with the same error id. */
  readonly onUnexpectedError?: (error: unknown, errorId: string) => void;
}

/** @publicApi */
export interface ListenOptions {
  /** 0 takes any free port. @default 0 */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /**
   * Serves over HTTPS: with a certificate of your own, or with `true` by one made for `localhost`, `127.0.0.1` and `::1`,
   * for which the package `selfsigned` has to be installed.
   *
   * @default false
   */
  readonly https?: boolean | EmbeddedHttpsOptions;
}

/**
 * A certificate and its key, as PEM texts.
 *
 * @publicApi
 */
export interface EmbeddedHttpsOptions {
  readonly key: string;
  readonly cert: string;
}

/**
 * A listening embedded org.
 *
 * @publicApi
 */
export interface EmbeddedOrgServer {
  /** Login and instance URL at once, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /**
   * Over HTTPS, the PEM text of the certificate, for clients to trust: by way of `NODE_EXTRA_CA_CERTS`,
   * `REQUESTS_CA_BUNDLE` or `SSL_CERT_FILE`.
   */
  readonly certificate?: string;
  /** Stops listening and ends the connections; the org itself stays open. */
  close(): Promise<void>;
}

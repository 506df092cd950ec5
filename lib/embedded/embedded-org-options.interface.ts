import type { SeedData } from '../connection/connection-options.interface.js';
import type { SObjectDefinition } from '../schema/sobject-definition.interface.js';
import type { Catalog } from './catalog/catalog.js';

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
 * A connected or external client app that the org knows.
 *
 * @publicApi
 */
export interface EmbeddedAppOptions {
  /** Consumer key. */
  readonly clientId: string;
  /** Consumer secret; where it is absent, any secret is accepted. */
  readonly clientSecret?: string;
  /** PEM text of the public key or certificate that JWT bearer assertions of the app are signed for. */
  readonly publicKey?: string;
  /** Username whose sessions the client credentials flow opens. @default the administrator's */
  readonly runAs?: string;
}

/** @publicApi */
export interface EmbeddedOrgOptions {
  /** Path of the database file, or `:memory:`. @default ':memory:' */
  readonly database?: string;
  /** Records to start with when the database is empty: data, or the path of a JSON file of such data. */
  readonly seed?: SeedData | string;
  readonly user?: EmbeddedUserOptions;
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
  /** The objects of the org. @default the standard objects */
  readonly catalog?: Catalog;
  /** Told about a failure of the org itself, which clients see as `UNKNOWN_EXCEPTION` with the same error id. */
  readonly onUnexpectedError?: (error: unknown, errorId: string) => void;
}

/** @publicApi */
export interface ListenOptions {
  /** 0 takes any free port. @default 0 */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
}

/**
 * A listening embedded org.
 *
 * @publicApi
 */
export interface EmbeddedOrgServer {
  /** Login and instance URL at once, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Stops listening and ends the connections; the org itself stays open. */
  close(): Promise<void>;
}

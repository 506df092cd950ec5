import type { Dispatch } from '../../transport/transport.interface.js';

/** What every login needs beside its credentials. */
export interface LoginContext {
  /** Name of the connection, for exceptions. */
  readonly connection: string;
  /** Without a slash at the end. */
  readonly loginUrl: string;
  readonly dispatch: Dispatch;
}

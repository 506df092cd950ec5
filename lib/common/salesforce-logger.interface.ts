/**
 * Where the library reports. Nest's `Logger` is one; so is `console`.
 *
 * @publicApi
 */
export interface SalesforceLogger {
  error(message: string): void;
  warn(message: string): void;
  log(message: string): void;
  debug(message: string): void;
}

const ignore = (): void => undefined;

/** Writes nothing. */
export const NO_LOGGER: SalesforceLogger = { error: ignore, warn: ignore, log: ignore, debug: ignore };

import { NO_LOGGER, type SalesforceLogger } from './salesforce-logger.interface.js';

const LEVELS = ['error', 'warn', 'log', 'debug'] as const;

/** A logger that lets through what is as grave as a level, or graver. */
export function levelledLogger(
  logger: SalesforceLogger,
  level: (typeof LEVELS)[number] | 'off',
): SalesforceLogger {
  const loudest = level === 'off' ? -1 : LEVELS.indexOf(level);
  const levelled = { ...NO_LOGGER };
  for (const name of LEVELS.slice(0, loudest + 1)) levelled[name] = (message) => logger[name](message);
  return levelled;
}

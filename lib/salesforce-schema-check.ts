import type { SalesforceConnection } from './connection/salesforce-connection.js';
import { SchemaMismatchException } from './exceptions/schema-mismatch.exception.js';
import { driftCounts, driftText } from './schema/drift/drift-text.js';

/**
 * Compares the entities of an application with an org while it boots, and logs what would break.
 *
 * @throws SchemaMismatchException in the mode `fail`, naming every error; and what kept the comparison from being made.
 */
export async function checkSchemaAtBoot(
  connection: SalesforceConnection,
  mode: 'warn' | 'fail',
): Promise<void> {
  const { name, logger } = connection;
  const drift = await connection.checkSchema().catch((error: unknown) => {
    if (mode === 'fail') throw error;
    logger.warn(`Entities were not compared with the org: ${(error as Error).message}`);
    return undefined;
  });
  if (!drift) return;
  const summary = `Entities and the org of the connection '${name}' differ (${driftCounts(drift)})`;
  if (mode === 'fail' && drift.counts.error > 0) {
    throw new SchemaMismatchException(`${summary}:\n${driftText(drift, 'error')}`, { connection: name });
  }
  if (drift.counts.error + drift.counts.warning > 0) {
    logger.warn(`${summary}:\n${driftText(drift, 'warning')}`);
  }
}

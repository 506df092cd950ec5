import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { checkEntities } from '../../schema/drift/check-entities.js';
import type { DriftReport } from '../../schema/drift/drift-report.interface.js';
import { ConnectionDescribeSource } from '../describe/connection-describe-source.js';
import type { DescribeConnection } from '../describe/conditional-get.js';
import { DescribeReader } from '../describe/describe-reader.js';
import { type ToolingConnection, ToolingHiddenSchema } from './tooling-hidden-schema.js';

/** What entities and the org of a connection differ in. */
export function checkSchema(
  connection: DescribeConnection & ToolingConnection,
  entities: readonly EntityMetadata[],
  signal?: AbortSignal,
): Promise<DriftReport> {
  const source = new ConnectionDescribeSource(new DescribeReader(connection));
  return checkEntities(entities, source, new ToolingHiddenSchema(connection), { signal });
}

import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { DescribeSource, DescribeSourceOptions } from '../describe-source.interface.js';
import type { SObjectSummary } from '../sobject-definition.interface.js';
import { checkEntity } from './check-entity.js';
import type { DriftFinding, DriftReport, DriftSeverity } from './drift-report.interface.js';
import type { HiddenSchema } from './hidden-schema.interface.js';
import { missingObject, refusedObject } from './missing-object.js';

const ORDER: readonly DriftSeverity[] = ['error', 'warning', 'info'];

/**
 * What entities and an org differ in, as the connected user sees the org. It costs the list of the objects and a describe an
 * entity, and a question more for what seems to be missing.
 */
export async function checkEntities(
  entities: readonly EntityMetadata[],
  source: DescribeSource,
  hidden: HiddenSchema,
  options: DescribeSourceOptions = {},
): Promise<DriftReport> {
  const objects = await source.list();
  const names = new Set(objects.map(({ name }) => name));
  const present = entities.filter(({ apiName }) => names.has(apiName));
  const absent = entities.filter(({ apiName }) => !names.has(apiName));
  const findings = new Map<EntityMetadata, readonly DriftFinding[]>();
  for (const { metadata, finding } of await missing(absent, entities, objects, hidden)) {
    findings.set(metadata, [finding]);
  }
  const wanted = [...new Set(present.map(({ apiName }) => apiName))];
  const of = (name: string) => present.filter(({ apiName }) => apiName === name);
  const onRefused = (name: string, { message }: Error): void => {
    for (const metadata of of(name)) findings.set(metadata, [refusedObject(metadata, message)]);
  };
  for await (const object of source.describe(wanted, { ...options, onRefused })) {
    for (const metadata of of(object.name)) {
      findings.set(metadata, await checkEntity(metadata, object, () => hidden.fields(object.name)));
    }
  }
  return report(
    entities.length,
    entities.flatMap((metadata) => findings.get(metadata) ?? []),
  );
}

async function missing(
  absent: readonly EntityMetadata[],
  entities: readonly EntityMetadata[],
  objects: readonly SObjectSummary[],
  hidden: HiddenSchema,
) {
  if (absent.length === 0) return [];
  const unseen = new Set(await hidden.objects(absent.map(({ apiName }) => apiName)));
  const taken = new Set(entities.map(({ apiName }) => apiName));
  return absent.map((metadata) => ({
    metadata,
    finding: missingObject(metadata, objects, taken, unseen.has(metadata.apiName)),
  }));
}

function report(entities: number, findings: readonly DriftFinding[]): DriftReport {
  const of = (severity: DriftSeverity) => findings.filter((finding) => finding.severity === severity);
  return {
    entities,
    findings: ORDER.flatMap(of),
    counts: { error: of('error').length, warning: of('warning').length, info: of('info').length },
  };
}

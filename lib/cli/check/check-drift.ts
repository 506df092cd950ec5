import { ToolingHiddenSchema } from '../../connection/schema-check/tooling-hidden-schema.js';
import { EntityMetadataStorage } from '../../metadata/entity-metadata.storage.js';
import { checkEntities } from '../../schema/drift/check-entities.js';
import type { DriftSeverity } from '../../schema/drift/drift-report.interface.js';
import { isAtLeast } from '../../schema/drift/drift-text.js';
import { type HiddenSchema, NOTHING_HIDDEN } from '../../schema/drift/hidden-schema.interface.js';
import { DefinitionSource } from '../../schema/source/definition-source.js';
import type { CommandContext } from '../command-context.interface.js';
import { chosenEntities } from '../entities/chosen-entities.js';
import { ExitCode } from '../output/exit-code.js';
import { writeJson } from '../output/json-output.js';
import { openTarget } from '../target/open-target.js';
import { shownSchema } from '../target/shown-schema.js';
import type { Target, TargetOptions } from '../target/target.interface.js';
import { driftReportText } from './drift-report-text.js';

export interface CheckCommandOptions extends TargetOptions {
  readonly entities?: readonly string[];
  readonly namespace?: string;
  readonly severity: DriftSeverity;
  readonly json: boolean;
}

/**
 * Compares entities with an org and tells what differs.
 *
 * @throws SalesforceConfigurationException when no entities are named, or they cannot be loaded
 */
export async function checkDrift(options: CheckCommandOptions, context: CommandContext): Promise<void> {
  const entities = await chosenEntities(options, context);
  const target = await openTarget(options.org, options, context);
  try {
    const storage = new EntityMetadataStorage(await namespaceOf(target, options));
    const report = await checkEntities(
      entities.map((entity) => storage.register(entity)),
      shownSchema(target, context),
      hiddenSchema(target),
    );
    if (options.json) writeJson(context, { org: target.label, ...report });
    else context.out(driftReportText(report, target.label));
    const isDrift = report.findings.some((finding) => isAtLeast(options.severity, finding));
    if (isDrift) context.exitWith(ExitCode.Differences);
  } finally {
    await target.close();
  }
}

async function namespaceOf(target: Target, { namespace }: CheckCommandOptions): Promise<string | undefined> {
  if (namespace !== undefined || isOfFiles(target)) return namespace;
  const connection = await target.connect();
  return connection.namespace;
}

/** Files are all there is to know of an org that is described by them. */
function isOfFiles({ schema }: Target): boolean {
  return schema instanceof DefinitionSource;
}

function hiddenSchema(target: Target): HiddenSchema {
  if (isOfFiles(target)) return NOTHING_HIDDEN;
  const opened = async () => new ToolingHiddenSchema(await target.connect());
  return {
    objects: async (names) => (await opened()).objects(names),
    fields: async (object) => (await opened()).fields(object),
  };
}

import { join, resolve } from 'node:path';
import type { BulkOptions } from '../../../bulk/bulk-options.interface.js';
import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { CommandContext } from '../../command-context.interface.js';
import { commandFailure } from '../../output/command-failure.js';
import { ExitCode } from '../../output/exit-code.js';
import { ProgressBar } from '../../output/progress-bar.js';
import { openTarget } from '../../target/open-target.js';
import type { Target } from '../../target/target.interface.js';
import { matcherOf } from '../name-matcher.js';
import { isSameOrg, type OrgIdentity, readOrgIdentity } from '../org-identity.js';
import type { ImportCommandOptions } from './import-command-options.interface.js';
import { type ImportPlan, planImport } from './import-plan.js';
import { reportImport, reportPlan } from './import-report.js';
import { findImportSources } from './import-sources.js';
import { ImportState } from './import-state.js';
import { Importer } from './importer.js';
import { KnownRecordsResolver } from './known-records.resolver.js';
import { RowCheck } from './row-check.js';

/** Runs the command `import`. */
export async function importRecords(
  paths: readonly string[],
  options: ImportCommandOptions,
  context: CommandContext,
): Promise<void> {
  const target = await openTarget(options.org, options, context);
  try {
    await importInto(target, paths, options, context);
  } finally {
    await target.close();
  }
}

/** Imports into what a command has opened. @param job how bulk jobs are waited for */
export async function importInto(
  target: Target,
  paths: readonly string[],
  options: ImportCommandOptions,
  context: CommandContext,
  job: BulkOptions = {},
): Promise<void> {
  const prepared = await prepareImport(target, paths, options, context);
  const { plan, rows, connection, known, org, sameOrg, folder } = prepared;
  if (options.dryRun) return reportPlan(plan, rows, options, context);

  const statePath = options.state ? resolve(context.cwd, options.state) : stateFile(folder, org);
  const stateOf = org ? `${org.id} ${org.createdDate}` : target.label;
  const state = await ImportState.open(statePath, stateOf, options.fresh);
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  const bar = new ProgressBar(context, { label: 'Importing', total });
  const { bulk, resend } = options;
  const signal = context.stopped;
  const onProgress = (note: string, done: number): void => bar.update(done, { note });
  const importer = new Importer(
    plan,
    { connection, known, state },
    { bulk, resend, sameOrg, folder, rows, signal, onProgress, job: { ...job, signal } },
  );
  let failure: Error | undefined;
  await importer.run().catch((error: unknown) => (failure = commandFailure(error, signal)));
  bar.end();
  reportImport(plan, importer, { failure, state: statePath }, options, context);
  const failed = importer.results.some((result) => result.failed > 0);
  if (failure !== undefined || failed) context.exitWith(ExitCode.Failure);
}

interface PreparedImport {
  readonly plan: ImportPlan;
  readonly rows: ReadonlyMap<string, number>;
  readonly connection: SalesforceConnection;
  readonly known: KnownRecordsResolver;
  readonly org: OrgIdentity | null;
  readonly sameOrg: boolean;
  readonly folder: string;
}

/** Reads all files and asks the org all that has to be known before anything is written. */
async function prepareImport(
  target: Target,
  paths: readonly string[],
  { objects, exclude, upsert }: ImportCommandOptions,
  { cwd, stopped: signal }: CommandContext,
): Promise<PreparedImport> {
  const isWanted = objects.length > 0 ? matcherOf(objects) : () => true;
  const isExcluded = matcherOf(exclude);
  const { sources, manifest, folder } = await findImportSources(
    paths.map((path) => resolve(cwd, path)),
    (object) => isWanted(object) && !isExcluded(object),
  );
  const plan = await planImport(sources, target.schema, { upsert, signal });
  const connection = await target.connect();
  const org = await readOrgIdentity(connection);
  const sameOrg = manifest === undefined || isSameOrg(manifest.org.identity, org);
  const known = new KnownRecordsResolver(connection, sameOrg ? {} : manifest.known);
  const check = new RowCheck(known);
  for (const object of plan.objects) await check.read(object, signal);
  if (check.total > 0) throw unfit(check);
  await known.resolve(signal);
  return { plan, rows: check.rows, connection, known, org, sameOrg, folder };
}

/** Beside the files, for each org its own. */
function stateFile(folder: string, org: OrgIdentity | null): string {
  const created = org?.createdDate.slice(0, 19).replace(/[-:]/g, '');
  return join(folder, `.import-${org ? `${org.id}-${created}` : 'org'}.jsonl`);
}

function unfit({ complaints, total }: RowCheck): SalesforceConfigurationException {
  const more = total > complaints.length ? [`… and ${total - complaints.length} more.`] : [];
  return new SalesforceConfigurationException([...complaints, ...more, 'Nothing was written.'].join('\n'));
}

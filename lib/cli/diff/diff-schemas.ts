import { selectObjects } from '../../codegen/selection/object-selection.js';
import { compareCatalogs } from '../../schema/compare/compare-catalogs.js';
import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { CommandContext } from '../command-context.interface.js';
import { ExitCode } from '../output/exit-code.js';
import { writeJson } from '../output/json-output.js';
import { openTarget } from '../target/open-target.js';
import type { Target, TargetOptions } from '../target/target.interface.js';
import { withProgress } from '../target/with-progress.js';
import { changesText } from './changes-text.js';

export interface DiffCommandOptions extends TargetOptions {
  readonly exclude: readonly string[];
  readonly common: boolean;
  readonly ignore: readonly string[];
  readonly json: boolean;
}

/** What is compared: two orgs as `--org` names them, and the objects' names or patterns. */
export interface DiffWish {
  readonly before: string;
  readonly after: string;
  readonly objects: readonly string[];
}

/** One of the two schemas, as far as it is compared. */
interface Side {
  readonly definitions: readonly SObjectDefinition[];
  /** What the org lists and does not describe: of the other side, too, nothing can be said of it then. */
  readonly refused: readonly string[];
}

/** Compares two schemas and tells what differs. */
export async function diffSchemas(
  wish: DiffWish,
  options: DiffCommandOptions,
  context: CommandContext,
): Promise<void> {
  const before = await openTarget(wish.before, options, context);
  try {
    const after = await openTarget(wish.after, options, context);
    try {
      await diffTargets(before, after, { ...options, objects: wish.objects }, context);
    } finally {
      await after.close();
    }
  } finally {
    await before.close();
  }
}

async function diffTargets(
  before: Target,
  after: Target,
  options: DiffCommandOptions & Pick<DiffWish, 'objects'>,
  context: CommandContext,
): Promise<void> {
  const names = [await namesOf(before), await namesOf(after)] as const;
  const chosen = chooseObjects(names, options);
  const describe = (target: Target, listed: readonly string[]) =>
    describeSide(
      target,
      { names: listed.filter((name) => chosen.has(name)), named: options.objects },
      context,
    );
  const sides = [await describe(before, names[0]), await describe(after, names[1])] as const;
  const refused = new Set(sides.flatMap((side) => side.refused));
  const known = ({ definitions }: Side) => definitions.filter(({ name }) => !refused.has(name));
  const changes = compareCatalogs(known(sides[0]), known(sides[1]), new Set(options.ignore));
  if (options.json) writeJson(context, { before: before.label, after: after.label, objects: changes });
  else context.out(changesText(changes));
  if (changes.length > 0) context.exitWith(ExitCode.Differences);
}

async function namesOf({ schema }: Target): Promise<readonly string[]> {
  return (await schema.list()).map(({ name }) => name);
}

function chooseObjects(
  [before, after]: readonly [readonly string[], readonly string[]],
  { objects, exclude, common }: Pick<DiffCommandOptions, 'exclude' | 'common'> & Pick<DiffWish, 'objects'>,
): ReadonlySet<string> {
  const all = new Set(common ? before.filter((name) => after.includes(name)) : [...before, ...after]);
  const include = objects.length > 0 ? objects : ['*'];
  return new Set(selectObjects([...all], { include, exclude }));
}

async function describeSide(
  target: Target,
  { names, named }: { readonly names: readonly string[]; readonly named: readonly string[] },
  context: CommandContext,
): Promise<Side> {
  const definitions: SObjectDefinition[] = [];
  for await (const definition of withProgress(target.schema, names, target, context, named)) {
    definitions.push(definition);
  }
  const described = new Set(definitions.map(({ name }) => name));
  return { definitions, refused: names.filter((name) => !described.has(name)) };
}

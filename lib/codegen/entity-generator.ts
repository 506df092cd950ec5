import type { SObjectDefinition } from '../schema/sobject-definition.interface.js';
import { byCodeUnits } from './code/code-unit-order.js';
import { AuditBase } from './entity/audit-base.js';
import { entityClass } from './entity/entity-class.js';
import { ImportResolver } from './entity/import-resolver.js';
import { choiceConstants } from './entity/picklist-constants.js';
import type { InspectOptions } from './inspect-options.interface.js';
import type { KnownNames } from './known-names.interface.js';
import type { GeneratedFile } from './model/generated-file.model.js';
import type { StatementModel } from './model/statement.model.js';
import { kebabCase } from './naming/word-case.js';
import { planEntities } from './plan/entity-planner.js';

/** The file that holds all with the layout `file`. */
export const SINGLE_FILE = 'entities.ts';

/** A file yet without its imports. */
interface Draft {
  readonly path: string;
  readonly statements: readonly StatementModel[];
}

/**
 * The source files of the entities of some objects: the same for the same objects, in whatever order they come.
 *
 * @param names What people call things in the code that is there already.
 * @throws SalesforceConfigurationException for names of the options that nothing can have, and an object whose name is none
 */
export function generate(
  definitions: readonly SObjectDefinition[],
  options: InspectOptions,
  names?: KnownNames,
): GeneratedFile[] {
  const drafts = draftFiles(definitions, options, names);
  const extension = options.importExtension ?? '.js';
  const resolver = new ImportResolver(exportedNames(drafts, extension));
  const { header } = options;
  const files = drafts.map(({ path, statements }) => {
    const imports = resolver.resolve(statements);
    return { path, header, imports, statements };
  });
  return options.layout === 'file' ? files : [...files, indexOf(files, options)];
}

function draftFiles(
  definitions: readonly SObjectDefinition[],
  options: InspectOptions,
  names: KnownNames | undefined,
): readonly Draft[] {
  const sorted = definitions.toSorted((one, other) => byCodeUnits(one.name, other.name));
  const plans = planEntities(sorted, options, names);
  const entities = plans.map((plan) => ({ plan, model: entityClass(plan, options) }));
  const base = new AuditBase(
    entities.map(({ model }) => model),
    options,
    names,
  );
  const baseFile = base.model ? [{ path: entityPath(base.model.name), statements: [base.model] }] : [];
  const drafts = [
    ...baseFile,
    ...entities.flatMap(({ plan, model }): Draft[] => [
      { path: entityPath(plan.className), statements: [base.appliedTo(model)] },
      { path: `${kebabCase(plan.className)}.picklists.ts`, statements: choiceConstants(plan) },
    ]),
  ].filter(({ statements }) => statements.length > 0);
  if (options.layout !== 'file') return drafts.toSorted((one, other) => byCodeUnits(one.path, other.path));
  return [{ path: SINGLE_FILE, statements: inOrderOfUse(drafts.flatMap(({ statements }) => statements)) }];
}

/** Constants and the base before the classes that name them while they are defined. */
function inOrderOfUse(statements: readonly StatementModel[]): readonly StatementModel[] {
  return [
    ...statements.filter(({ kind }) => kind !== 'class'),
    ...statements.filter(({ kind }) => kind === 'class'),
  ];
}

function exportedNames(drafts: readonly Draft[], extension: string): ReadonlyMap<string, string> {
  return new Map(
    drafts.flatMap(({ path, statements }) =>
      statements.flatMap((statement) =>
        'name' in statement ? [[statement.name, specifierOf(path, extension)] as const] : [],
      ),
    ),
  );
}

function indexOf(
  files: readonly GeneratedFile[],
  { header, importExtension = '.js' }: InspectOptions,
): GeneratedFile {
  return {
    path: 'index.ts',
    header,
    imports: [],
    statements: files.map(({ path }) => ({ kind: 're-export', from: specifierOf(path, importExtension) })),
  };
}

function entityPath(className: string): string {
  return `${kebabCase(className)}.entity.ts`;
}

function specifierOf(path: string, extension: string): string {
  return `./${path.replace(/\.ts$/, '')}${extension}`;
}

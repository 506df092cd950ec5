import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import type { SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { parseSoql } from '../../../soql/parser/soql-parser.js';
import { isDataObject } from '../data-object.js';
import { matcherOf } from '../name-matcher.js';
import { type ExportSelection, objectSelection, querySelection } from './export-selection.js';

/** What the command line says of what is to be exported. */
export interface ExportWishes {
  readonly objects: readonly string[];
  readonly exclude: readonly string[];
  readonly where: readonly string[];
  readonly query: readonly string[];
  readonly with: readonly string[];
  readonly createable: boolean;
}

export interface ExportPlan {
  readonly selections: readonly ExportSelection[];
  /** Objects that only a pattern names. */
  readonly optional: ReadonlySet<string>;
  readonly depth: { readonly children: number; readonly parents: number };
}

/**
 * Finds the objects and fields that are to be exported.
 *
 * @throws SalesforceConfigurationException for what is not there or says nothing
 */
export async function planExport(
  wishes: ExportWishes,
  schema: DescribeSource,
  signal?: AbortSignal,
): Promise<ExportPlan> {
  const depth = readDepth(wishes.with);
  const conditions = readConditions(wishes.where);
  const queries = wishes.query.map((soql) => parseSoql(soql));
  const { names, optional } = await findNames(wishes, [...conditions.keys()], schema);
  if (names.length + queries.length === 0) {
    throw new SalesforceConfigurationException(
      'Nothing is selected: name objects by --objects, or records by --query.',
    );
  }
  const all = [...names, ...queries.map(({ from }) => from.sobject)];
  const definitions = new Map<string, SObjectDefinition>();
  for await (const each of schema.describe([...new Set(all)], { signal }))
    definitions.set(each.name.toLowerCase(), each);
  const definitionOf = (name: string): SObjectDefinition => definitions.get(name.toLowerCase())!;
  const selections = [
    ...names.map((name) =>
      objectSelection(definitionOf(name), conditions.get(name.toLowerCase()), wishes.createable),
    ),
    ...queries.map((query) => querySelection(query, definitionOf(query.from.sobject), wishes.createable)),
  ];
  return { selections, optional, depth };
}

async function findNames(
  { objects, exclude }: ExportWishes,
  conditioned: readonly string[],
  schema: DescribeSource,
): Promise<{ readonly names: readonly string[]; readonly optional: ReadonlySet<string> }> {
  const patterns = objects.filter((name) => name.includes('*'));
  const isExcluded = matcherOf(exclude);
  const named = objects.filter((name) => !name.includes('*') && !isExcluded(name));
  const lower = new Set(named.map((name) => name.toLowerCase()));
  // An object that has a condition is meant to be exported.
  const names = [...named, ...conditioned.filter((name) => !lower.has(name))];
  const optional = new Set<string>();
  const there = patterns.length > 0 ? await schema.list() : [];
  for (const pattern of patterns) {
    const matches = matcherOf([pattern]);
    const found = there.filter(
      (object) => isDataObject(object) && matches(object.name) && !isExcluded(object.name),
    );
    if (found.length === 0)
      throw new SalesforceConfigurationException(
        `No object whose records can be read and made is named like '${pattern}'.`,
      );
    const known = new Set(names.map((name) => name.toLowerCase()));
    for (const { name } of found.filter((each) => !known.has(each.name.toLowerCase()))) {
      names.push(name);
      optional.add(name);
    }
  }
  return { names, optional };
}

/** Conditions by object, in lower case. */
function readConditions(texts: readonly string[]): ReadonlyMap<string, string> {
  const conditions = new Map<string, string>();
  for (const text of texts) {
    const { object, condition } = /^\s*(?<object>\w+)\s*:\s*(?<condition>.+)$/s.exec(text)?.groups ?? {};
    if (object === undefined || condition === undefined) {
      throw new SalesforceConfigurationException(
        `'${text}' does not say of which object: write a condition as "Account: Industry = 'Energy'".`,
      );
    }
    if (conditions.has(object.toLowerCase())) {
      throw new SalesforceConfigurationException(
        `${object} has two conditions: join them by AND or OR, in one --where.`,
      );
    }
    conditions.set(object.toLowerCase(), condition);
  }
  return conditions;
}

function readDepth(relatives: readonly string[]): ExportPlan['depth'] {
  const depth = { children: 0, parents: 0 };
  for (const text of relatives) {
    const { kind, steps = '1' } =
      /^(?<kind>children|parents)(?::(?<steps>[1-9]\d?))?$/.exec(text)?.groups ?? {};
    if (kind === undefined) {
      throw new SalesforceConfigurationException(
        `'${text}' names no relatives: there are children and parents, and children:2 for two steps.`,
      );
    }
    depth[kind as keyof typeof depth] = Number(steps);
  }
  return depth;
}

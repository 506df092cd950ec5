import type { DescribeSource } from '../describe-source.interface.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import { isAuditField } from './diagram-model.js';

/** A reference that may lead to more objects than these, such as that of a task, says little of any one of them. */
const MOST_TARGETS = 3;

export interface NeighbourOptions {
  /** How many references lead from an object that was asked for to the furthest one that is added. */
  readonly depth: number;
  /** Whether the objects that refer to those are added too. @default false */
  readonly children?: boolean;
  /** Whether owners, creators and so on count. @default true */
  readonly audit?: boolean;
  /** Which objects are never added. */
  readonly isExcluded?: (name: string) => boolean;
}

/**
 * Objects with those around them: what they refer to and, where that is wanted, what refers to them, but for histories, feeds,
 * shares and change events. References that may lead to many objects count for neither.
 *
 * @throws SalesforceConfigurationException for a name that no object has
 */
export async function withNeighbours(
  names: readonly string[],
  source: DescribeSource,
  options: NeighbourOptions,
): Promise<readonly SObjectDefinition[]> {
  const found = await collected(source.describe(names));
  if (options.depth === 0) return found;
  const { isExcluded = () => false } = options;
  const summaries = (await source.list()).filter(({ name }) => !isExcluded(name));
  const seen = new Set(summaries.map(({ name }) => name));
  const own = new Set(summaries.filter((summary) => !summary.associateParentEntity).map(({ name }) => name));
  let latest: readonly SObjectDefinition[] = found;
  for (let step = 0; step < options.depth && latest.length > 0; step++) {
    const known = new Set(found.map(({ name }) => name));
    const parents = new Set(latest.flatMap((definition) => parentsOf(definition, options)));
    const children = options.children ? latest.flatMap((definition) => childrenOf(definition, options)) : [];
    const wanted = new Set([...parents, ...children.filter((name) => own.has(name))]);
    const added = [...wanted].filter((name) => seen.has(name) && !known.has(name));
    const described = await collected(source.describe(added));
    latest = described.filter(
      (definition) =>
        parents.has(definition.name) || parentsOf(definition, options).some((name) => known.has(name)),
    );
    found.push(...latest);
  }
  return found;
}

function parentsOf({ fields }: SObjectDefinition, options: NeighbourOptions): readonly string[] {
  return fields
    .filter((field) => field.type === 'reference' && counts(field, options))
    .flatMap(({ referenceTo = [] }) => (referenceTo.length > MOST_TARGETS ? [] : referenceTo));
}

/** Those that a describe of the object names, of which some may refer to it by a reference that leads to many. */
function childrenOf(
  { childRelationships = [] }: SObjectDefinition,
  options: NeighbourOptions,
): readonly string[] {
  return childRelationships
    .filter(({ relationshipName, field }) => relationshipName !== null && counts({ name: field }, options))
    .map(({ childSObject }) => childSObject);
}

function counts(field: Pick<FieldDefinition, 'name'>, { audit = true }: NeighbourOptions): boolean {
  return audit || !isAuditField(field);
}

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

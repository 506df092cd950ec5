import { nearestNames } from '../../common/nearest-names.js';
import { SalesforceException } from '../../exceptions/salesforce.exception.js';
import type { DescribeSource } from '../../schema/describe-source.interface.js';

const NO_FIELD = /No such column '(?<name>[\w.]+)' on entity '(?<object>\w+)'/;
const NO_OBJECT = /sObject type '(?<name>\w+)' is not supported/;

/** An error with the names that may have been meant, where it is about one that the org does not know. */
export async function withNameHint(failure: unknown, schema: DescribeSource): Promise<unknown> {
  if (!(failure instanceof SalesforceException)) return failure;
  const field = NO_FIELD.exec(failure.message)?.groups;
  const object = NO_OBJECT.exec(failure.message)?.groups;
  const name = (field ?? object)?.['name'];
  if (name === undefined) return failure;
  // An org that could not be asked is not what the user has to be told of.
  const known = await (field ? fieldNames(field['object'] ?? '', schema) : objectNames(schema)).catch(
    () => [],
  );
  const nearest = nearestNames(name, known);
  if (nearest.length > 0) failure.message += `\nDid you mean ${nearest.join(' or ')}?`;
  return failure;
}

async function fieldNames(object: string, schema: DescribeSource): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { fields } of schema.describe([object])) names.push(...fields.map(({ name }) => name));
  return names;
}

async function objectNames(schema: DescribeSource): Promise<readonly string[]> {
  const objects = await schema.list();
  return objects.filter(({ queryable }) => queryable).map(({ name }) => name);
}

import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import type { SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { objectText } from '../../describe/object-text.js';
import { TextTable } from '../../output/text-table.js';

/** Writes the objects whose name or label has a part in it. */
export async function listObjects(
  part: string,
  schema: DescribeSource,
  out: (text: string) => void,
): Promise<void> {
  const wanted = part.toLowerCase();
  const table = new TextTable(['Object', 'Label']);
  for (const { name, label, queryable } of await schema.list()) {
    const isWanted = name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
    if (queryable && isWanted) table.row(name, label);
  }
  out(table.length > 0 ? String(table) : `No object has '${part}' in its name.`);
}

/**
 * Writes what an object is, and the names of its parents, which queries need.
 *
 * @throws SalesforceConfigurationException when there is no such object
 */
export async function describeObject(
  name: string,
  schema: DescribeSource,
  out: (text: string) => void,
): Promise<void> {
  if (name === '') throw new SalesforceConfigurationException('Name an object: .describe Account');
  for await (const definition of schema.describe([name])) {
    out([objectText(definition, { values: false }), parentsText(definition)].filter(Boolean).join('\n\n'));
  }
}

function parentsText({ fields }: SObjectDefinition): string {
  const parents = fields.filter(({ relationshipName }) => relationshipName);
  if (parents.length === 0) return '';
  const table = new TextTable(['Parent', 'Field', 'Object']);
  for (const { name, relationshipName, referenceTo = [] } of parents) {
    table.row(relationshipName, name, referenceTo.join(', '));
  }
  return `Parents\n\n${table}`;
}

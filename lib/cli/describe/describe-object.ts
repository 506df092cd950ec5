import { isPattern, matchesPattern } from '../../codegen/selection/name-pattern.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { findField } from '../../schema/source/find-field.js';
import type { CommandContext } from '../command-context.interface.js';
import { writeJson } from '../output/json-output.js';
import { openTarget } from '../target/open-target.js';
import type { TargetOptions } from '../target/target.interface.js';
import { objectText } from './object-text.js';

export interface DescribeCommandOptions extends TargetOptions {
  readonly fields: readonly string[];
  readonly values: boolean;
  readonly json: boolean;
}

/**
 * Shows an object.
 *
 * @throws SalesforceConfigurationException for an object that is not there, and a pattern of fields that matches none
 */
export async function describeObject(
  object: string,
  options: DescribeCommandOptions,
  context: CommandContext,
): Promise<void> {
  const target = await openTarget(options.org, options, context);
  try {
    for await (const definition of target.schema.describe([object], { signal: context.stopped })) {
      const shown = withFields(definition, options.fields);
      if (options.json) writeJson(context, shown);
      else context.out(objectText(shown, options));
    }
  } finally {
    await target.close();
  }
}

function withFields(definition: SObjectDefinition, patterns: readonly string[]): SObjectDefinition {
  if (patterns.length === 0) return definition;
  for (const pattern of patterns) {
    if (!isPattern(pattern)) findField(definition, pattern);
    else if (!definition.fields.some(({ name }) => matchesPattern(name, pattern))) {
      throw new SalesforceConfigurationException(`No field of ${definition.name} matches '${pattern}'.`);
    }
  }
  const fields = definition.fields.filter(({ name }) =>
    patterns.some((pattern) => matchesPattern(name, pattern)),
  );
  return { ...definition, fields };
}

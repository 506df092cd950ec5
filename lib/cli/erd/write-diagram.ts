import { extname, resolve } from 'node:path';
import { matchesPattern } from '../../codegen/selection/name-pattern.js';
import { selectObjects } from '../../codegen/selection/object-selection.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { DescribeSource } from '../../schema/describe-source.interface.js';
import { diagramOf } from '../../schema/diagram/diagram-model.js';
import { summaryOf } from '../../schema/diagram/diagram-summary.js';
import { mermaidDiagram } from '../../schema/diagram/mermaid-diagram.js';
import { withNeighbours } from '../../schema/diagram/neighbours.js';
import { svgDiagram } from '../../schema/diagram/svg-diagram.js';
import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { CommandContext } from '../command-context.interface.js';
import { writeJson } from '../output/json-output.js';
import { writeOutputFile } from '../output/output-file.js';
import type { DiagramFormat, ErdCommandOptions } from './erd-command-options.interface.js';
import { openDiagramSource } from './open-diagram-source.js';

/** A diagram of more objects cannot be read by anybody, and takes minutes to lay out. */
const MOST_OBJECTS = 200;

const FORMATS: Readonly<Record<string, DiagramFormat>> = {
  '.svg': 'svg',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
};

/**
 * Draws the objects to a file or to standard output.
 *
 * @throws SalesforceConfigurationException when an object is not there, there are too many, or the image cannot be made
 */
export async function writeDiagram(
  objects: readonly string[],
  options: ErdCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { out, json } = options;
  const definitions = await readDefinitions(objects, options, context);
  const diagram = diagramOf(definitions, options);
  if (out !== undefined) {
    const text = await draw(definitions, options);
    await writeOutputFile(resolve(context.cwd, out), (file) => file.write(text));
    context.error(`${out}: ${summaryOf(diagram)}.`);
  }
  if (json) writeJson(context, diagram);
  else if (out === undefined) await context.write(await draw(definitions, options));
}

async function draw(definitions: readonly SObjectDefinition[], options: ErdCommandOptions): Promise<string> {
  const format = options.format ?? FORMATS[extname(options.out ?? '').toLowerCase()] ?? 'mermaid';
  return format === 'svg' ? svgDiagram(definitions, options) : mermaidDiagram(definitions, options);
}

async function readDefinitions(
  objects: readonly string[],
  options: ErdCommandOptions,
  context: CommandContext,
): Promise<readonly SObjectDefinition[]> {
  const { schema, close } = await openDiagramSource(objects, options, context);
  try {
    return await chosenDefinitions(schema, objects, options);
  } finally {
    await close();
  }
}

async function chosenDefinitions(
  source: DescribeSource,
  objects: readonly string[],
  options: ErdCommandOptions,
): Promise<readonly SObjectDefinition[]> {
  const { exclude } = options;
  const listed = (await source.list()).map(({ name }) => name);
  const include = objects.length === 0 ? undefined : objects;
  const chosen = selectObjects(listed, { include, exclude });
  refuseTooMany(chosen.length, 'name objects, or patterns of their names');
  const isExcluded = (name: string) => exclude.some((pattern) => matchesPattern(name, pattern));
  const found = await withNeighbours(chosen, source, { ...options, isExcluded });
  refuseTooMany(found.length, 'take a smaller --depth, or leave objects out with --exclude');
  return found;
}

function refuseTooMany(count: number, remedy: string): void {
  if (count <= MOST_OBJECTS) return;
  throw new SalesforceConfigurationException(
    `A diagram of ${count} objects cannot be read; the most are ${MOST_OBJECTS}: ${remedy}.`,
  );
}

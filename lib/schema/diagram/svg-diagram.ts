import type { SObjectDefinition } from '../sobject-definition.interface.js';
import { diagramOf } from './diagram-model.js';
import { summaryOf } from './diagram-summary.js';
import type { DiagramOptions } from './diagram-options.interface.js';
import type { Diagram } from './diagram.interface.js';
import { drawLegend, leastLegendWidth } from './svg/legend-drawing.js';
import { layOut } from './svg/layered-layout.js';
import { element, escapeMarkup, rounded } from './svg/markup.js';
import { drawObject } from './svg/object-drawing.js';
import { drawReferences, referenceText } from './svg/reference-drawing.js';
import { ROOT_CLASS, stylesheet } from './svg/stylesheet.js';
import { SANS_BOLD, textWidth } from './svg/text-width.js';

const MARGIN = 24;
const TITLE = { size: 20, advance: SANS_BOLD };
const HEAD_HEIGHT = 56;
const LEGEND_GAP = 24;

/**
 * Draws objects and how they refer to each other as an SVG image that needs nothing else: no script, no font, no other file.
 * It follows the reader's choice of light or dark, and says in words what it shows to those who cannot see it. The same objects
 * give the same bytes.
 *
 * @throws SalesforceConfigurationException when the package elkjs is not installed
 */
export async function svgDiagram(
  definitions: readonly SObjectDefinition[],
  options: DiagramOptions = {},
): Promise<string> {
  const diagram = diagramOf(definitions, options);
  const layout = await layOut(diagram);
  const inner = Math.ceil(
    Math.max(layout.width, textWidth(diagram.title, TITLE), leastLegendWidth(diagram), 320),
  );
  const legend = drawLegend(diagram, inner);
  const legendTop = MARGIN + HEAD_HEIGHT + layout.height + LEGEND_GAP;
  const height = Math.ceil(legendTop + legend.height + MARGIN / 2);
  return page(diagram, { width: inner + 2 * MARGIN, height }, [
    moved(MARGIN, MARGIN, drawHead(diagram)),
    moved(
      MARGIN + (inner - layout.width) / 2,
      MARGIN + HEAD_HEIGHT,
      drawReferences(layout.routes),
      ...layout.boxes.map((box) => drawObject(box)),
    ),
    moved(MARGIN, legendTop, legend.markup),
  ]);
}

function page(
  diagram: Diagram,
  { width, height }: { readonly width: number; readonly height: number },
  parts: readonly string[],
): string {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: ROOT_CLASS,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'diagram-title diagram-description',
  };
  const lines = [
    element('title', { id: 'diagram-title' }, escapeMarkup(diagram.title)),
    element('desc', { id: 'diagram-description' }, escapeMarkup(describeInWords(diagram))),
    element('style', {}, `\n${stylesheet()}\n`),
    element('rect', { class: 'paper', width, height, rx: 8 }),
    ...parts,
  ];
  return `${element('svg', root, `\n${lines.join('\n')}\n`)}\n`;
}

function drawHead(diagram: Diagram): string {
  return (
    element('text', { class: 'title', y: 18 }, escapeMarkup(diagram.title)) +
    element('text', { class: 'note', y: 38 }, escapeMarkup(summaryOf(diagram)))
  );
}

function describeInWords(diagram: Diagram): string {
  const names = diagram.objects.map(({ name }) => name).join(', ');
  const references = diagram.references.map((reference) => `${referenceText(reference)}.`);
  return [`${summaryOf(diagram)}: ${names}.`, ...references].join(' ');
}

function moved(x: number, y: number, ...content: readonly string[]): string {
  return element('g', { transform: `translate(${rounded(x)} ${rounded(y)})` }, `\n${content.join('\n')}\n`);
}

import type { Diagram, DiagramObjectKind } from '../diagram.interface.js';
import { element, escapeMarkup } from './markup.js';
import { LABEL } from './object-box.js';
import { drawSample, REFERENCE_STYLES, styleOf, type ReferenceStyle } from './reference-drawing.js';
import { textWidth } from './text-width.js';

const LINE_HEIGHT = 22;
const ITEM_GAP = 22;
const SWATCH_WIDTH = 18;
const SWATCH_HEIGHT = 12;
const LINE_WIDTH = 46;
const SYMBOL_GAP = 7;

const KIND_TEXTS: Readonly<Record<DiagramObjectKind, string>> = {
  standard: 'standard object',
  custom: 'custom object',
  event: 'event',
  metadata: 'custom metadata type',
  external: 'external object',
};

const STYLE_TEXTS: Readonly<Record<ReferenceStyle, string>> = {
  lookup: 'lookup',
  'master-detail': 'master-detail',
  polymorphic: 'lookup of one of several objects',
};

interface LegendItem {
  readonly text: string;
  readonly symbolWidth: number;
  draw(): string;
}

export interface Legend {
  readonly height: number;
  readonly markup: string;
}

/** What the colours, lines and abbreviations of a diagram mean, in as many lines as the width needs; only what is in it. */
export function drawLegend(diagram: Diagram, width: number): Legend {
  const lines = linesOf(itemsOf(diagram), width);
  const markup = lines.flatMap((items, line) => {
    let x = 0;
    return items.map((item) => {
      const drawn = drawItem(item, x, line * LINE_HEIGHT);
      x += widthOf(item) + ITEM_GAP;
      return drawn;
    });
  });
  return { height: lines.length * LINE_HEIGHT, markup: markup.join('\n') };
}

/** The width that the longest item takes: a legend cannot be narrower. */
export function leastLegendWidth(diagram: Diagram): number {
  return Math.max(0, ...itemsOf(diagram).map((item) => widthOf(item)));
}

function itemsOf(diagram: Diagram): readonly LegendItem[] {
  const kinds = new Set(diagram.objects.map(({ kind }) => kind));
  const styles = new Set(diagram.references.map((reference) => styleOf(reference)));
  return [
    ...(Object.keys(KIND_TEXTS) as DiagramObjectKind[]).filter((kind) => kinds.has(kind)).map(swatch),
    ...REFERENCE_STYLES.toReversed()
      .filter((style) => styles.has(style))
      .map(line),
    ...notesOf(diagram).map((text): LegendItem => ({ text, symbolWidth: 0, draw: () => '' })),
  ];
}

function notesOf({ objects }: Diagram): readonly string[] {
  const fields = objects.flatMap((object) => object.fields);
  const has = (key: string): boolean => fields.some(({ keys }) => keys[0] === key);
  return [
    has('primary') ? 'PK id' : '',
    has('foreign') ? 'FK reference' : '',
    has('unique') ? 'UK unique or external id' : '',
    fields.some(({ required }) => required) ? 'bold: required' : '',
    objects.some(({ omitted }) => omitted > 0) ? '+n: fields not shown' : '',
  ].filter(Boolean);
}

function swatch(kind: DiagramObjectKind): LegendItem {
  const shape = { width: SWATCH_WIDTH, height: SWATCH_HEIGHT, y: (LINE_HEIGHT - SWATCH_HEIGHT) / 2, rx: 3 };
  return {
    text: KIND_TEXTS[kind],
    symbolWidth: SWATCH_WIDTH,
    draw: () => element('g', { class: kind }, element('rect', { class: 'header', ...shape })),
  };
}

function line(style: ReferenceStyle): LegendItem {
  const y = LINE_HEIGHT / 2;
  return {
    text: STYLE_TEXTS[style],
    symbolWidth: LINE_WIDTH,
    draw: () => drawSample(style, { x: 0, y }, { x: LINE_WIDTH, y }),
  };
}

function linesOf(items: readonly LegendItem[], width: number): readonly LegendItem[][] {
  const lines: LegendItem[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (used + ITEM_GAP + widthOf(item) > width) {
      lines.push([]);
      used = -ITEM_GAP;
    }
    lines.at(-1)!.push(item);
    used += ITEM_GAP + widthOf(item);
  }
  return lines;
}

function widthOf({ text, symbolWidth }: LegendItem): number {
  return symbolWidth + (symbolWidth > 0 ? SYMBOL_GAP : 0) + textWidth(text, LABEL);
}

function drawItem({ text, symbolWidth, draw }: LegendItem, x: number, y: number): string {
  const start = symbolWidth > 0 ? symbolWidth + SYMBOL_GAP : 0;
  const label = element('text', { class: 'note', x: start, y: LINE_HEIGHT / 2 + 4 }, escapeMarkup(text));
  return element('g', { transform: `translate(${x} ${y})` }, draw(), label);
}

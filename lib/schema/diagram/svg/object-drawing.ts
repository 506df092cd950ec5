import { element, escapeMarkup, rounded } from './markup.js';
import type { PlacedBox } from './diagram-layout.interface.js';
import { KEY_WIDTH, PADDING, ROW_HEIGHT, type FieldRow, type ObjectBox } from './object-box.js';

const CORNER = 6;

/** The box of an object: its name and label on the colour of its kind, and a line for each field. */
export function drawObject({ box, x, y }: PlacedBox): string {
  const { object, width, height } = box;
  return element(
    'g',
    { class: `object ${object.kind}`, transform: `translate(${rounded(x)} ${rounded(y)})` },
    element('rect', { class: 'box', width, height, rx: CORNER }),
    element('path', { class: 'header', d: headerPath(box) }),
    ...drawHeader(box),
    ...box.rows.map((row) => drawRow(row, width)),
    element('rect', { class: 'border', width, height, rx: CORNER }),
  );
}

function headerPath({ width, header }: ObjectBox): string {
  const corner = `${CORNER} ${CORNER} 0 0 1`;
  return (
    `M0 ${header}V${CORNER}A${corner} ${CORNER} 0H${width - CORNER}` +
    `A${corner} ${width} ${CORNER}V${header}Z`
  );
}

function drawHeader({ object, name, label, omitted, kind, width }: ObjectBox): readonly string[] {
  const end = width - PADDING;
  return [
    text('name', PADDING, 19, name, name === object.name ? undefined : object.name),
    label === '' ? '' : text('label', PADDING, 34, label, label === object.label ? undefined : object.label),
    omitted === ''
      ? ''
      : text(
          'label end',
          end,
          19,
          omitted,
          `${object.omitted} more ${object.omitted === 1 ? 'field' : 'fields'}`,
        ),
    kind === '' ? '' : text('label end', end, 34, kind),
  ];
}

function drawRow({ field, key, name, type, striped, middle }: FieldRow, width: number): string {
  const baseline = middle + 4;
  return element(
    'g',
    { class: field.required ? 'field required' : 'field' },
    element('title', {}, escapeMarkup(`${field.name}: ${field.label}${targetsText(field.referenceTo)}`)),
    striped
      ? element('rect', { class: 'stripe', y: middle - ROW_HEIGHT / 2, width, height: ROW_HEIGHT })
      : '',
    key === '' ? '' : text('key', PADDING, baseline, key),
    text('code', PADDING + KEY_WIDTH, baseline, name),
    text('type end', width - PADDING, baseline, type),
  );
}

function targetsText(targets: readonly string[]): string {
  return targets.length === 0 ? '' : ` (${targets.join(', ')})`;
}

function text(kind: string, x: number, y: number, content: string, whole?: string): string {
  const title = whole === undefined ? '' : element('title', {}, escapeMarkup(whole));
  return element('text', { class: kind, x, y }, title, escapeMarkup(content));
}

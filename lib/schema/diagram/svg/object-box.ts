import type { DiagramField, DiagramKey, DiagramObject } from '../diagram.interface.js';
import { MONOSPACED, SANS, SANS_BOLD, shortened, textWidth, type Typeface } from './text-width.js';

export const NAME: Typeface = { size: 14, advance: SANS_BOLD };
export const LABEL: Typeface = { size: 11, advance: SANS };
export const CODE: Typeface = { size: 12, advance: MONOSPACED };

const HEADER_HEIGHT = 42;
const SHORT_HEADER_HEIGHT = 30;
export const ROW_HEIGHT = 20;
export const PADDING = 10;
export const KEY_WIDTH = 26;

const FOOT_HEIGHT = 5;
const COLUMN_GAP = 18;
const LEAST_WIDTH = 170;
const LONGEST_NAME = 44;
const LONGEST_TYPE = 30;
const MOST_TARGETS = 2;

const KEY_TEXTS: Readonly<Record<DiagramKey, string>> = { primary: 'PK', foreign: 'FK', unique: 'UK' };

/** A field as one line of a box. */
export interface FieldRow {
  readonly field: DiagramField;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Whether the line is set off from the one above. */
  readonly striped: boolean;
  /** Middle of the line, from the top of the box. */
  readonly middle: number;
}

/** An object as a box: its texts and how large it is, not where. */
export interface ObjectBox {
  readonly object: DiagramObject;
  readonly name: string;
  readonly label: string;
  /** What stands at the right of the name: how many fields are not shown. */
  readonly omitted: string;
  /** What stands at the right of the label. */
  readonly kind: string;
  readonly rows: readonly FieldRow[];
  /** Of the part above the fields. */
  readonly header: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf(object: DiagramObject): ObjectBox {
  const label = object.label === object.name ? '' : shortened(object.label, LONGEST_NAME);
  const kind = object.kind === 'standard' ? '' : object.kind;
  const header = label === '' && kind === '' ? SHORT_HEADER_HEIGHT : HEADER_HEIGHT;
  const texts = {
    object,
    name: shortened(object.name, LONGEST_NAME),
    label,
    omitted: object.omitted === 0 ? '' : `+${object.omitted}`,
    kind,
    rows: object.fields.map((field, place) => rowOf(field, place, header)),
  };
  const height = header + object.fields.length * ROW_HEIGHT + FOOT_HEIGHT;
  return { ...texts, header, width: widthOf(texts), height };
}

/** Height at which references to the records of an object reach its box: its id, or its name where no id is shown. */
export function identityMiddle({ rows, header }: ObjectBox): number {
  return rows.find(({ field }) => field.keys.includes('primary'))?.middle ?? header / 2;
}

/** Height at which what an object owns is tied to its box. */
export const OWNER_MIDDLE = 14;

function rowOf(field: DiagramField, place: number, header: number): FieldRow {
  return {
    field,
    key: field.keys[0] === undefined ? '' : KEY_TEXTS[field.keys[0]],
    name: shortened(field.name, LONGEST_NAME),
    type: shortened(typeText(field), LONGEST_TYPE),
    striped: place % 2 === 1,
    middle: header + (place + 0.5) * ROW_HEIGHT,
  };
}

function typeText({ detail, referenceTo }: DiagramField): string {
  if (referenceTo.length === 0) return detail;
  const texts = [MOST_TARGETS, 1].map((count) => targetsText(referenceTo, count));
  return texts.find((text) => text.length <= LONGEST_TYPE) ?? texts.at(-1)!;
}

function targetsText(targets: readonly string[], count: number): string {
  const more = targets.length - count;
  return `→ ${targets.slice(0, count).join(', ')}${more > 0 ? ` +${more}` : ''}`;
}

function widthOf({
  name,
  omitted,
  label,
  kind,
  rows,
}: Omit<ObjectBox, 'header' | 'width' | 'height'>): number {
  const lines = [
    textWidth(name, NAME) + lineEnd(omitted, LABEL),
    textWidth(label, LABEL) + lineEnd(kind, LABEL),
    ...rows.map((row) => KEY_WIDTH + textWidth(row.name, CODE) + lineEnd(row.type, CODE)),
  ];
  return Math.max(LEAST_WIDTH, ...lines.map((width) => width + 2 * PADDING));
}

function lineEnd(text: string, typeface: Typeface): number {
  return text === '' ? 0 : COLUMN_GAP + textWidth(text, typeface);
}

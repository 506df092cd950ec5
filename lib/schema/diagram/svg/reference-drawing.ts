import { groupBy } from '../../../common/group-by.js';
import type { DiagramReference } from '../diagram.interface.js';
import type { Point, RoutedReference } from './diagram-layout.interface.js';
import { element, escapeMarkup, rounded } from './markup.js';

const BEND = 7;
const FOOT_LENGTH = 11;
const FOOT_SPREAD = 5;
const RING_RADIUS = 3.5;
const BAR_DISTANCE = 8;
const BAR_HALF = 5;

/** How a reference is drawn: as one that owns, one to a certain object, or one that may lead to several. */
export type ReferenceStyle = 'master-detail' | 'lookup' | 'polymorphic';

/** The styles from the faintest to the strongest, which is drawn last. */
export const REFERENCE_STYLES: readonly ReferenceStyle[] = ['polymorphic', 'lookup', 'master-detail'];

export function styleOf({ kind, polymorphic }: DiagramReference): ReferenceStyle {
  if (polymorphic) return 'polymorphic';
  return kind;
}

/**
 * The lines of all references, those to the same object together: they run along each other and part in curves, while lines
 * that have nothing to do with each other cross straight, the one drawn later on a gap in the other.
 */
export function drawReferences(routes: readonly RoutedReference[]): string {
  const targets = groupBy(routes, ({ reference }) => reference.to);
  return [...targets.values()].map((bundle) => drawBundle(bundle)).join('\n');
}

/** A straight line such as references of a style have, to explain them. */
export function drawSample(style: ReferenceStyle, start: Point, end: Point): string {
  const line = [start, end];
  return drawLines(style, [line], fieldEnd({ unique: false, polymorphic: style === 'polymorphic' }, line));
}

function drawBundle(routes: readonly RoutedReference[]): string {
  const gap = element('path', { class: 'gap', d: pathOf(routes.map(({ points }) => points)) });
  const styles = REFERENCE_STYLES.map((style) => {
    const drawn = routes.filter(({ reference }) => styleOf(reference) === style);
    const ends = drawn.map(({ reference, points }) => {
      const title = element('title', {}, escapeMarkup(referenceText(reference)));
      return element('g', {}, title, fieldEnd(reference, points));
    });
    return drawn.length === 0
      ? ''
      : drawLines(
          style,
          drawn.map(({ points }) => points),
          ends.join(''),
        );
  });
  return element('g', {}, gap, ...styles);
}

/** @param ends what stands at the fields */
function drawLines(style: ReferenceStyle, lines: readonly (readonly Point[])[], ends: string): string {
  const path = element('path', { d: pathOf(lines) });
  return element('g', { class: `reference ${style}` }, path, objectEnd(lines[0]!), ends);
}

function pathOf(lines: readonly (readonly Point[])[]): string {
  return lines.map((points) => roundedPath(points)).join('');
}

/** What a reference says, in words: `Contact.AccountId looks up Account`. */
export function referenceText({ from, field, to, kind, polymorphic, required }: DiagramReference): string {
  const verb = kind === 'master-detail' ? 'belongs to' : required ? 'always refers to' : 'may refer to';
  return `${from}.${field} ${verb} ${to}${polymorphic ? ', among others' : ''}`;
}

/** Straight lines, with a curve for each corner. */
function roundedPath(points: readonly Point[]): string {
  const parts = points.map((point, place) => {
    const before = points[place - 1];
    const after = points[place + 1];
    if (!before) return `M${written(point)}`;
    if (!after) return `L${written(point)}`;
    const start = towards(point, before);
    const end = towards(point, after);
    return `L${written(start)}Q${written(point)} ${written(end)}`;
  });
  return parts.join('');
}

/** The point at which a curve around a corner begins or ends: halfway to the next corner at most. */
function towards(corner: Point, next: Point): Point {
  const distance = Math.abs(next.x - corner.x) + Math.abs(next.y - corner.y);
  if (distance === 0) return corner;
  const part = Math.min(BEND, distance / 2) / distance;
  return { x: corner.x + (next.x - corner.x) * part, y: corner.y + (next.y - corner.y) * part };
}

/** Many records may hold the same reference: a crow's foot, or a bar where they may not; a ring where it may lead elsewhere. */
function fieldEnd(
  { unique, polymorphic }: Pick<DiagramReference, 'unique' | 'polymorphic'>,
  points: readonly Point[],
): string {
  const { x, y } = points[0]!;
  const away = direction(points[0]!, points[1]!);
  const tip = x + away * FOOT_LENGTH;
  const foot = `M${written({ x, y: y - FOOT_SPREAD })}L${written({ x: tip, y })}L${written({ x, y: y + FOOT_SPREAD })}`;
  const end = element('path', { d: unique ? bar(x + away * BAR_DISTANCE, y) : foot });
  const ring = { cx: tip + away * RING_RADIUS, cy: y, r: RING_RADIUS };
  return polymorphic ? end + element('circle', ring) : end;
}

/** One record at most is referred to: a bar. */
function objectEnd(points: readonly Point[]): string {
  const { x, y } = points.at(-1)!;
  return element('path', { d: bar(x + direction(points.at(-1)!, points.at(-2)!) * BAR_DISTANCE, y) });
}

function bar(x: number, y: number): string {
  return `M${written({ x, y: y - BAR_HALF })}V${rounded(y + BAR_HALF)}`;
}

/** 1 to the right, -1 to the left: lines leave boxes at their sides. */
function direction(from: Point, to: Point): number {
  return Math.sign(to.x - from.x);
}

function written({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

import type { PlacedBox } from './diagram-layout.interface.js';
import type { ObjectBox } from './object-box.js';

const GAP = 28;

export interface Shelves {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
}

/** Puts boxes side by side, in as many rows as the width makes of them. */
export function shelve(boxes: readonly ObjectBox[], mostWidth: number): Shelves {
  const placed: PlacedBox[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const box of boxes) {
    if (x > 0 && x + box.width > mostWidth) {
      y += rowHeight + GAP;
      [x, rowHeight] = [0, 0];
    }
    placed.push({ box, x, y });
    width = Math.max(width, x + box.width);
    rowHeight = Math.max(rowHeight, box.height);
    x += box.width + GAP;
  }
  return { width, height: y + rowHeight, boxes: placed };
}

/** The width at which boxes make a picture half as wide again as it is high. */
export function shelfWidth(boxes: readonly ObjectBox[]): number {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  return Math.sqrt(area * 1.5);
}

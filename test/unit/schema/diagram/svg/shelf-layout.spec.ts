import { describe, expect, it } from '@jest/globals';
import { diagramOf } from '../../../../../lib/schema/diagram/diagram-model.js';
import { boxOf } from '../../../../../lib/schema/diagram/svg/object-box.js';
import { shelfWidth, shelve } from '../../../../../lib/schema/diagram/svg/shelf-layout.js';
import { field, object } from '../../../../fixtures/diagram-objects.js';

// Each is 170 wide; the second one is higher by a line.
const boxes = diagramOf([
  object('A', []),
  object('B', [field('Code', 'string', { unique: true })]),
  object('C', []),
]).objects.map((shown) => boxOf(shown));

describe('shelve', () => {
  it.each([
    [
      600,
      [
        [0, 0],
        [198, 0],
        [396, 0],
      ],
      566,
      75,
    ],
    [
      400,
      [
        [0, 0],
        [198, 0],
        [0, 103],
      ],
      368,
      158,
    ],
    [
      10,
      [
        [0, 0],
        [0, 83],
        [0, 186],
      ],
      170,
      241,
    ],
  ])('puts boxes into rows of %d pixels', (most, places, width, height) => {
    const shelves = shelve(boxes, most);
    expect(shelves.boxes.map(({ x, y }) => [x, y])).toEqual(places);
    expect(shelves).toMatchObject({ width, height });
  });

  it('takes no room for nothing', () => {
    expect(shelve([], 100)).toEqual({ width: 0, height: 0, boxes: [] });
  });
});

describe('shelfWidth', () => {
  it('is half as much again as the height would be', () => {
    // Three boxes of 198 by 83, 103 and 83, the gaps included: 53,262 square pixels.
    expect(shelfWidth(boxes)).toBeCloseTo(282.65, 1);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { DiagramReference } from '../../../../../lib/schema/diagram/diagram.interface.js';
import {
  drawReferences,
  drawSample,
  referenceText,
  styleOf,
} from '../../../../../lib/schema/diagram/svg/reference-drawing.js';

const LOOKUP: DiagramReference = {
  from: 'Boat__c',
  field: 'Home__c',
  to: 'Harbour__c',
  kind: 'lookup',
  polymorphic: false,
  required: false,
  unique: false,
};
const STRAIGHT = [
  { x: 100, y: 50 },
  { x: 0, y: 50 },
];

/** The styles of the lines of a bundle, and how many of each have a title. */
const linesOf = (bundle: string | undefined) =>
  bundle
    ?.split('<g class="reference ')
    .map((part) => [/^[^"<]*/.exec(part)?.[0], part.match(/<title>/g)?.length]);

describe('drawReferences', () => {
  it("draws a straight line with a crow's foot and a bar, on a gap in what it crosses", () => {
    expect(drawReferences([{ reference: LOOKUP, points: STRAIGHT }])).toBe(
      '<g><path class="gap" d="M100 50L0 50"/><g class="reference lookup"><path d="M100 50L0 50"/><path d="M8 45V55"/>' +
        '<g><title>Boat__c.Home__c may refer to Harbour__c</title><path d="M100 45L89 50L100 55"/></g></g></g>',
    );
  });

  it('rounds corners, those that are near each other less', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 6 },
      { x: 80, y: 6 },
    ];
    expect(drawReferences([{ reference: LOOKUP, points }])).toContain(
      '<path d="M0 0L33 0Q40 0 40 3L40 3Q40 6 47 6L80 6"/>',
    );
  });

  it('ends in a bar where no two records point at the same one, and in a ring where it may lead elsewhere', () => {
    const unique = drawReferences([{ reference: { ...LOOKUP, unique: true }, points: STRAIGHT }]);
    expect(unique).toContain('</title><path d="M92 45V55"/></g>');
    const polymorphic = drawReferences([{ reference: { ...LOOKUP, polymorphic: true }, points: STRAIGHT }]);
    expect(polymorphic).toContain('<path d="M100 45L89 50L100 55"/><circle cx="85.5" cy="50" r="3.5"/>');
  });

  it('draws what leads to the same object as one, its strongest lines last', () => {
    const routes = (
      [
        { ...LOOKUP, kind: 'master-detail' },
        LOOKUP,
        { ...LOOKUP, to: 'Boat__c' },
        { ...LOOKUP, from: 'Berth__c' },
        { ...LOOKUP, polymorphic: true },
      ] as const
    ).map((reference) => ({ reference, points: STRAIGHT }));
    const bundles = drawReferences(routes).split('\n');
    expect(bundles.map(linesOf)).toEqual([
      [
        ['', undefined],
        ['polymorphic', 1],
        ['lookup', 2],
        ['master-detail', 1],
      ],
      [
        ['', undefined],
        ['lookup', 1],
      ],
    ]);
  });
});

describe('drawSample', () => {
  it('draws a line without a title', () => {
    expect(drawSample('polymorphic', { x: 0, y: 11 }, { x: 46, y: 11 })).toBe(
      '<g class="reference polymorphic"><path d="M0 11L46 11"/><path d="M38 6V16"/>' +
        '<path d="M0 6L11 11L0 16"/><circle cx="14.5" cy="11" r="3.5"/></g>',
    );
  });
});

describe('referenceText', () => {
  it.each([
    [{}, 'Boat__c.Home__c may refer to Harbour__c'],
    [{ required: true }, 'Boat__c.Home__c always refers to Harbour__c'],
    [{ polymorphic: true }, 'Boat__c.Home__c may refer to Harbour__c, among others'],
    [{ kind: 'master-detail' as const, required: true }, 'Boat__c.Home__c belongs to Harbour__c'],
  ])('says of %j', (properties, expected) => {
    expect(referenceText({ ...LOOKUP, ...properties })).toBe(expected);
  });
});

describe('styleOf', () => {
  it.each([
    [{}, 'lookup'],
    [{ kind: 'master-detail' as const }, 'master-detail'],
    [{ polymorphic: true }, 'polymorphic'],
  ])('of %j', (properties, expected) => {
    expect(styleOf({ ...LOOKUP, ...properties })).toBe(expected);
  });
});

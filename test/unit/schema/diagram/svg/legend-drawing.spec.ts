import { describe, expect, it } from '@jest/globals';
import { diagramOf } from '../../../../../lib/schema/diagram/diagram-model.js';
import { drawLegend, leastLegendWidth } from '../../../../../lib/schema/diagram/svg/legend-drawing.js';
import type { SObjectDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { HARBOUR, object } from '../../../../fixtures/diagram-objects.js';

const textsOf = (definitions: readonly SObjectDefinition[]): readonly (string | undefined)[] => {
  const { markup } = drawLegend(diagramOf(definitions), 10_000);
  return [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
};

describe('drawLegend', () => {
  it('explains what the diagram has', () => {
    expect(textsOf(HARBOUR)).toEqual([
      'standard object',
      'custom object',
      'event',
      'custom metadata type',
      'master-detail',
      'lookup',
      'lookup of one of several objects',
      'PK id',
      'FK reference',
      'UK unique or external id',
      'bold: required',
      '+n: fields not shown',
    ]);
  });

  it('explains nothing else', () => {
    expect(textsOf([object('Order__x', [])])).toEqual(['external object', 'PK id']);
    expect(drawLegend(diagramOf([]), 100)).toEqual({ height: 0, markup: '' });
  });

  it('takes as many lines of 22 pixels as it needs', () => {
    const diagram = diagramOf(HARBOUR);
    expect(drawLegend(diagram, 10_000).height).toBe(22);
    expect(drawLegend(diagram, 900).height).toBe(44);
    expect(drawLegend(diagram, leastLegendWidth(diagram)).height).toBeGreaterThan(44);
  });

  it('is at least as wide as its longest part', () => {
    // 46 for the line, 7 between, and 33 characters of 6.6.
    expect(leastLegendWidth(diagramOf(HARBOUR))).toBe(46 + 7 + 212);
  });
});

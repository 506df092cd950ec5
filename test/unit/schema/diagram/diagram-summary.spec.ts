import { describe, expect, it } from '@jest/globals';
import { diagramOf } from '../../../../lib/schema/diagram/diagram-model.js';
import { summaryOf } from '../../../../lib/schema/diagram/diagram-summary.js';
import { HARBOUR, object, reference } from '../../../fixtures/diagram-objects.js';

describe('summaryOf', () => {
  it.each([
    [[], '0 objects, 0 references'],
    [[object('Account', [reference('ParentId', ['Account'])])], '1 object, 1 reference'],
    [HARBOUR, '7 objects, 8 references'],
  ])('counts', (definitions, expected) => {
    expect(summaryOf(diagramOf(definitions))).toBe(expected);
  });
});

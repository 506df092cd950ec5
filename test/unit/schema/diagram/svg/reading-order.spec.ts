import { describe, expect, it } from '@jest/globals';
import { diagramOf } from '../../../../../lib/schema/diagram/diagram-model.js';
import { readingOrder } from '../../../../../lib/schema/diagram/svg/reading-order.js';
import type { SObjectDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { HARBOUR, object, reference } from '../../../../fixtures/diagram-objects.js';

const orderOf = (definitions: readonly SObjectDefinition[]): readonly string[] =>
  [...readingOrder(diagramOf(definitions))].sort(([, one], [, other]) => one - other).map(([name]) => name);

const spokes = (count: number) =>
  Array.from({ length: count }, (_, place) => object(`S${place}`, [reference('Hub', ['Hub'])]));

describe('readingOrder', () => {
  it('places what others point at before them, circles too', () => {
    expect(orderOf(HARBOUR)).toEqual([
      'Account',
      'Boat__c',
      'Harbour__c',
      'Berth__c',
      'Note__c',
      'Signal__e',
      'Tariff__mdt',
    ]);
  });

  it('places half of the many objects around a hub before it', () => {
    expect(orderOf([object('Hub', []), ...spokes(5)])).toEqual(['Hub', 'S0', 'S1', 'S2', 'S3', 'S4']);
    expect(orderOf([object('Hub', []), ...spokes(6)])).toEqual(['S1', 'S3', 'S5', 'Hub', 'S0', 'S2', 'S4']);
  });

  it('leaves an object before the hub that only the hub points at', () => {
    const parents = Array.from({ length: 6 }, (_, place) => object(`P${place}`, []));
    const hub = object(
      'Hub',
      parents.map(({ name }) => reference(`${name}Id`, [name])),
    );
    expect(orderOf([hub, ...parents])).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'Hub']);
  });
});

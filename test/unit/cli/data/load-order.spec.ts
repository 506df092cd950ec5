import { describe, expect, it } from '@jest/globals';
import { loadOrder, type LoadObject } from '../../../../lib/cli/data/load-order.js';

/** `Contact: AccountId>Account, ReportsToId?>Contact`; a question mark says that the reference may wait. */
function objects(...lines: readonly string[]): LoadObject[] {
  return lines.map((line) => {
    const [name = '', references = ''] = line.split(':');
    return {
      name,
      references: references
        .split(',')
        .filter((text) => text.trim() !== '')
        .map((text) => {
          const [field = '', targets = ''] = text.trim().split('>');
          return {
            field: field.replace('?', ''),
            deferrable: field.endsWith('?'),
            targets: targets.split('|'),
          };
        }),
    };
  });
}

describe('loadOrder', () => {
  it.each<[string, LoadObject[], string[], Record<string, string[]>]>([
    ['keeps the order where nothing refers', objects('B', 'A'), ['B', 'A'], {}],
    [
      'puts parents first',
      objects('Line: Order>Order', 'Order: Account>Account', 'Account'),
      ['Account', 'Order', 'Line'],
      {},
    ],
    [
      'defers a reference of an object to itself',
      objects('Contact: AccountId?>Account, ReportsToId?>Contact', 'Account: ParentId?>Account'),
      ['Account', 'Contact'],
      { Account: ['ParentId'], Contact: ['ReportsToId'] },
    ],
    [
      'breaks a circle where it may be broken',
      objects('Account: Primary?>Contact', 'Contact: AccountId>Account'),
      ['Account', 'Contact'],
      { Account: ['Primary'] },
    ],
    [
      'breaks a circle where the fewest references wait',
      objects('A: One?>B, Two?>C', 'B: Three?>A', 'C: Four?>A'),
      ['B', 'A', 'C'],
      { B: ['Three'], A: ['Two'] },
    ],
    [
      'waits for every object that a reference may lead to',
      objects('Task: WhatId?>Account|Project', 'Project', 'Account'),
      ['Project', 'Account', 'Task'],
      {},
    ],
    ['passes over objects that are no part of it', objects('A: Owner>User'), ['A'], {}],
  ])('%s', (_, input, order, deferred) => {
    const result = loadOrder(input);
    expect(result.objects).toEqual(order);
    expect(Object.fromEntries([...result.deferred].map(([name, fields]) => [name, [...fields]]))).toEqual(
      deferred,
    );
  });

  it('names the references of a circle that cannot be broken', () => {
    expect(() => loadOrder(objects('A: One>B', 'B: Two>A, Three?>A', 'C'))).toThrow(
      'No order lets these objects be loaded: they need one another from the beginning, by A.One, B.Two.',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { idBatches } from '../../../lib/repository/id-batches.js';

const query = (fields: string) => (ids: readonly string[]) =>
  `SELECT ${fields} FROM Account WHERE Id IN (${ids.map((id) => `'${id}'`).join(', ')})`;

const ids = (count: number) =>
  Array.from({ length: count }, (_, n) => `001${String(n).padStart(12, '0')}AAA`);

describe('idBatches', () => {
  it('makes no batch of no ids', () => {
    expect(idBatches([], query('Id'))).toEqual([]);
  });

  it('keeps ids together that fit into one URL', () => {
    expect(idBatches(ids(300), query('Id, Name'))).toEqual([ids(300)]);
  });

  it('asks for one id at a time where the selection alone is too long', () => {
    expect(idBatches(ids(2), query('Name'.repeat(4000)))).toEqual([[ids(2)[0]], [ids(2)[1]]]);
  });

  it('keeps every id once, in order, and every query short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 600 }), (count, fields) => {
        const text = query(Array.from({ length: fields }, (_, n) => `Field${n}__c`).join(', '));
        const batches = idBatches(ids(count), text);
        expect(batches.flat()).toEqual(ids(count));
        for (const batch of batches) {
          if (batch.length === 1) continue;
          expect(new URLSearchParams({ q: text(batch) }).toString().length).toBeLessThanOrEqual(12_002);
        }
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

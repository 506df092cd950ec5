import { describe, expect, it } from '@jest/globals';
import { JsonRowReader } from '../../../../../lib/embedded/bulk/ingest/json-row-reader.js';

describe('JsonRowReader', () => {
  it('takes ids out of records, whatever their case', () => {
    const rows = new JsonRowReader('[{"Id":"003","A":1},{"id":null,"B":null},{"C":"x"}]', 0);
    expect([rows.next(), rows.next(), rows.next(), rows.next()]).toEqual([
      { id: '003', values: { A: 1 } },
      { id: '', values: { B: null } },
      { id: '', values: { C: 'x' } },
      undefined,
    ]);
  });

  it('goes on where another one stopped', () => {
    const text = '[{"A":1},{"A":2}]';
    const first = new JsonRowReader(text, 0);
    first.next();
    expect(new JsonRowReader(text, first.position).next()).toEqual({ id: '', values: { A: 2 } });
  });

  it.each(['', 'nonsense', '{"A":1}', '7'])('refuses %j', (text) => {
    expect(() => new JsonRowReader(text, 0)).toThrow(
      'ClientInputError : Failed to parse JSON. An array of records is expected',
    );
  });

  it('refuses what is no record when it comes to it', () => {
    const rows = new JsonRowReader('[{"A":1},[]]', 0);
    rows.next();
    expect(() => rows.next()).toThrow('InvalidBatch : Record 2 is not an object');
  });
});

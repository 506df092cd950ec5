import { describe, expect, it } from '@jest/globals';
import { IdGenerator } from '../../../../lib/embedded/engine/id-generator.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { Sequence } from '../../../../lib/embedded/engine/sequence.js';

class Refused extends Error {}

describe('IdGenerator', () => {
  it('numbers each object on its own, in base 62 and with the checksum', () => {
    const ids = new IdGenerator(new Sequence(new NodeSqliteDatabase()));
    expect([ids.next('001'), ids.next('001'), ids.next('003')]).toEqual([
      '001Em0000000001IAA',
      '001Em0000000002IAA',
      '003Em0000000001IAA',
    ]);
    for (let i = 3; i < 62; i++) ids.next('001');
    expect([ids.next('001'), ids.next('001')]).toEqual(['001Em0000000010IAA', '001Em0000000011IAA']);
  });

  it('sorts ids in the order they were made', () => {
    const ids = new IdGenerator(new Sequence(new NodeSqliteDatabase()));
    const made = Array.from({ length: 200 }, () => ids.next('001').slice(0, 15));
    expect([...made].sort()).toEqual(made);
  });
});

describe('IdGenerator.skip', () => {
  it('goes on behind ids that records have brought along, whatever their order', () => {
    const ids = new IdGenerator(new Sequence(new NodeSqliteDatabase()));
    ids.skip('001Em0000000010IAA');
    ids.skip('001Em0000000002IAA');
    expect([ids.next('001'), ids.next('003')]).toEqual(['001Em0000000011IAA', '003Em0000000001IAA']);
  });

  it('has nothing to do with ids of other orgs', () => {
    const ids = new IdGenerator(new Sequence(new NodeSqliteDatabase()));
    ids.skip('0015g00000XyZabAAB');
    expect(ids.next('001')).toBe('001Em0000000001IAA');
  });
});

describe('Sequence', () => {
  it('goes on where another one stopped', () => {
    const database = new NodeSqliteDatabase();
    new Sequence(database).next('x');
    expect(new Sequence(database).next('x')).toBe(2);
  });

  it('goes on behind a number that is skipped, for others too, and never back', () => {
    const database = new NodeSqliteDatabase();
    const sequence = new Sequence(database);
    sequence.skip('x', 7);
    sequence.skip('x', 3);
    expect([sequence.next('x'), new Sequence(database).next('x')]).toEqual([8, 9]);
  });

  it('begins where it is told', () => {
    const sequence = new Sequence(new NodeSqliteDatabase());
    expect([sequence.next('x', 1000), sequence.next('x', 1000)]).toEqual([1000, 1001]);
  });

  it('does not repeat a number after a rollback', () => {
    const database = new NodeSqliteDatabase();
    const sequence = new Sequence(database);
    sequence.next('x');
    expect(() =>
      database.transaction(() => {
        sequence.next('x');
        throw new Refused();
      }),
    ).toThrow(Refused);
    expect(sequence.next('x')).toBe(3);
    expect(new Sequence(database).next('x')).toBe(4);
  });
});

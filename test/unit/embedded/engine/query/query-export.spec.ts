import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryExport } from '../../../../../lib/embedded/engine/query/query-export.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

describe('QueryExport', () => {
  let engine: RecordEngine;
  let contacts: string[];

  beforeEach(() => {
    engine = createRecordEngine();
    const account = engine.records.insert(engine.object('Account'), { Name: 'Acme' }, engine.user);
    contacts = ['Doe', 'Roe', 'Poe'].map((LastName, place) =>
      engine.records.insert(
        engine.object('Contact'),
        { LastName, ...(place === 0 && { AccountId: account }) },
        engine.user,
      ),
    );
  });
  afterEach(() => engine.database.close());

  function exported(soql: string): QueryExport {
    return engine.queries.export(soql, { user: engine.user, apiVersion: '67.0' });
  }

  it('names its columns by their paths and types, as the catalog spells them', () => {
    const { columns } = exported('SELECT id, c.account.owner.NAME, CreatedDate FROM Contact c');
    expect(columns.map(({ path, type }) => [path.join('.'), type])).toEqual([
      ['Id', 'id'],
      ['Account.Owner.Name', 'string'],
      ['CreatedDate', 'datetime'],
    ]);
  });

  it('gives rows a page at a time, without records inside', () => {
    const result = exported('SELECT LastName, Account.Name, IsDeleted FROM Contact ORDER BY LastName');
    expect(result.size).toBe(3);
    expect(result.page(0, 2)).toEqual([
      ['Doe', 'Acme', false],
      ['Poe', null, false],
    ]);
    expect(result.page(2, 2)).toEqual([['Roe', null, false]]);
    expect(result.page(4, 2)).toEqual([]);
  });

  it('gives the same rows as records', () => {
    const [record] = exported('SELECT LastName, Account.Name FROM Contact ORDER BY LastName').records(0, 1);
    expect(record).toMatchObject({
      attributes: { type: 'Contact', url: `/services/data/v67.0/sobjects/Contact/${contacts[0]}` },
      LastName: 'Doe',
      Account: { Name: 'Acme' },
    });
  });

  it('settles its rows when it is first read', () => {
    const result = exported('SELECT LastName FROM Contact ORDER BY LastName');
    expect(result.ids).toEqual([contacts[0], contacts[2], contacts[1]]);
    engine.records.insert(engine.object('Contact'), { LastName: 'Abe' }, engine.user);
    engine.records.update(engine.object('Contact'), contacts[1]!, { LastName: 'Zoe' }, engine.user);
    expect(result.page(0, 9)).toEqual([['Doe'], ['Poe'], ['Zoe']]);
  });

  it('keeps to LIMIT', () => {
    expect(exported('SELECT Id FROM Contact ORDER BY LastName LIMIT 2').ids).toEqual([
      contacts[0],
      contacts[2],
    ]);
  });

  it('is none of groups', () => {
    expect(refusalOf(() => exported('SELECT COUNT(Id) FROM Contact')).errorCode).toBe('MALFORMED_QUERY');
  });
});

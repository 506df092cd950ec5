import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { mergeOrder, selectingItsOrder } from '../../../../lib/query/execution/merge-order.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, metadataOf } from '../query-entities.js';
import { record } from '../scripted-source.js';

const orderBy = (keys: string) => parseSoql(`SELECT Id FROM Account ORDER BY ${keys}`).orderBy ?? [];

function sorted(keys: string, ...records: Record<string, unknown>[]) {
  return records.map(record).toSorted(mergeOrder(orderBy(keys), metadataOf(Account)));
}

describe('mergeOrder', () => {
  it.each([
    ['CreatedDate', 'CreatedDate', ['2026-01-02T00:00:00.000+0000', '2026-01-10T00:00:00.000+0000']],
    ['FoundedOn__c', 'FoundedOn__c', [null, '1999-12-31', '2000-01-01']],
    ['FoundedOn__c DESC', 'FoundedOn__c', [null, '2000-01-01', '1999-12-31']],
    ['FoundedOn__c NULLS LAST', 'FoundedOn__c', ['1999-12-31', '2000-01-01', null]],
    ['FoundedOn__c DESC NULLS LAST', 'FoundedOn__c', ['2000-01-01', '1999-12-31', null]],
    ['OpensAt__c', 'OpensAt__c', ['08:00:00.000Z', '10:00:00.000Z']],
    ['IsPartner__c', 'IsPartner__c', [false, true]],
    ['Id', 'Id', ['0010000000000A1AAA', '0010000000000a1AAA']],
    // The platform puts records without a reference first, whatever it is told.
    ['OwnerId NULLS LAST', 'OwnerId', [null, '005000000000001AAA', '005000000000002AAA']],
  ])('orders by %s', (keys, name, values) => {
    const records = values.map((value) => ({ [name]: value }));
    expect(sorted(keys, ...records.toReversed())).toEqual(records.map(record));
  });

  it('orders by one key after the other, of parents too', () => {
    const [a, b, c] = [
      { Id: '1', IsPartner__c: false, Owner: null },
      { Id: '3', IsPartner__c: true, Owner: { isactive: false } },
      { Id: '2', IsPartner__c: true, Owner: { isactive: true } },
    ];
    expect(sorted('IsPartner__c, Owner.IsActive, Id DESC', c, b, a)).toEqual([a, b, c].map(record));
  });

  it.each(['Name', 'Industry', 'AnnualRevenue', 'Owner.Name', 'Nickname', 'CALENDAR_YEAR(CreatedDate)'])(
    'refuses to order by %s, whose order only the platform knows',
    (key) => {
      const refused = () => mergeOrder(orderBy(key), metadataOf(Account));
      expect(refused).toThrow(InvalidQueryException);
      expect(refused).toThrow(/^Account: the query is too long .* only the platform knows\./);
    },
  );
});

describe('selectingItsOrder', () => {
  it('reads what it is to be ordered by, and says where records without a value belong', () => {
    const query = parseSoql(
      'SELECT Id, Name FROM Account ORDER BY CreatedDate DESC, Id, Owner.IsActive DESC NULLS LAST',
    );
    expect(printSoql(selectingItsOrder(query))).toBe(
      'SELECT Id, Name, CreatedDate, Owner.IsActive FROM Account ORDER BY CreatedDate DESC NULLS FIRST, Id, Owner.IsActive DESC NULLS LAST',
    );
  });
});

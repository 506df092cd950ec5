import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, id, QueryFixture } from './query-fixture.js';

const UNINDEXED = 'Not considering filter for optimization because unindexed';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  const accounts = Array.from({ length: 10 }, (_, index) => ({
    Id: id('001', index),
    Name: `Account ${index % 5}`,
    Industry: 'Energy',
    OwnerId: ADA,
    IsDeleted: index === 9 ? 1 : 0,
  }));
  org.insert('Account', ...accounts);
});

afterAll(() => org.close());

const explain = (soql: string) => org.engine.explain(soql, { user: { id: ADA } });
const note = (field: string) => ({ description: UNINDEXED, fields: [field], tableEnumOrId: 'Account' });

describe('QueryEngine.explain', () => {
  it('shows a scan where no index helps', () => {
    const soql = "SELECT Id FROM Account WHERE Industry = 'Energy'";
    expect(explain(soql)).toEqual({
      plans: [
        {
          cardinality: 9,
          fields: [],
          leadingOperationType: 'TableScan',
          notes: [note('Industry'), note('IsDeleted')],
          relativeCost: 2,
          sobjectCardinality: 9,
          sobjectType: 'Account',
        },
      ],
      sourceQuery: soql,
    });
  });

  it('shows the index that is taken before the scan', () => {
    const { plans } = explain("select id from account where name = 'account 1' AND Industry != null limit 5");
    expect(plans).toEqual([
      {
        cardinality: 2,
        fields: ['Name'],
        leadingOperationType: 'Index',
        notes: [note('Industry'), note('IsDeleted')],
        relativeCost: expect.closeTo(0.74, 2),
        sobjectCardinality: 9,
        sobjectType: 'Account',
      },
      expect.objectContaining({ leadingOperationType: 'TableScan', cardinality: 9 }),
    ]);
  });

  it.each([
    [`SELECT Id FROM Account WHERE Id = '${id('001', 1)}'`, ['Id']],
    [`SELECT COUNT() FROM Account WHERE OwnerId = '${id('005', 7)}'`, ['OwnerId']],
    ["SELECT COUNT(Id) FROM Account WHERE Name LIKE 'account 1%' GROUP BY Industry", ['Name']],
  ])('names the fields of the index: %s', (soql, fields) => {
    expect(explain(soql).plans.find((plan) => plan.leadingOperationType === 'Index')?.fields).toEqual(fields);
  });

  it('does not take the order of a scan for an index', () => {
    expect(explain('SELECT Id FROM Account ORDER BY Name').plans).toHaveLength(1);
  });

  it('refuses what could not be run', () => {
    expect(() => explain('SELECT Bacon__c FROM Account')).toThrow(/No such column 'Bacon__c'/);
  });
});

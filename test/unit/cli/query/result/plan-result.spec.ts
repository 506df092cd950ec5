import { describe, expect, it } from '@jest/globals';
import { planNotes, planResult } from '../../../../../lib/cli/query/result/plan-result.js';
import type { QueryPlan } from '../../../../../lib/protocol/query-plan.interface.js';

const NOTE = {
  description: 'Not considering filter for optimization because unindexed',
  fields: ['IsDeleted'],
  tableEnumOrId: 'Merchandise__c',
};
const PLAN: QueryPlan = {
  cardinality: 2,
  fields: ['CreatedDate', 'Name'],
  leadingOperationType: 'Index',
  notes: [NOTE, { description: 'Other', fields: [], tableEnumOrId: 'Merchandise__c' }],
  relativeCost: 0.17,
  sobjectCardinality: 1200,
  sobjectType: 'Merchandise__c',
};

describe('plan result', () => {
  it('has a row a plan', async () => {
    const { columns, pages } = planResult([PLAN]);
    expect(columns.map(({ title }) => title)).toEqual([
      'Operation',
      'Object',
      'Fields',
      'Cardinality',
      'Records',
      'Relative cost',
    ]);
    for await (const [row] of pages) {
      expect(columns.map((column) => row && column.value(row))).toEqual([
        'Index',
        'Merchandise__c',
        'CreatedDate, Name',
        2,
        1200,
        0.17,
      ]);
    }
  });

  it('tells each note once', () => {
    expect(planNotes([PLAN, { ...PLAN, notes: [NOTE] }])).toEqual([
      'Not considering filter for optimization because unindexed (Merchandise__c: IsDeleted)',
      'Other',
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const update = (object: string, id: string, values: Record<string, unknown>): void =>
  engine.records.update(engine.object(object), id, values, engine.user);
const read = (object: string, id: string, ...fields: string[]): Record<string, unknown> =>
  engine.records.read(engine.object(object), id, fields);

const opportunity = (values: Record<string, unknown>): string =>
  insert('Opportunity', { Name: 'x', CloseDate: '2026-05-31', StageName: 'Prospecting', ...values });
const forecast = (id: string): unknown[] =>
  Object.values(
    read('Opportunity', id, 'Probability', 'IsClosed', 'IsWon', 'ForecastCategory', 'ForecastCategoryName'),
  );

describe('derived fields of an opportunity', () => {
  it.each([
    ['Prospecting', [10, false, false, 'Pipeline', 'Pipeline']],
    ['Qualification', [10, false, false, 'Pipeline', 'Pipeline']],
    ['Needs Analysis', [20, false, false, 'Pipeline', 'Pipeline']],
    ['Value Proposition', [50, false, false, 'Pipeline', 'Pipeline']],
    ['Id. Decision Makers', [60, false, false, 'Pipeline', 'Pipeline']],
    ['Perception Analysis', [70, false, false, 'Pipeline', 'Pipeline']],
    ['Proposal/Price Quote', [75, false, false, 'Pipeline', 'Pipeline']],
    ['Negotiation/Review', [90, false, false, 'Pipeline', 'Pipeline']],
    ['Closed Won', [100, true, true, 'Closed', 'Closed']],
    ['Closed Lost', [0, true, false, 'Omitted', 'Omitted']],
    ['A stage of our own', [0, false, false, 'Pipeline', 'Pipeline']],
  ])('follow the stage %s', (stage, expected) => {
    expect(forecast(opportunity({ StageName: stage }))).toEqual(expected);
  });

  it('follow a change of the stage, and note when it was', () => {
    const id = opportunity({ StageName: 'Prospecting' });
    expect(read('Opportunity', id, 'LastStageChangeDate')).toEqual({ LastStageChangeDate: null });
    engine.clock.now = new Date('2026-02-03T04:05:06Z');
    update('Opportunity', id, { StageName: 'Closed Won' });
    expect(forecast(id)).toEqual([100, true, true, 'Closed', 'Closed']);
    expect(read('Opportunity', id, 'LastStageChangeDate')).toEqual({
      LastStageChangeDate: '2026-02-03T04:05:06.000+0000',
    });
  });

  it('leave a probability and a forecast that were given, until the stage changes', () => {
    const id = opportunity({ Probability: 33, ForecastCategoryName: 'Best Case' });
    expect(forecast(id)).toEqual([33, false, false, 'BestCase', 'Best Case']);
    update('Opportunity', id, { Name: 'renamed' });
    expect(forecast(id)).toEqual([33, false, false, 'BestCase', 'Best Case']);
    update('Opportunity', id, { StageName: 'Qualification' });
    expect(forecast(id)).toEqual([10, false, false, 'Pipeline', 'Pipeline']);
  });

  it('expect the amount by its probability', () => {
    const id = opportunity({ Amount: 1000, StageName: 'Perception Analysis' });
    expect(read('Opportunity', id, 'ExpectedRevenue')).toEqual({ ExpectedRevenue: 700 });
    update('Opportunity', id, { Amount: null });
    expect(read('Opportunity', id, 'ExpectedRevenue')).toEqual({ ExpectedRevenue: null });
  });

  it.each([
    ['2026-01-01', 2026, 1, '2026 1'],
    ['2026-03-31', 2026, 1, '2026 1'],
    ['2026-04-01', 2026, 2, '2026 2'],
    ['2025-12-31', 2025, 4, '2025 4'],
  ])('put a close on %s into its fiscal period', (date, year, quarter, period) => {
    expect(
      read('Opportunity', opportunity({ CloseDate: date }), 'FiscalYear', 'FiscalQuarter', 'Fiscal'),
    ).toEqual({
      FiscalYear: year,
      FiscalQuarter: quarter,
      Fiscal: period,
    });
  });
});

describe('the fiscal period of an opportunity', () => {
  it.each([
    ['2026-03-31', 2026, 4, '2026 4'],
    ['2026-04-01', 2027, 1, '2027 1'],
    ['2026-12-31', 2027, 3, '2027 3'],
  ])('of a close on %s follows a fiscal year that begins with April', (date, year, quarter, period) => {
    engine.database.prepare('UPDATE "Organization" SET "FiscalYearStartMonth" = 4').run();
    expect(
      read('Opportunity', opportunity({ CloseDate: date }), 'FiscalYear', 'FiscalQuarter', 'Fiscal'),
    ).toEqual({ FiscalYear: year, FiscalQuarter: quarter, Fiscal: period });
  });
});

describe('derived fields of cases and tasks', () => {
  it('close a case with its status, once, and open it again', () => {
    const id = insert('Case', {});
    engine.clock.now = new Date('2026-02-03T04:05:06Z');
    update('Case', id, { Status: 'Closed' });
    const closed = { IsClosed: true, ClosedDate: '2026-02-03T04:05:06.000+0000' };
    expect(read('Case', id, 'IsClosed', 'ClosedDate')).toEqual(closed);
    engine.clock.now = new Date('2026-03-03T00:00:00Z');
    update('Case', id, { Subject: 'still closed' });
    expect(read('Case', id, 'IsClosed', 'ClosedDate')).toEqual(closed);
    update('Case', id, { Status: 'Working' });
    expect(read('Case', id, 'IsClosed', 'ClosedDate')).toEqual({ IsClosed: false, ClosedDate: null });
  });

  it('complete a task with its status', () => {
    const id = insert('Task', { Priority: 'High' });
    expect(read('Task', id, 'Status', 'IsClosed', 'IsHighPriority', 'CompletedDateTime')).toEqual({
      Status: 'Not Started',
      IsClosed: false,
      IsHighPriority: true,
      CompletedDateTime: null,
    });
    update('Task', id, { Status: 'Completed', Priority: 'Low' });
    expect(read('Task', id, 'IsClosed', 'IsHighPriority', 'CompletedDateTime')).toEqual({
      IsClosed: true,
      IsHighPriority: false,
      CompletedDateTime: '2026-01-02T03:04:05.000+0000',
    });
  });
});

describe('derived fields of contracts, orders and lines', () => {
  it('follow the status of a contract', () => {
    const account = insert('Account', { Name: 'Acme' });
    const id = insert('Contract', { AccountId: account });
    expect(read('Contract', id, 'Status', 'StatusCode')).toEqual({ Status: 'Draft', StatusCode: 'Draft' });
    update('Contract', id, { Status: 'In Approval Process' });
    expect(read('Contract', id, 'StatusCode')).toEqual({ StatusCode: 'InApproval' });
    update('Contract', id, { Status: 'Activated' });
    expect(read('Contract', id, 'StatusCode')).toEqual({ StatusCode: 'Activated' });
  });

  it('price a line by its quantity, or one piece by the price of the line', () => {
    const parent = opportunity({});
    const priced = insert('OpportunityLineItem', { OpportunityId: parent, Quantity: 4, UnitPrice: 2.5 });
    const totalled = insert('OpportunityLineItem', { OpportunityId: parent, Quantity: 4, TotalPrice: 12 });
    expect(read('OpportunityLineItem', priced, 'TotalPrice')).toEqual({ TotalPrice: 10 });
    expect(read('OpportunityLineItem', totalled, 'UnitPrice')).toEqual({ UnitPrice: 3 });
    update('OpportunityLineItem', priced, { Quantity: 2 });
    expect(read('OpportunityLineItem', priced, 'TotalPrice')).toEqual({ TotalPrice: 5 });
  });
});

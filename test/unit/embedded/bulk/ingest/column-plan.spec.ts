import { describe, expect, it } from '@jest/globals';
import { ColumnPlan } from '../../../../../lib/embedded/bulk/ingest/column-plan.js';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';

const catalog = Catalog.standard();

function plan(header: readonly string[], object = 'Contact'): ColumnPlan {
  return new ColumnPlan(header, catalog.get(object)!, catalog);
}

describe('ColumnPlan', () => {
  it('makes bodies of rows: no property where a cell is empty, null for #N/A', () => {
    expect(plan(['lastname', 'Phone', 'Title']).valuesOf(['Doe', '', '#N/A'])).toEqual({
      LastName: 'Doe',
      Title: null,
    });
  });

  it('keeps the id apart', () => {
    const columns = plan(['LastName', 'ID']);
    expect(columns.idPlace).toBe(1);
    expect(columns.valuesOf(['Doe', '003'])).toEqual({ LastName: 'Doe' });
  });

  it('makes flags of digits', () => {
    expect(plan(['IsReminderSet', 'IsRecurrence', 'Subject'], 'Task').valuesOf(['1', 'true', '1'])).toEqual({
      IsReminderSet: true,
      IsRecurrence: 'true',
      Subject: '1',
    });
  });

  it('names parents by what tells them apart', () => {
    expect(plan(['Owner.Username', 'ReportsTo.Email']).valuesOf(['jane@example.com', '#N/A'])).toEqual({
      Owner: { attributes: { type: 'User' }, Username: 'jane@example.com' },
      ReportsTo: null,
    });
  });

  it('takes the type of a parent that may be of several', () => {
    expect(plan(['Lead:Who.Email'], 'Task').valuesOf(['jane@example.com'])).toEqual({
      Who: { attributes: { type: 'Lead' }, Email: 'jane@example.com' },
    });
  });

  it('ignores cells behind the last column, and misses none before it', () => {
    expect(plan(['LastName', 'Phone']).valuesOf(['Doe', '1', 'x'])).toEqual({ LastName: 'Doe', Phone: '1' });
    expect(plan(['LastName', 'Phone']).valuesOf(['Doe'])).toEqual({ LastName: 'Doe' });
  });

  it.each(['Nothing', 'Owner.Phone', 'Nobody.Name', 'Account:Owner.Username', 'Account.Owner.Username', ''])(
    'refuses %j',
    (header) => {
      expect(() => plan([header])).toThrow(`InvalidBatch : Field name not found : ${header}`);
    },
  );

  it.each(['Id', undefined])('needs no id for upserts by %s, which then create records', (externalId) => {
    expect(() => plan(['LastName']).requireFor('upsert', externalId)).not.toThrow();
  });

  it.each([
    ['update', undefined, ['LastName'], 'Field name not found : Id'],
    ['upsert', 'Email', ['LastName'], 'Field name not found : Email'],
    ['delete', undefined, ['LastName'], 'Field name not found : Id'],
    ['delete', undefined, ['Id', 'LastName'], 'delete batch must contain only ids'],
    ['hardDelete', undefined, ['Id', 'LastName'], 'delete batch must contain only ids'],
  ] as const)('refuses for %s by %s the columns %j', (operation, externalId, header, reason) => {
    expect(() => plan(header).requireFor(operation, externalId)).toThrow(`InvalidBatch : ${reason}`);
  });

  it.each([
    ['insert', undefined, ['LastName']],
    ['update', undefined, ['id', 'LastName']],
    ['upsert', 'Email', ['EMAIL', 'LastName']],
    ['delete', undefined, ['Id']],
  ] as const)('takes for %s by %s the columns %j', (operation, externalId, header) => {
    expect(() => plan(header).requireFor(operation, externalId)).not.toThrow();
  });
});

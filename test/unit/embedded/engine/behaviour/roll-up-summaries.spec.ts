import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const update = (object: string, id: string, values: Record<string, unknown>): void =>
  engine.records.update(engine.object(object), id, values, engine.user);

beforeEach(() => {
  const of = { of: 'Invoice__c', by: 'Account__c' };
  engine = createRecordEngine(undefined, undefined, {
    rollUps: {
      Account: {
        Invoices__c: { ...of, summarize: 'COUNT' },
        Paid__c: { ...of, summarize: 'SUM', field: 'Amount__c', where: "Status__c = 'Paid'" },
        First__c: { ...of, summarize: 'MIN', field: 'Day__c' },
        Greatest__c: { ...of, summarize: 'MAX', field: 'Amount__c' },
      },
      Invoice__c: {
        Amount__c: { of: 'Line__c', by: 'Invoice__c', summarize: 'SUM', field: 'Price__c' },
      },
    },
  });
  const master = { cascadeDelete: true, nillable: false };
  engine.catalog.define({
    ...customObject('Account', [
      customField('Invoices__c', 'double', { precision: 18, scale: 0 }),
      customField('Paid__c', 'currency'),
      customField('First__c', 'date'),
      customField('Greatest__c', 'currency'),
    ]),
    custom: false,
  });
  engine.catalog.define(
    customObject('Invoice__c', [
      customField('Account__c', 'reference', {
        ...master,
        referenceTo: ['Account'],
        relationshipName: 'Account__r',
      }),
      customField('Amount__c', 'currency'),
      customField('Status__c', 'string'),
      customField('Day__c', 'date'),
    ]),
  );
  engine.catalog.define(
    customObject('Line__c', [
      customField('Invoice__c', 'reference', {
        ...master,
        referenceTo: ['Invoice__c'],
        relationshipName: 'Invoice__r',
      }),
      customField('Price__c', 'currency'),
    ]),
  );
});

afterEach(() => engine.database.close());

const summary = (id: string): unknown[] =>
  Object.values(
    engine.records.read(engine.object('Account'), id, ['Invoices__c', 'Paid__c', 'First__c', 'Greatest__c']),
  );

describe('RollUpSummaries', () => {
  it('begin at zero, or with nothing', () => {
    expect(summary(insert('Account', { Name: 'x' }))).toEqual([0, 0, null, null]);
  });

  it('follow the children, and the children of those', () => {
    const account = insert('Account', { Name: 'x' });
    const first = insert('Invoice__c', { Account__c: account, Status__c: 'Paid', Day__c: '2026-02-01' });
    insert('Invoice__c', { Account__c: account, Status__c: 'Open', Day__c: '2026-01-01' });
    expect(summary(account)).toEqual([2, 0, '2026-01-01', 0]);
    const line = insert('Line__c', { Invoice__c: first, Price__c: 10.5 });
    insert('Line__c', { Invoice__c: first, Price__c: 4.5 });
    expect(summary(account)).toEqual([2, 15, '2026-01-01', 15]);
    update('Line__c', line, { Price__c: 1.5 });
    expect(summary(account)).toEqual([2, 6, '2026-01-01', 6]);
    update('Invoice__c', first, { Status__c: 'Open' });
    expect(summary(account)).toEqual([2, 0, '2026-01-01', 6]);
  });

  it('follow deletions, and their undoing', () => {
    const account = insert('Account', { Name: 'x' });
    const invoice = insert('Invoice__c', { Account__c: account, Status__c: 'Paid', Day__c: '2026-02-01' });
    const line = insert('Line__c', { Invoice__c: invoice, Price__c: 7 });
    engine.records.delete(engine.object('Line__c'), line, engine.user);
    expect(summary(account)).toEqual([1, 0, '2026-02-01', 0]);
    engine.records.undelete(engine.object('Line__c'), line, engine.user);
    expect(summary(account)).toEqual([1, 7, '2026-02-01', 7]);
    engine.records.delete(engine.object('Invoice__c'), invoice, engine.user);
    expect(summary(account)).toEqual([0, 0, null, null]);
  });

  it('are undone with the write that they followed', () => {
    const account = insert('Account', { Name: 'x' });
    expect(() =>
      engine.database.transaction(() => {
        insert('Invoice__c', { Account__c: account });
        insert('Invoice__c', {});
      }),
    ).toThrow('Required fields are missing: [Account__c]');
    expect(summary(account)).toEqual([0, 0, null, null]);
  });

  it('cannot be written', () => {
    const refusal = refusalOf(() => insert('Account', { Name: 'x', Paid__c: 5 }));
    expect([refusal.errorCode, refusal.fields]).toEqual(['INVALID_FIELD_FOR_INSERT_UPDATE', ['Paid__c']]);
  });

  it('say what is wrong with their own making', () => {
    const broken = createRecordEngine(undefined, undefined, {
      rollUps: {
        Account: { Site: { of: 'Contact', by: 'AccountId', summarize: 'SUM', field: 'Nothing__c' } },
      },
    });
    const account = broken.records.insert(broken.object('Account'), { Name: 'x' }, broken.user);
    expect(() =>
      broken.records.insert(broken.object('Contact'), { LastName: 'y', AccountId: account }, broken.user),
    ).toThrow(/^The roll-up summary Account\.Site cannot be computed: /);
    broken.database.close();
  });
});

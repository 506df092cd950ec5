import { afterEach, describe, expect, it } from '@jest/globals';
import type { FormulaOptions } from '../../../../../lib/embedded/engine/formula/org-formulas.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { queryValues } from '../../../../support/query-values.js';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

afterEach(() => engine.database.close());

function start(
  formulas: FormulaOptions,
  account: FieldDefinition[] = [],
  contact: FieldDefinition[] = [],
): void {
  engine = createRecordEngine(undefined, undefined, { formulas });
  const extend = (name: string, fields: FieldDefinition[]) =>
    engine.catalog.define({ ...customObject(name, fields), custom: false });
  extend('Account', account);
  extend('Contact', contact);
}

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const read = (object: string, id: string, ...fields: string[]): unknown[] =>
  Object.values(engine.records.read(engine.object(object), id, fields));
const query = (soql: string): unknown[][] => queryValues(engine, soql);

const calculated = { calculated: true, createable: false, updateable: false } as const;

describe('A formula field', () => {
  it('is computed when a record is read, from the record and its parents', () => {
    start(
      {
        Contact: {
          Greeting__c: '"Dear " & FirstName & " of " & Account.Name',
          City__c: 'Account.Owner.Name',
        },
      },
      [],
      [customField('Greeting__c', 'string'), customField('City__c', 'string')],
    );
    const account = insert('Account', { Name: 'Acme' });
    const id = insert('Contact', { FirstName: 'Jane', LastName: 'Doe', AccountId: account });
    expect(read('Contact', id, 'Greeting__c', 'City__c')).toEqual(['Dear Jane of Acme', 'Ada Admin']);
    engine.records.update(engine.object('Account'), account, { Name: 'Burlington' }, engine.user);
    expect(read('Contact', id, 'Greeting__c')).toEqual(['Dear Jane of Burlington']);
    expect(read('Contact', insert('Contact', { LastName: 'x' }), 'Greeting__c')).toEqual(['Dear  of ']);
  });

  it('stands in every clause of a query, and behind a parent', () => {
    start({ Account: { Doubled__c: 'AnnualRevenue * 2' } }, [
      customField('Doubled__c', 'currency', {
        scale: 2,
        filterable: true,
        sortable: true,
        aggregatable: true,
      }),
    ]);
    for (const [Name, AnnualRevenue] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
      ['d', null],
    ] as const) {
      const AccountId = insert('Account', { Name, AnnualRevenue });
      insert('Contact', { LastName: Name, AccountId });
    }
    expect(
      query('SELECT Name, Doubled__c FROM Account WHERE Doubled__c >= 4 ORDER BY Doubled__c DESC'),
    ).toEqual([
      ['b', 6],
      ['c', 4],
    ]);
    expect(query('SELECT SUM(Doubled__c), MAX(Doubled__c) FROM Account')).toEqual([[12, 6]]);
    expect(query('SELECT LastName FROM Contact WHERE Account.Doubled__c = 2')).toEqual([['a']]);
    expect(query("SELECT Account.Doubled__c FROM Contact WHERE LastName = 'c'")).toMatchObject([
      [{ Doubled__c: 4 }],
    ]);
  });

  it('can be one of the definition, where the org knows its functions', () => {
    start({}, [
      customField('Initial__c', 'string', { ...calculated, calculatedFormula: 'LEFT(Name, 1)' }),
      customField('Link__c', 'string', { ...calculated, calculatedFormula: 'HYPERLINK("/" & Id, Name)' }),
      customField('Days__c', 'double', {
        ...calculated,
        calculatedFormula: 'NumberOfEmployees + 1',
        formulaTreatNullNumberAsZero: false,
      }),
    ]);
    const id = insert('Account', { Name: 'Acme' });
    expect(read('Account', id, 'Initial__c', 'Link__c', 'Days__c')).toEqual(['A', null, null]);
  });

  it('can be a function of the record as the API gives it', () => {
    start(
      {
        Account: {
          Score__c: (account) => (account['Rating'] === 'Hot' ? 10 : account['Name']?.toString().length),
        },
      },
      [customField('Score__c', 'double', { scale: 0, filterable: true })],
    );
    insert('Account', { Name: 'Hot one', Rating: 'Hot' });
    insert('Account', { Name: 'abc' });
    expect(query('SELECT Name FROM Account WHERE Score__c = 10')).toEqual([['Hot one']]);
    expect(query('SELECT Score__c FROM Account ORDER BY Name')).toEqual([[3], [10]]);
  });

  it('may use another one, but not itself', () => {
    start({ Account: { One__c: 'LEN(Name)', Two__c: 'One__c * 2', Loop__c: 'Loop__c + 1' } }, [
      customField('One__c', 'double', { scale: 0 }),
      customField('Two__c', 'double', { scale: 0 }),
      customField('Loop__c', 'double', { scale: 0 }),
    ]);
    expect(read('Account', insert('Account', { Name: 'abc' }), 'Two__c', 'Loop__c')).toEqual([6, 1]);
  });

  it('has the type and the scale of its field', () => {
    start(
      {
        Account: {
          Third__c: '1 / 3',
          Big__c: 'NumberOfEmployees > 100',
          Due__c: 'DATEVALUE(CreatedDate) + 30',
          Moment__c: () => new Date('2026-03-04T05:06:07.890Z'),
        },
      },
      [
        customField('Third__c', 'double', { scale: 3 }),
        customField('Big__c', 'boolean'),
        customField('Due__c', 'date'),
        customField('Moment__c', 'datetime'),
      ],
    );
    const id = insert('Account', { Name: 'x', NumberOfEmployees: 101 });
    expect(read('Account', id, 'Third__c', 'Big__c', 'Due__c', 'Moment__c')).toEqual([
      0.333,
      true,
      '2026-02-01',
      '2026-03-04T05:06:07.000+0000',
    ]);
  });

  it('cannot be written', () => {
    start({ Account: { Score__c: '1' } }, [customField('Score__c', 'double')]);
    expect(refusalOf(() => insert('Account', { Name: 'x', Score__c: 5 })).errorCode).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
  });

  it('computes with what the user does not see', () => {
    engine = createRecordEngine(undefined, undefined, {
      formulas: { Account: { Rich__c: 'AnnualRevenue > 10' } },
      permissions: { 'ada@example.com': { fields: { 'Account.AnnualRevenue': 'none' } } },
    });
    engine.catalog.define({ ...customObject('Account', [customField('Rich__c', 'boolean')]), custom: false });
    engine.permissions.assign('ada@example.com', undefined);
    insert('Account', { Name: 'x', AnnualRevenue: 11 });
    engine.permissions.assign('ada@example.com', { fields: { 'Account.AnnualRevenue': 'none' } });
    expect(query('SELECT Rich__c FROM Account')).toEqual([[true]]);
  });

  it('says which field it has no use for', () => {
    start({ Account: { X__c: 'Nothing__c + 1' } }, [customField('X__c', 'double')]);
    const id = insert('Account', { Name: 'x' });
    expect(() => read('Account', id, 'X__c')).toThrow(
      'The formula of account.x__c cannot be used: Field Nothing__c does not exist. Check spelling.',
    );
  });

  it('says at once what is wrong with it', () => {
    engine = createRecordEngine();
    expect(() =>
      createRecordEngine(undefined, undefined, { formulas: { Account: { X__c: '1 +' } } }),
    ).toThrow('The formula of Account.X__c cannot be used: Syntax error. Found the end in the formula 1 +');
  });

  it('names price book entries after their products', () => {
    start({});
    const product = insert('Product2', { Name: 'Soap', ProductCode: 'S1' });
    const prices = { Pricebook2Id: '01sEm0000000001IAA', Product2Id: product, UnitPrice: 2, IsActive: true };
    const id = insert('PricebookEntry', prices);
    expect(read('PricebookEntry', id, 'Name', 'ProductCode')).toEqual(['Soap', 'S1']);
    expect(
      query(
        "SELECT ProductCode, SUM(UnitPrice) FROM PricebookEntry WHERE Name LIKE 'so%' GROUP BY ProductCode",
      ),
    ).toEqual([['S1', 2]]);
  });
});

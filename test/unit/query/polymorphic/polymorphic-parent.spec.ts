import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { compileHydrator } from '../../../../lib/hydration/record-hydrator.js';
import { buildFindQuery, type UntypedFindOptions } from '../../../../lib/query/find/find-query.builder.js';
import type { OrderBy } from '../../../../lib/query/order-by/order-by.type.js';
import type { Select } from '../../../../lib/query/select/select.type.js';
import type { Where } from '../../../../lib/query/where/where.type.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, Contact, Lead, metadataOf, Opportunity, Task } from '../query-entities.js';
import { NO_CONTENT } from '../../../support/no-content.js';

const task = metadataOf(Task);

const soqlOf = (options: UntypedFindOptions) => printSoql(buildFindQuery(task, options).query);

function hydrate(select: Select<Task>, record: Record<string, unknown>): Task {
  const { shape } = buildFindQuery(task, { select });
  return compileHydrator(shape)({ attributes: { type: 'Task' }, ...record }, NO_CONTENT) as Task;
}

describe('polymorphic parents', () => {
  it.each<[Select<Task>, string]>([
    [
      {
        what: {
          Account: { industry: true },
          Opportunity: { amount: true, owner: { name: true } },
          else: { name: true },
        },
      },
      'SELECT Id, TYPEOF What WHEN Account THEN Id, Industry WHEN Opportunity THEN Id, Amount, Owner.Id, Owner.Name ELSE Id, Name END FROM Task',
    ],
    [
      { subject: true, what: { Opportunity: { name: true } } },
      'SELECT Id, Subject, TYPEOF What WHEN Opportunity THEN Id, Name END FROM Task',
    ],
    [{ what: { else: { name: true, type: true } } }, 'SELECT Id, What.Id, What.Name, What.Type FROM Task'],
    [
      { contact: { email: true }, lead: { company: true } },
      'SELECT Id, TYPEOF Who WHEN Contact THEN Id, Email WHEN Lead THEN Id, Company END FROM Task',
    ],
    [{ lead: { company: true } }, 'SELECT Id, TYPEOF Who WHEN Lead THEN Id, Company END FROM Task'],
  ])('are read by TYPEOF: %p', (select, soql) => {
    expect(soqlOf({ select })).toBe(soql);
    expect(printSoql(parseSoql(soql))).toBe(soql);
  });

  it('reads all fields of every kind', () => {
    expect(soqlOf({ select: { what: true } })).toMatch(
      /^SELECT Id, TYPEOF What WHEN Account THEN Id, Name, .* WHEN Opportunity THEN Id, Name, Amount, .* END FROM Task$/,
    );
  });

  it('become instances of their class that say which kind they are', () => {
    const select = { what: { Account: { name: true }, Opportunity: { amount: true } } } as const;
    const account = hydrate(select, {
      Id: '00T',
      What: { attributes: { type: 'Account' }, Id: '001', Name: 'Acme' },
    });
    expect(account.what).toBeInstanceOf(Account);
    expect({ ...account.what }).toEqual({ $type: 'Account', id: '001', name: 'Acme' });
    const deal = hydrate(select, {
      Id: '00T',
      What: { attributes: { type: 'Opportunity' }, Id: '006', Amount: 5 },
    });
    expect(deal.what).toBeInstanceOf(Opportunity);
    expect({ ...deal.what }).toEqual({ $type: 'Opportunity', id: '006', amount: 5 });
  });

  it('are null where there is none, and where their kind was not selected', () => {
    const select = { what: { Account: { name: true } } } as const;
    expect(hydrate(select, { Id: '00T', What: null })).toEqual({ id: '00T', what: null });
    const other = hydrate(select, { Id: '00T', What: { attributes: { type: 'Opportunity' } } });
    expect(other).toEqual({ id: '00T', what: null });
  });

  it('become plain objects of what all kinds have, where else reads them', () => {
    const record = { Id: '00T', What: { attributes: { type: 'Case' }, Id: '500', Name: '00001' } };
    const { what } = hydrate({ what: { Account: { name: true }, else: { name: true } } }, record);
    expect(what).toEqual({ $type: 'else', id: '500', name: '00001' });
    expect(Object.getPrototypeOf(what)).toBe(Object.prototype);
  });

  it('fill the property of their kind, where several share a foreign key', () => {
    const select = { contact: { email: true }, lead: { company: true } } as const;
    const read = hydrate(select, {
      Id: '00T',
      Who: { attributes: { type: 'Lead' }, Id: '00Q', Company: 'Acme' },
    });
    expect(read).toEqual({ id: '00T', contact: null, lead: { id: '00Q', company: 'Acme' } });
    expect(read.lead).toBeInstanceOf(Lead);
    const other = hydrate(select, {
      Id: '00T',
      Who: { attributes: { type: 'Contact' }, Id: '003', Email: null },
    });
    expect(other.contact).toBeInstanceOf(Contact);
    expect(other.lead).toBeNull();
  });

  it.each<[Where<Task>, string]>([
    [{ what: { type: 'Account' } }, "What.Type = 'Account'"],
    [{ what: { type: { in: ['Account', 'Opportunity'] } } }, "What.Type IN ('Account', 'Opportunity')"],
    [
      { what: { type: { not: 'Account' }, name: { startsWith: 'A' } } },
      "What.Type != 'Account' AND What.Name LIKE 'A%'",
    ],
    [{ OR: [{ what: { type: 'Account' } }, { whatId: null }] }, "What.Type = 'Account' OR WhatId = null"],
    [{ lead: { lastName: 'Ada' } }, "Who.Type = 'Lead' AND Who.LastName = 'Ada'"],
  ])('take conditions: %p', (where, soql) => {
    expect(soqlOf({ select: { id: true }, where })).toBe(`SELECT Id FROM Task WHERE ${soql}`);
  });

  it.each<[OrderBy<Task>, string]>([
    [{ what: { name: 'asc' } }, 'What.Name ASC'],
    [{ what: { type: { direction: 'desc', nulls: 'last' } } }, 'What.Type DESC NULLS LAST'],
    [{ lead: { lastName: 'asc' } }, 'Who.LastName ASC'],
  ])('order records: %p', (orderBy, soql) => {
    expect(soqlOf({ select: { id: true }, orderBy })).toBe(`SELECT Id FROM Task ORDER BY ${soql}`);
  });

  it.each<[string, UntypedFindOptions, string]>([
    [
      'an unknown kind',
      { select: { what: { Case: true } } },
      "Task.what takes no 'Case', only Account, Opportunity, else.",
    ],
    [
      'an unknown field of a kind',
      { select: { what: { Account: { nmae: true } } } },
      'Task.what.Account.nmae is not mapped',
    ],
    ['no kind', { select: { what: {} } }, 'Task.what: the selection is empty.'],
    ['false', { select: { what: false } }, 'Task.what takes an object of Account, Opportunity, else.'],
    [
      'an unknown common field',
      { select: { what: { else: { amount: true } } } },
      'Task.what.else.amount is not mapped',
    ],
    [
      'children of a kind',
      { select: { what: { Account: { contacts: true } } } },
      'Task.what.Account: of a parent that may be of several kinds only plain fields are read',
    ],
    [
      'a label of a kind',
      { select: { what: { Account: { industry: 'label' } } } },
      'Task.what.Account: of a parent that may be of several kinds only plain fields are read',
    ],
    [
      'a condition on an unknown kind',
      { where: { what: { type: 'Case' } } },
      'Task.what.type is one of Account, Opportunity.',
    ],
    [
      'a condition on a field of one kind',
      { where: { what: { amount: 5 } } },
      'Task.what.amount is not mapped',
    ],
    [
      'a condition on a field that not all kinds have',
      { where: { lead: { company: 'Acme' } } },
      'Task.lead.company: a condition on a parent that may be of several kinds reaches what all of them have',
    ],
    [
      'an order by a field that not all kinds have',
      { orderBy: { lead: { company: 'asc' } } },
      'Task.lead.company: an order by a parent that may be of several kinds reaches what all of them have',
    ],
    [
      'a function beside TYPEOF within a kind',
      { select: { what: { Opportunity: { amount: 'formatted' } } } },
      'Task.what.Opportunity:',
    ],
  ])('refuse %s', (_, options, message) => {
    expect(() => soqlOf(options)).toThrow(InvalidQueryException);
    expect(() => soqlOf(options)).toThrow(message);
  });
});

import { describe, expect, it } from '@jest/globals';
import { CompletionCatalog } from '../../../../../lib/cli/query/completion/completion-catalog.js';
import { QueryCompleter } from '../../../../../lib/cli/query/completion/query-completer.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../../lib/schema/sobject-definition.interface.js';
import { DefinitionSource } from '../../../../../lib/schema/source/definition-source.js';

const field = (
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  name,
  label: name,
  type,
  filterable: true,
  sortable: true,
  groupable: true,
  aggregatable: true,
  ...more,
});

const reference = (name: string, relationshipName: string, ...referenceTo: string[]): FieldDefinition =>
  field(name, 'reference', { relationshipName, referenceTo });

const picklist = (name: string, ...values: string[]): FieldDefinition =>
  field(name, 'picklist', { picklistValues: values.map((value) => ({ value, label: value })) });

const object = (
  name: string,
  fields: readonly FieldDefinition[],
  more: Partial<SObjectDefinition> = {},
): SObjectDefinition => ({
  name,
  label: name,
  labelPlural: `${name}s`,
  keyPrefix: null,
  custom: false,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields,
  ...more,
});

const completer = new QueryCompleter(
  new CompletionCatalog(
    new DefinitionSource(
      [
        object(
          'Account',
          [
            field('Id', 'id'),
            field('Name', 'string'),
            field('AnnualRevenue', 'currency', { nillable: true }),
            field('Description', 'textarea', { filterable: false, sortable: false, groupable: false }),
            field('IsDeleted', 'boolean'),
            field('Tiers__c', 'multipicklist', {
              picklistValues: [
                { value: "King's", label: "King's" },
                { value: 'Old', label: 'Old', active: false },
              ],
            }),
            reference('OwnerId', 'Owner', 'User'),
            reference('RecordTypeId', 'RecordType', 'RecordType'),
          ],
          {
            childRelationships: [
              { childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' },
              { childSObject: 'Opportunity', field: 'AccountId', relationshipName: 'Opportunities' },
              { childSObject: 'Task', field: 'AccountId', relationshipName: null },
            ],
            recordTypes: [
              { developerName: 'Partner', name: 'Business partner' },
              { developerName: 'Master', name: 'Master', master: true },
            ],
            supportedScopes: [{ name: 'mine', label: 'My accounts' }],
          },
        ),
        object('Contact', [
          field('Id', 'id'),
          field('LastName', 'string'),
          field('CreatedDate', 'datetime'),
          field('Birthdate', 'date', { nillable: true }),
          reference('AccountId', 'Account', 'Account'),
        ]),
        object('Opportunity', [
          field('Id', 'id'),
          field('Amount', 'currency'),
          field('CloseDate', 'date'),
          picklist('StageName', 'Prospecting', 'Closed Won', 'Closed Lost'),
          reference('AccountId', 'Account', 'Account'),
        ]),
        object('Task', [
          field('Id', 'id'),
          field('Subject', 'string'),
          reference('WhatId', 'What', 'Account', 'Opportunity'),
        ]),
        object('User', [
          field('Id', 'id'),
          field('Name', 'string'),
          reference('ManagerId', 'Manager', 'User'),
        ]),
        object('Name', [field('Name', 'string'), field('Type', 'string')]),
        object('Group', [field('Id', 'id'), field('DeveloperName', 'string')]),
        object('AccountFeed', [field('Id', 'id')], { queryable: false }),
      ],
      'the test',
    ),
  ),
);

const refuse = () => Promise.reject(new TypeError('offline'));

/** @param text with a bar where somebody is writing */
async function complete(text: string): Promise<readonly string[]> {
  const cursor = text.indexOf('|');
  const { candidates } = await completer.complete(text.replace('|', ''), cursor);
  return candidates;
}

const AFTER_FROM = [
  'USING SCOPE',
  'WHERE',
  'WITH',
  'GROUP BY',
  'ORDER BY',
  'LIMIT',
  'OFFSET',
  'FOR REFERENCE',
  'FOR UPDATE',
  'FOR VIEW',
  'UPDATE TRACKING',
  'UPDATE VIEWSTAT',
  'ALL ROWS',
];
const AFTER_SEARCH = ['LIMIT', 'UPDATE TRACKING', 'UPDATE VIEWSTAT', 'WITH'];
const AFTER_WHERE = AFTER_FROM.slice(2);
const AFTER_ORDER = AFTER_FROM.slice(5);

describe('QueryCompleter', () => {
  it.each<[string, string[]]>([
    ['|', ['SELECT', 'FIND {']],
    ['  |', ['SELECT', 'FIND {']],
    ['SEL|', ['SELECT']],
    ['sel|', ['select']],
    ['Sel|', ['SELECT']],
    ['xyz|', []],
  ])('starts a query: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['SELECT Id FROM |', ['Account', 'Contact', 'Opportunity', 'Task', 'User', 'Name', 'Group']],
    ['SELECT Id FROM acc|', ['Account']],
    ['SELECT Id FROM g|', ['Group']],
    ['SELECT Id F|', ['FROM']],
    ['SELECT Id f|', ['from']],
    ['SELECT Id, (SELECT Id FROM | FROM Account', ['Contacts', 'Opportunities']],
    ['SELECT Id, (SELECT Id FROM |) FROM Account', ['Contacts', 'Opportunities']],
    ['SELECT Id, (SELECT Id FROM con|) FROM Account', ['Contacts']],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM c|', ['Contact']],
    ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM con|', ['Contact']],
    ['FIND {O\'Brien "x} RETURNING Acc|', ['Account']],
    ['FIND {x} RETURNING Account(Id), Op|', ['Opportunity']],
  ])('names objects and child relationships: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['SELECT A| FROM Account', ['AnnualRevenue', 'AVG(']],
    ['SELECT Id, an| FROM Account', ['AnnualRevenue']],
    ['SELECT Id, O| FROM Account', ['Owner.', 'OwnerId']],
    ['SELECT Owner.| FROM Account', ['Id', 'Manager.', 'ManagerId', 'Name']],
    ['SELECT Owner.Manager.Na| FROM Account', ['Name']],
    ['SELECT owner.man|ager.Name FROM Account', ['Manager.', 'ManagerId']],
    ['SELECT a.Own| FROM Account a', ['Owner.', 'OwnerId']],
    ['SELECT a.Owner.| FROM Account AS a', ['Id', 'Manager.', 'ManagerId', 'Name']],
    ['SELECT Account.Own| FROM Account', ['Owner.', 'OwnerId']],
    ['SELECT o.| FROM Contact c, c.Account.Owner o', ['Id', 'Manager.', 'ManagerId', 'Name']],
    ['SELECT What.| FROM Task', ['Name', 'Type']],
    ['SELECT Id, (SELECT L| FROM Contacts) FROM Account', ['LastName']],
    ['SELECT Id, (SELECT Account.Own| FROM Contacts) FROM Account', ['Owner.', 'OwnerId']],
    ['SELECT Id, (SELECT Id FROM Contacts WHERE L|) FROM Account', ['LastName']],
    ['SELECT Id FROM Account WHERE Id IN (SELECT Acc| FROM Contact)', ['Account.', 'AccountId']],
    ['SELECT DeveloperN| FROM Group', ['DeveloperName']],
    ['SELECT Id FROM Account WHERE des|', []],
    ['SELECT des| FROM Account', ['Description']],
    ['SELECT Id FROM Account ORDER BY an|', ['AnnualRevenue']],
    ['SELECT Id FROM Account ORDER BY Name DESC, an|', ['AnnualRevenue']],
    ['SELECT COUNT(Id) FROM Account GROUP BY I|', ['Id', 'IsDeleted']],
    ["SELECT Id FROM Account WHERE (Name = 'x' OR is|", ['IsDeleted']],
    ["SELECT Id FROM Account WHERE Name = 'a b' AND is|", ['IsDeleted']],
    ['SELECT Id FROM Account WHERE NOT is|', ['IsDeleted']],
    ['FIND {x} RETURNING Account(Id, AN|', ['AnnualRevenue']],
    ['FIND {x} RETURNING Contact(Id WHERE La|), Account', ['LastName']],
    ['SELECT X| FROM Nothing', []],
    ['SELECT Name.| FROM Account', []],
  ])('names fields and parents: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['SELECT SUM(| FROM Opportunity', ['Account.', 'Amount']],
    ['SELECT COUNT(Id), sum(a| FROM Opportunity', ['Account.', 'Amount']],
    ['SELECT CALENDAR_YEAR(| FROM Opportunity', ['Account.', 'CloseDate', 'convertTimezone(']],
    ['SELECT HOUR_IN_DAY(c| FROM Contact', ['CreatedDate', 'converttimezone(']],
    ['SELECT HOUR_IN_DAY(convertTimezone(| FROM Contact', ['Account.', 'CreatedDate']],
    ['SELECT toLabel(| FROM Opportunity', ['Account.', 'StageName']],
    ['SELECT FIELDS(| FROM Opportunity', ['ALL', 'CUSTOM', 'STANDARD']],
    ['SELECT FORMAT(con| FROM Opportunity', ['convertcurrency(']],
    ['SELECT COU| FROM Opportunity', ['COUNT(', 'COUNT_DISTINCT(']],
    ['SELECT SUM(Amount) | FROM Opportunity', []],
    ['SELECT (|', ['SELECT']],
    ['SELECT Id, (s|', ['select']],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY r|', ['rollup(']],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY ROLLUP(S|', ['StageName']],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(Cl|', ['CloseDate']],
    ['SELECT Id FROM Account WHERE DISTANCE(Place__c, |', ['GEOLOCATION(']],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY StageName HAVING M|', ['MAX(', 'MIN(']],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY StageName HAVING SUM(|', ['Account.', 'Amount']],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY SUM(|', ['Account.', 'Amount']],
  ])('knows functions and what they take: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['SELECT TYPEOF | FROM Task', ['What']],
    ['SELECT TYPEOF What | FROM Task', ['WHEN']],
    ['SELECT TYPEOF What WHEN | FROM Task', ['Account', 'Opportunity']],
    ['SELECT TYPEOF What WHEN Account | FROM Task', ['THEN']],
    ['SELECT TYPEOF What WHEN Account THEN an| FROM Task', ['AnnualRevenue']],
    ['SELECT TYPEOF What WHEN Account THEN Name, an| FROM Task', ['AnnualRevenue']],
    ['SELECT TYPEOF What WHEN Account THEN Owner.Ma| FROM Task', ['Manager.', 'ManagerId']],
    ['SELECT TYPEOF What WHEN Account THEN Name | FROM Task', ['WHEN', 'ELSE', 'END']],
    ['SELECT TYPEOF What WHEN Account THEN Name ELSE | FROM Task', ['Name', 'Type']],
    ['SELECT TYPEOF What WHEN Account THEN Name END, su| FROM Task', ['Subject', 'sum(']],
  ])('completes TYPEOF: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      'SELECT Id FROM Opportunity WHERE StageName |',
      ['=', '!=', '<', '<=', '>', '>=', 'IN', 'NOT IN', 'LIKE'],
    ],
    ['SELECT Id FROM Account WHERE Tiers__c |', ['=', '!=', 'INCLUDES', 'EXCLUDES']],
    ['SELECT Id FROM Account WHERE IsDeleted |', ['=', '!=']],
    ['SELECT Id FROM Account WHERE Id n|', ['not in']],
    ['SELECT Id FROM Account WHERE Id NOT |', ['IN']],
    ['SELECT Id FROM Account WHERE Id IN |', ['(']],
    ['SELECT Id FROM Opportunity WHERE StageName = |', ["'Prospecting'", "'Closed Won'", "'Closed Lost'"]],
    ["SELECT Id FROM Opportunity WHERE StageName = '|", ["'Prospecting'", "'Closed Won'", "'Closed Lost'"]],
    ["SELECT Id FROM Opportunity WHERE StageName = 'Closed L|", ["'Closed Lost'"]],
    ["SELECT Id FROM Opportunity WHERE StageName = 'closed w|' LIMIT 1", ["'Closed Won'"]],
    [
      "SELECT Id FROM Opportunity WHERE StageName IN ('Closed Won', '|",
      ["'Prospecting'", "'Closed Won'", "'Closed Lost'"],
    ],
    ['SELECT Id FROM Opportunity WHERE StageName IN (S|', ['SELECT']],
    ['SELECT Id FROM Account WHERE Tiers__c INCLUDES (|', ["'King\\'s'"]],
    ['SELECT Id FROM Account WHERE IsDeleted = |', ['TRUE', 'FALSE']],
    ['SELECT Id FROM Account WHERE IsDeleted = t|', ['true']],
    ['SELECT Id FROM Account WHERE AnnualRevenue != |', ['NULL']],
    ['SELECT Id FROM Account WHERE AnnualRevenue > |', []],
    ['SELECT Id FROM Contact WHERE CreatedDate = LAST_N_M|', ['LAST_N_MONTHS:']],
    ['SELECT Id FROM Contact WHERE Birthdate < tod|', ['today']],
    ['SELECT Id FROM Contact WHERE CreatedDate = LAST_N_DAYS:|', []],
    ['SELECT Id FROM Account WHERE RecordType.DeveloperName = |', ["'Partner'"]],
    ['SELECT Id FROM Contact WHERE Account.RecordType.Name = |', ["'Business partner'"]],
    ['SELECT Id FROM Contact c WHERE c.Account.Tiers__c INCLUDES (|', ["'King\\'s'"]],
    ['SELECT Id FROM Opportunity WHERE StageName LIKE |', []],
  ])('knows operators and values: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['SELECT Id FROM Account |', AFTER_FROM],
    ['SELECT Id FROM Account a |', AFTER_FROM],
    ["SELECT Id FROM Account WHERE Name = 'x' |", ['AND', 'OR', ...AFTER_WHERE]],
    ["SELECT Id FROM Account WHERE Name = 'x' OR Id = 'y' |", ['OR', ...AFTER_WHERE]],
    ["SELECT Id FROM Account WHERE (Name = 'x' |", ['AND', 'OR']],
    ["SELECT Id FROM Account WHERE (Name = 'x') |", ['AND', 'OR', ...AFTER_WHERE]],
    ["SELECT Id FROM Account WHERE Name IN ('x') |", ['AND', 'OR', ...AFTER_WHERE]],
    [
      'SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact) |',
      ['AND', 'OR', ...AFTER_WHERE],
    ],
    ['SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = 2026 |', ['AND', 'OR', ...AFTER_WHERE]],
    ['SELECT Id FROM Contact WHERE CreatedDate = LAST_N_DAYS:30 |', ['AND', 'OR', ...AFTER_WHERE]],
    ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact |', ['WHERE']],
    ['SELECT Id, (SELECT Id FROM Contacts |', ['WHERE', 'ORDER BY', 'LIMIT']],
    ['SELECT Id FROM Account GROUP |', ['BY']],
    ['SELECT COUNT(Id) FROM Account GROUP BY Name |', ['HAVING', ...AFTER_FROM.slice(4)]],
    ['SELECT Id FROM Account ORDER BY Name |', ['ASC', 'DESC', 'NULLS FIRST', 'NULLS LAST', ...AFTER_ORDER]],
    ['SELECT Id FROM Account ORDER BY Name DESC |', ['NULLS FIRST', 'NULLS LAST', ...AFTER_ORDER]],
    ['SELECT Id FROM Account ORDER BY Name NULLS |', ['FIRST', 'LAST']],
    ['SELECT Id FROM Account ORDER BY Name NULLS LAST |', AFTER_ORDER],
    ['SELECT Id FROM Account USING |', ['SCOPE']],
    ['SELECT Id FROM Account USING SCOPE |', ['mine']],
    ['SELECT Id FROM Contact USING SCOPE m|', ['mine', 'mine_and_my_groups', 'my_territory']],
    ['SELECT Id FROM Account WITH |', ['DATA CATEGORY', 'SECURITY_ENFORCED', 'SYSTEM_MODE', 'USER_MODE']],
    ['SELECT Id FROM Account LIMIT |', []],
    ['SELECT Id FROM Account LIMIT 10 |', AFTER_FROM.slice(6)],
    ['SELECT Id FROM Account FOR |', ['REFERENCE', 'UPDATE', 'VIEW']],
    ['SELECT Id FROM Account ALL |', ['ROWS']],
    ['SELECT Id FROM Account l|', ['limit']],
    ['FIND {|', []],
    ['FIND {x} |', ['IN', 'RETURNING', 'USING ADVANCED SEARCH', ...AFTER_SEARCH]],
    ['FIND {x} IN |', ['ALL', 'EMAIL', 'NAME', 'PHONE', 'SIDEBAR']],
    ['FIND {x} IN NAME |', ['FIELDS']],
    ['FIND {x} IN NAME FIELDS |', ['RETURNING', ...AFTER_SEARCH]],
    ['FIND {x} IN NAME FIELDS RETURNING Account(Id |', ['USING', 'WHERE', 'ORDER BY', 'LIMIT', 'OFFSET']],
    ['FIND {x} IN NAME FIELDS RETURNING Account(Id) |', AFTER_SEARCH],
    ['FIND {x} LIMIT 3 |', ['UPDATE TRACKING', 'UPDATE VIEWSTAT']],
    ['FIND {x} UPDATE |', ['TRACKING', 'VIEWSTAT']],
    ['FIND {x} WITH s|', ['snippet', 'spell_correction =', 'system_mode']],
    ['FIND {x} WITH NETWORK |', ['=', 'IN']],
    ['FIND {x} WITH SPELL_CORRECTION = |', ['TRUE', 'FALSE']],
    ['SELECT Id FROM Account WITH DATA |', ['CATEGORY']],
    ['SELECT Id FROM Account WITH DATA CATEGORY |', []],
    ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c |', ['ABOVE', 'ABOVE_OR_BELOW', 'AT', 'BELOW']],
    ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT (|', []],
    ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c A|', ['AND', 'ALL ROWS']],
    ['SELECT Id FROM Account FOR VIEW, |', ['REFERENCE', 'UPDATE', 'VIEW']],
  ])('knows which clause may come: %s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it('tells what the candidates stand in place of', async () => {
    expect(await completer.complete('SELECT Owner.Na', 15)).toMatchObject({ typed: 'Na' });
    const text = "SELECT Id FROM Opportunity WHERE StageName = 'Closed W";
    expect(await completer.complete(text, text.length)).toEqual({
      candidates: ["'Closed Won'"],
      typed: "'Closed W",
    });
  });

  it.each([
    "SELECT 'x",
    'SELECT ((((',
    ')))) FROM',
    'SELECT Id FROM Account WHERE )',
    '😀 SELECT',
    "''''",
    ', , ,',
    'x'.repeat(100_001),
  ])('takes any text: %s', async (text) => {
    await expect(complete(`${text}|`)).resolves.toBeDefined();
  });

  it('goes without what an org does not tell', async () => {
    const silent = new QueryCompleter(
      new CompletionCatalog({
        list: refuse,
        describe: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
        calls: 0,
      }),
    );
    expect(await silent.complete('SELECT  FROM Account', 7)).toMatchObject({
      candidates: expect.arrayContaining(['COUNT(']),
    });
    expect(await silent.complete('SELECT Id FROM ', 15)).toEqual({ candidates: [], typed: '' });
  });
});

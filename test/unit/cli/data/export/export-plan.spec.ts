import { describe, expect, it } from '@jest/globals';
import { type ExportWishes, planExport } from '../../../../../lib/cli/data/export/export-plan.js';
import { withColumns } from '../../../../../lib/cli/data/export/export-selection.js';
import { DefinitionSource } from '../../../../../lib/schema/source/definition-source.js';
import { printSoql } from '../../../../../lib/soql/soql-printer.js';
import { customObject } from '../../../../support/record-engine.js';

const FIELDS = [
  { name: 'Id', label: 'Id', type: 'id' },
  { name: 'Name', label: 'Name', type: 'string', createable: true },
  { name: 'Rate__c', label: 'Rate', type: 'double', createable: true, custom: true },
] as const;
const SCHEMA = new DefinitionSource(
  [
    customObject('Part__c', FIELDS),
    customObject('PartList__c', FIELDS),
    { ...customObject('PartLog__c', FIELDS), queryable: false },
  ],
  'the test',
);
const NOTHING: ExportWishes = { objects: [], exclude: [], where: [], query: [], with: [], createable: false };

async function plan(wishes: Partial<ExportWishes>) {
  const { selections, optional, depth } = await planExport({ ...NOTHING, ...wishes }, SCHEMA);
  return {
    queries: selections.map(({ query, columns }) => printSoql(withColumns(query, columns))),
    whole: selections.map(({ whole }) => whole),
    optional: [...optional],
    depth,
  };
}

describe('planExport', () => {
  it.each<[string, Partial<ExportWishes>, string[]]>([
    ['objects by name, in any case', { objects: ['part__c'] }, ['SELECT Id, Name, Rate__c FROM Part__c']],
    [
      'objects by pattern, those that hold data that can be read',
      { objects: ['Part*'], exclude: ['*List__c'] },
      ['SELECT Id, Name, Rate__c FROM Part__c'],
    ],
    [
      'objects by condition, named besides or not',
      { objects: ['Part__c'], where: ["Part__c: Name = 'a:b'", 'PartList__c: Rate__c > 1'] },
      [
        "SELECT Id, Name, Rate__c FROM Part__c WHERE Name = 'a:b'",
        'SELECT Id, Name, Rate__c FROM PartList__c WHERE Rate__c > 1',
      ],
    ],
    [
      'records by query, with the id, whatever it calls its object',
      { query: ['SELECT p.Name, p.Owner.Username FROM Part__c p WHERE p.Rate__c > 1 ORDER BY Name LIMIT 5'] },
      ['SELECT Id, Name, Owner.Username FROM Part__c p WHERE p.Rate__c > 1 ORDER BY Name LIMIT 5'],
    ],
    [
      'all fields of a query',
      { query: ['SELECT FIELDS(ALL) FROM Part__c'] },
      ['SELECT Id, Name, Rate__c FROM Part__c'],
    ],
    [
      'custom fields of a query',
      { query: ['SELECT FIELDS(CUSTOM) FROM Part__c'] },
      ['SELECT Id, Rate__c FROM Part__c'],
    ],
  ])('selects %s', async (_, wishes, queries) => {
    expect((await plan(wishes)).queries).toEqual(queries);
  });

  it('knows which objects are exported as a whole, and which only a pattern names', async () => {
    const { whole, optional } = await plan({ objects: ['Part*__c'], where: ['Part__c: Rate__c > 1'] });
    expect(whole).toEqual([false, true]);
    expect(optional).toEqual(['PartList__c']);
  });

  it('reads how far relatives are followed', async () => {
    const objects = ['Part__c'];
    expect((await plan({ objects })).depth).toEqual({ children: 0, parents: 0 });
    expect((await plan({ objects, with: ['children:3', 'parents'] })).depth).toEqual({
      children: 3,
      parents: 1,
    });
  });

  it.each<[Partial<ExportWishes>, string]>([
    [{}, 'Nothing is selected: name objects by --objects, or records by --query.'],
    [{ objects: ['Prat__c'] }, "There is no object 'Prat__c' (did you mean Part__c?) in the test"],
    [{ objects: ['Zebra*'] }, "No object whose records can be read and made is named like 'Zebra*'."],
    [
      { where: ["Name = 'a'"] },
      'does not say of which object: write a condition as "Account: Industry = \'Energy\'".',
    ],
    [
      { objects: ['Part__c'], with: ['cousins'] },
      "'cousins' names no relatives: there are children and parents",
    ],
    [
      { query: ['SELECT Nmae FROM Part__c'] },
      "Part__c has no field 'Nmae', or the user may not read it. Did you mean Name?",
    ],
    [
      { query: ['SELECT COUNT(Id) FROM Part__c'] },
      'An export takes queries whose rows are records with their fields; COUNT() is no field.',
    ],
    [{ query: ['SELECT Name FROM Part__c GROUP BY Name'] }, 'GROUP BY is no field.'],
    [{ query: ['SELECT Id, (SELECT Id FROM Lines__r) FROM Part__c'] }, 'a subquery (select those records'],
    [{ query: ['SELECT FROM Part__c'] }, 'unexpected token'],
  ])('refuses %j', async (wishes, reason) => {
    await expect(plan(wishes)).rejects.toThrow(reason);
  });
});

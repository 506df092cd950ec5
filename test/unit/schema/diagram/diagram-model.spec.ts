import { describe, expect, it } from '@jest/globals';
import { diagramOf, isAuditField } from '../../../../lib/schema/diagram/diagram-model.js';
import { field, HARBOUR, masterDetail, object, reference } from '../../../fixtures/diagram-objects.js';

const namesOf = (options: Parameters<typeof diagramOf>[1], name = 'Boat__c') => {
  const found = diagramOf(HARBOUR, options).objects.find((candidate) => candidate.name === name);
  return found && { fields: found.fields.map((shown) => shown.name).join(' '), omitted: found.omitted };
};

describe('diagramOf', () => {
  it('shows keys and names, and counts the other fields', () => {
    const shown = { fields: 'Id Name Code__c Account__c Home__c OwnerId', omitted: 3 };
    expect(namesOf(undefined)).toEqual(shown);
    expect(namesOf({ fields: 'keys' })).toEqual(shown);
  });

  it('shows what a new record needs too, a check box and what the org fills in not among it', () => {
    expect(namesOf({ fields: 'required' })).toEqual({
      fields: 'Id Name Code__c Crew__c Account__c Home__c OwnerId',
      omitted: 2,
    });
  });

  it('shows all fields', () => {
    expect(namesOf({ fields: 'all' })).toEqual({
      fields: 'Id Name Code__c Tonnage__c Crew__c Afloat__c Account__c Home__c OwnerId',
      omitted: 0,
    });
  });

  it('leaves out what every object has, as if it were not there', () => {
    const audited = [
      'OwnerId',
      'CreatedById',
      'CreatedDate',
      'LastModifiedById',
      'LastModifiedDate',
      'SystemModstamp',
      'IsDeleted',
    ];
    const fields = [...audited.map((name) => field(name, 'string')), field('Rate__c', 'currency')];
    const [shown] = diagramOf([object('Fee__c', fields)], { fields: 'all', audit: false }).objects;
    expect(shown?.fields.map(({ name }) => name)).toEqual(['Id', 'Rate__c']);
    expect(shown?.omitted).toBe(0);
  });

  it('says of a field its type, keys and targets', () => {
    const boat = diagramOf(HARBOUR, { fields: 'all' }).objects[2];
    expect(
      boat?.fields.map(({ name, detail, keys, required }) => [name, detail, keys.join(), required]),
    ).toEqual([
      ['Id', 'id', 'primary', false],
      ['Name', 'string(80)', '', false],
      ['Code__c', 'string(20)', 'unique', false],
      ['Tonnage__c', 'double(10, 2)', '', false],
      ['Crew__c', 'int(4)', '', true],
      ['Afloat__c', 'boolean', '', false],
      ['Account__c', 'reference', 'foreign', true],
      ['Home__c', 'reference', 'foreign', false],
      ['OwnerId', 'reference', 'foreign', false],
    ]);
    expect(boat?.fields.at(-1)?.referenceTo).toEqual(['Group', 'User']);
  });

  it('says of an object of which family it is', () => {
    const names = [
      'Account',
      'Boat__c',
      'acme__Boat__c',
      'Signal__e',
      'Tariff__mdt',
      'Order__x',
      'Log__b',
      'Old__kav',
    ];
    const objects = names.map((name) => object(name, []));
    const change = object('AccountChangeEvent', [], { associateEntityType: 'ChangeEvent' });
    expect(diagramOf([...objects, change]).objects.map(({ kind }) => kind)).toEqual([
      'standard',
      'custom',
      'custom',
      'event',
      'metadata',
      'external',
      'custom',
      'custom',
      'event',
    ]);
  });

  it('finds the references between the objects, one for each object a field may point at', () => {
    const { references } = diagramOf(HARBOUR);
    const lines = references.map(({ from, field: name, to, kind, polymorphic, required, unique }) =>
      [`${from}.${name}`, to, kind, polymorphic && 'polymorphic', required && 'required', unique && 'unique']
        .filter(Boolean)
        .join(' '),
    );
    expect(lines).toEqual([
      'Account.ParentId Account lookup',
      'Harbour__c.Flagship__c Boat__c lookup',
      'Boat__c.Account__c Account lookup required',
      'Boat__c.Home__c Harbour__c lookup',
      'Berth__c.Harbour__c Harbour__c master-detail required',
      'Berth__c.Boat__c Boat__c lookup unique',
      'Note__c.About__c Boat__c lookup polymorphic',
      'Note__c.About__c Harbour__c lookup polymorphic',
    ]);
  });

  it('knows the details among the standard objects by what their parents delete', () => {
    const lookup = { relationshipName: 'Lines', cascadeDelete: true } as const;
    const parent = object('Order', [], {
      childRelationships: [
        { childSObject: 'OrderItem', field: 'OrderId', ...lookup },
        { childSObject: 'OrderItem', field: 'OriginalId', ...lookup },
      ],
    });
    const child = object('OrderItem', [
      reference('OrderId', ['Order'], { nillable: false }),
      reference('OriginalId', ['Order']),
    ]);
    expect(diagramOf([parent, child]).references.map(({ kind }) => kind)).toEqual([
      'master-detail',
      'lookup',
    ]);
  });

  it('takes the first of two definitions of the same object', () => {
    const { objects, references } = diagramOf([
      object('A__c', [field('One__c', 'string', { unique: true })]),
      object('A__c', [masterDetail('B__c', 'A__c')]),
    ]);
    expect(objects.map(({ fields }) => fields.map(({ name }) => name))).toEqual([['Id', 'One__c']]);
    expect(references).toEqual([]);
  });

  it('has a title of its own where none is given', () => {
    expect(diagramOf([]).title).toBe('Salesforce objects');
    expect(diagramOf([], { title: 'Fleet' }).title).toBe('Fleet');
  });
});

describe('isAuditField', () => {
  it.each([
    ['OwnerId', true],
    ['LastModifiedById', true],
    ['AccountId', false],
    ['OwnerId__c', false],
  ])('says of %s: %s', (name, expected) => {
    expect(isAuditField({ name })).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import { diagramOf } from '../../../../../lib/schema/diagram/diagram-model.js';
import { boxOf, identityMiddle } from '../../../../../lib/schema/diagram/svg/object-box.js';
import type { SObjectDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { field, HARBOUR, object, reference } from '../../../../fixtures/diagram-objects.js';

const boxFor = (definition: SObjectDefinition) => boxOf(diagramOf([definition]).objects[0]!);

describe('boxOf', () => {
  it('has a line a field, 20 pixels apart, below the header', () => {
    const box = boxFor(HARBOUR[2]!);
    expect(
      box.rows.map(({ key, name, type, middle, striped }) => [key, name, type, middle, striped]),
    ).toEqual([
      ['PK', 'Id', 'id', 52, false],
      ['', 'Name', 'string(80)', 72, true],
      ['UK', 'Code__c', 'string(20)', 92, false],
      ['FK', 'Account__c', '→ Account', 112, true],
      ['FK', 'Home__c', '→ Harbour__c', 132, false],
      ['FK', 'OwnerId', '→ Group, User', 152, true],
    ]);
    expect(box).toMatchObject({ name: 'Boat__c', label: 'Boat', kind: 'custom', omitted: '+3', height: 167 });
  });

  it('has a lower header where the label says nothing new', () => {
    expect(boxFor(object('Account', []))).toMatchObject({ label: '', kind: '', omitted: '', header: 30 });
    expect(boxFor(object('Account', [], { label: 'Customer' }))).toMatchObject({
      label: 'Customer',
      header: 42,
    });
    expect(boxFor(object('Account__c', []))).toMatchObject({ label: '', kind: 'custom', header: 42 });
  });

  it('is as wide as its widest line, and not narrower than 170 pixels', () => {
    expect(boxFor(object('A', [])).width).toBe(170);
    // 26 for the key, 17 and 14 characters of 7.224, 18 between them, and 10 on both sides.
    expect(boxFor(object('A', [reference('ContractedById__c', ['Contract', 'AB'])])).width).toBe(
      26 + 123 + 18 + 102 + 20,
    );
  });

  it('cuts off what nobody could read, and says how many targets there are', () => {
    const long = reference('L'.repeat(60), ['Account', 'Case', 'Lead', 'Order']);
    const [, row] = boxFor(object('N'.repeat(60), [long], { label: 'x'.repeat(100) })).rows;
    expect(row).toMatchObject({ name: `${'L'.repeat(43)}…`, type: '→ Account, Case +2' });
  });
});

describe('boxOf, of a reference', () => {
  it.each([
    [['Account'], '→ Account'],
    [['Account', 'Case', 'Lead', 'Order'], '→ Account, Case +2'],
    [['Account', 'AdvAccountForecastSetPartner', 'Case'], '→ Account +2'],
    [['AdvAccountForecastSetPartner', 'Account'], '→ AdvAccountForecastSetPartne…'],
  ])('to %j says %s', (targets, expected) => {
    expect(boxFor(object('A', [reference('Ref', targets)])).rows[1]?.type).toBe(expected);
  });
});

describe('identityMiddle', () => {
  it('is where the id stands, or the middle of the header', () => {
    expect(identityMiddle(boxFor(object('A', [])))).toBe(40);
    const fields = [field('Name', 'string', { nameField: true })];
    expect(identityMiddle(boxFor({ ...object('A', []), fields }))).toBe(15);
  });
});

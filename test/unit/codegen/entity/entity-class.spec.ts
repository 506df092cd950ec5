import { describe, expect, it } from '@jest/globals';
import { entityClass } from '../../../../lib/codegen/entity/entity-class.js';
import { planEntities } from '../../../../lib/codegen/plan/entity-planner.js';
import { customField, customObject } from '../../../support/record-engine.js';

const owner = customField('OwnerId', 'reference', {
  custom: false,
  referenceTo: ['Trip__c'],
  relationshipName: 'Owner',
  childRelationshipName: 'Legs',
});

describe('entityClass', () => {
  it('has fields with their relations, then children', () => {
    const [plan] = planEntities(
      [customObject('Trip__c', [customField('Id', 'id'), owner, customField('Km__c', 'int')])],
      {},
    );
    const model = plan && entityClass(plan, {});
    expect(model?.members.map(({ key }) => key)).toEqual([
      'field Id',
      'field OwnerId',
      'parent OwnerId',
      'field Km__c',
      'children Trip__c.OwnerId',
    ]);
  });

  it.each([
    ['Trip__c', 'Trip', []],
    ['Trip__c', 'Journey', ['Journey']],
    ['Order_Sync__e', 'Order Sync', ['A platform event.']],
    ['Rule__mdt', 'Rules of trips', ['Rules of trips', 'A custom metadata type.']],
    ['Log__b', 'Log', ['A big object.']],
    ['Product__x', 'Product', ['An external object.']],
  ])('%s, called %s, is told about as %j', (name, label, docs) => {
    const [plan] = planEntities([{ ...customObject(name, []), label }], {});
    expect(plan && entityClass(plan, {}).docs).toEqual(docs);
  });
});

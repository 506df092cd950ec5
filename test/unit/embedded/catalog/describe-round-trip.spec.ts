import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { describeSObject } from '../../../../lib/embedded/catalog/describe-writer.js';
import { sobjectFromDescribe } from '../../../../lib/schema/sobject-from-describe.js';
import { describedBoat } from '../../../fixtures/described-object.js';

function describedAgain(root: string): Record<string, unknown> {
  const catalog = Catalog.standard();
  catalog.install(sobjectFromDescribe(describedBoat()));
  return describeSObject(catalog.get('Boat__c')!, catalog, root);
}

describe('the describe of an object that was described', () => {
  it('is the one it came from, in the same order', () => {
    const [before, after] = [describedBoat(), describedAgain('/services/data/v67.0')];
    expect(after).toEqual(before);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const [field] = after['fields'] as object[];
    expect(Object.keys(field!)).toEqual(Object.keys(before.fields[0]!));
  });

  it('has the paths of the version that is asked for', () => {
    expect(describedAgain('/services/data/v66.0')['urls']).toEqual({
      describe: '/services/data/v66.0/sobjects/Boat__c/describe',
      uiNewRecord: '/a0B/e',
      sobject: '/services/data/v66.0/sobjects/Boat__c',
    });
  });

  it('leaves out what older versions do not have', () => {
    const old = describedAgain('/services/data/v40.0');
    expect(old).not.toHaveProperty('associateEntityType');
    expect(old).not.toHaveProperty('isInterface');
    expect(old).toHaveProperty('hasSubtypes');
    const [field] = old['fields'] as object[];
    expect(field).not.toHaveProperty('aiPredictionField');
    expect(field).toHaveProperty('polymorphicForeignKey');
    const [recordType] = old['recordTypeInfos'] as object[];
    expect(recordType).not.toHaveProperty('developerName');
    expect(recordType).toHaveProperty('master');
  });
});

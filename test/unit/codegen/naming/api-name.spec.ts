import { describe, expect, it } from '@jest/globals';
import { rankOf, splitApiName } from '../../../../lib/codegen/naming/api-name.js';

describe('splitApiName', () => {
  it.each([
    ['Account', '', 'Account', ''],
    ['Line_Item__c', '', 'Line_Item', '__c'],
    ['acme__Tier_Level__c', 'acme', 'Tier_Level', '__c'],
    ['acme__Region__r', 'acme', 'Region', '__r'],
    ['Order_Sync__e', '', 'Order_Sync', '__e'],
    ['acme__Setting__mdt', 'acme', 'Setting', '__mdt'],
    ['Site__Latitude__s', '', 'Site_Latitude', '__s'],
    ['acme__Site__longitude__s', 'acme', 'Site_longitude', '__s'],
    ['Nickname__pc', '', 'Nickname', '__pc'],
    ['Invoice__Share', '', 'Invoice__Share', ''],
    ['__c', '', '', '__c'],
  ])('%s', (name, namespace, stem, suffix) => {
    expect(splitApiName(name)).toEqual({ namespace, stem, suffix });
  });
});

describe('rankOf', () => {
  it("puts the platform's first, then the org's own, then other kinds, then packages", () => {
    const ranks = ['Tier', 'Tier__c', 'Tier__mdt', 'acme__Tier__c'].map((name) => rankOf(splitApiName(name)));
    expect(ranks).toEqual([0, 1, 2, 3]);
  });
});

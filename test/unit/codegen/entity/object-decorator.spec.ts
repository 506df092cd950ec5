import { describe, expect, it } from '@jest/globals';
import { objectDecorator } from '../../../../lib/codegen/entity/object-decorator.js';
import { objectNaming } from '../../../../lib/codegen/entity/object-naming.js';
import { decoratorLine } from '../../../../lib/codegen/print/decorator-printer.js';
import type { SObjectDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { customObject } from '../../../support/record-engine.js';

function written(
  name: string,
  className: string,
  more: Partial<SObjectDefinition> = {},
  recordTypes?: string,
): string {
  const definition = { ...customObject(name, []), custom: name.includes('__'), ...more };
  const plan = { definition, className, fields: [], parents: [], children: [], recordTypes };
  return decoratorLine(objectDecorator(plan, objectNaming(plan)));
}

describe('objectDecorator', () => {
  it.each([
    ['Account', 'Account', {}, '@SObject()'],
    ['Account', 'Customer', {}, "@SObject('Account')"],
    ['Trip__c', 'Trip', {}, '@SObject({ custom: true })'],
    [
      'Trip__c',
      'Voyage',
      { label: 'Journey', labelPlural: 'Journeys' },
      "@SObject({ apiName: 'Trip__c', label: 'Journey' })",
    ],
    ['Trip__c', 'Trip', { labelPlural: 'Travels' }, "@SObject({ custom: true, labelPlural: 'Travels' })"],
    ['User', 'User', { deletable: false }, '@SObject({ deletable: false })'],
    [
      'View',
      'View',
      { createable: false, updateable: false, deletable: false },
      '@SObject({ readOnly: true })',
    ],
    [
      'Sync__e',
      'Sync',
      { label: 'Sync', labelPlural: 'Syncs', updateable: false, deletable: false, queryable: false },
      "@SObject('Sync__e')",
    ],
    [
      'Rule__mdt',
      'Rule',
      { label: 'Rule', labelPlural: 'Rules', createable: false, updateable: false, deletable: false },
      "@SObject('Rule__mdt')",
    ],
    [
      'Rule__mdt',
      'Rule',
      { label: 'Rule', labelPlural: 'Rules' },
      "@SObject({ apiName: 'Rule__mdt', readOnly: false })",
    ],
  ])('of %s as %s with %j', (name, className, more, expected) => {
    expect(written(name, className, more)).toBe(expected);
  });

  it('names the constant of the record types', () => {
    expect(written('Account', 'Account', {}, 'AccountRecordType')).toBe(
      '@SObject({ recordTypes: AccountRecordType })',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { isClassName, isPropertyName } from '../../../../lib/codegen/naming/reserved-names.js';

describe('isClassName', () => {
  it.each(['Account', 'Event', 'Location', 'Document', 'Account__c', '_2Fast', '$X'])('takes %s', (name) => {
    expect(isClassName(name)).toBe(true);
  });

  it.each([
    'Date',
    'Map',
    'Object',
    'Record',
    'Address',
    'Field',
    'Related',
    'IsIn',
    'ApiProperty',
    'Con',
    'Lpt1',
    'class',
    'await',
    'string',
    '2Fast',
    'A-B',
    '',
    'Ünïcode',
  ])('refuses %j', (name) => {
    expect(isClassName(name)).toBe(false);
  });
});

describe('isPropertyName', () => {
  it.each(['name', 'default', 'case', 'new', 'class', '_401k', 'Name__c'])('takes %s', (name) => {
    expect(isPropertyName(name)).toBe(true);
  });

  it.each([
    'constructor',
    'prototype',
    'toString',
    '__proto__',
    'then',
    '$type',
    'AND',
    'static',
    'readonly',
    'get',
    '2nd',
    'a b',
    '',
  ])('refuses %j', (name) => {
    expect(isPropertyName(name)).toBe(false);
  });
});

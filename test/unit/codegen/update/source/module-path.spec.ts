import { describe, expect, it } from '@jest/globals';
import {
  modulePath,
  moduleSpecifier,
  withoutEnding,
} from '../../../../../lib/codegen/update/source/module-path.js';

describe('modulePath', () => {
  it.each([
    ['account.entity.ts', './contact.entity.js', 'contact.entity'],
    ['crm/account.ts', '../contact.entity', 'contact.entity'],
    ['account.ts', './crm/contact.entity.ts', 'crm/contact.entity'],
    ['account.ts', '../base.js', '../base'],
    ['account.ts', '.', '.'],
  ])('of %s: %s is %s', (from, specifier, path) => {
    expect(modulePath(from, specifier)).toBe(path);
  });
});

describe('moduleSpecifier', () => {
  it.each([
    ['account.ts', 'contact.entity', '.js', './contact.entity.js'],
    ['crm/account.ts', 'contact.entity.ts', '.ts', '../contact.entity.ts'],
    ['account.ts', 'crm/contact', '', './crm/contact'],
  ])('from %s to %s with the ending %j: %s', (from, to, ending, specifier) => {
    expect(moduleSpecifier(from, to, ending)).toBe(specifier);
  });
});

describe('withoutEnding', () => {
  it('leaves what is no ending of a module', () => {
    expect(['a.entity.ts', 'a.entity', 'a.mts', 'a.json'].map(withoutEnding)).toEqual([
      'a.entity',
      'a.entity',
      'a',
      'a.json',
    ]);
  });
});

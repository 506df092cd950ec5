import { describe, expect, it } from '@jest/globals';
import { valueKind } from '../../../../lib/schema/drift/value-kind.js';

describe('valueKind', () => {
  it.each([
    ['id', 'text'],
    ['encryptedstring', 'text'],
    ['percent', 'number'],
    ['multipicklist', 'list'],
    ['date', 'date'],
    ['datetime', 'datetime'],
    ['base64', 'base64'],
  ] as const)('of %s is %s', (type, kind) => {
    expect(valueKind(type)).toBe(kind);
  });
});

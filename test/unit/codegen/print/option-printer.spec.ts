import { describe, expect, it } from '@jest/globals';
import { printOption } from '../../../../lib/codegen/print/option-printer.js';

describe('printOption', () => {
  const long = `'${'x'.repeat(110)}'`;

  it('leaves the value behind the name', () => {
    expect(printOption('label', "'Tier'", '    ')).toBe("label: 'Tier'");
  });

  it('sets a long text below it, unless the name is short', () => {
    expect(printOption('label', long, '    ')).toBe(`label:\n      ${long}`);
    expect(printOption('help', long, '    ')).toBe(`help: ${long}`);
  });

  it('moves nothing but texts', () => {
    expect(printOption('picklist', 'X'.repeat(120), '')).toBe(`picklist: ${'X'.repeat(120)}`);
  });
});

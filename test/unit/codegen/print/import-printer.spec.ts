import { describe, expect, it } from '@jest/globals';
import { printImport, printImports } from '../../../../lib/codegen/print/import-printer.js';

const one = (name: string, typeOnly = false, from = 'nestjs-salesforce') => ({ from, name, typeOnly });

describe('printImports', () => {
  it('prints a statement a module', () => {
    expect(printImports([one('Field'), one('Related', true), one('User', false, './user.entity.js')])).toBe(
      "import { Field, type Related } from 'nestjs-salesforce';\nimport { User } from './user.entity.js';\n",
    );
  });
});

describe('printImport', () => {
  it('imports types alone as such', () => {
    expect(printImport('x', [one('A', true), one('B', true)])).toBe("import type { A, B } from 'x';");
  });

  it('opens what is too long, but for a single name', () => {
    const [a, b] = ['A'.repeat(60), 'B'.repeat(60)];
    expect(printImport('x', [one(a), one(b)])).toBe(`import {\n  ${a},\n  ${b},\n} from 'x';`);
    expect(printImport('./very.js', [one(a + b)])).toBe(`import { ${a}${b} } from './very.js';`);
  });
});

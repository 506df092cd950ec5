import { describe, expect, it } from '@jest/globals';
import { printFile } from '../../../lib/codegen/file-printer.js';

const file = {
  path: 'a.ts',
  imports: [{ from: 'nestjs-salesforce', name: 'PicklistValue', typeOnly: true }],
  statements: [
    { kind: 'const', key: 'k', name: 'A', docs: [], value: '[] as const' },
    { kind: 'type', key: 'k', name: 'A', docs: [], type: 'string' },
    { kind: 'const', key: 'l', name: 'B', docs: [], value: '[] as const' },
  ],
} as const;
const BODY = `import type { PicklistValue } from 'nestjs-salesforce';

export const A = [] as const;
export type A = string;

export const B = [] as const;
`;

describe('printFile', () => {
  it('sets statements apart, but for a type and its constant', () => {
    expect(printFile(file)).toBe(BODY);
  });

  it('keeps re-exports together', () => {
    const statements = ['./a.js', './b.js'].map((from) => ({ kind: 're-export', from }) as const);
    expect(printFile({ path: 'index.ts', imports: [], statements })).toBe(
      "export * from './a.js';\nexport * from './b.js';\n",
    );
  });

  it.each([
    ['Made by us.\n\nKeep.', '// Made by us.\n//\n// Keep.'],
    ['// Ready', '// Ready'],
    ['/* eslint-disable */\n', '/* eslint-disable */'],
  ])('puts the header %j on top', (header, comment) => {
    expect(printFile({ ...file, header })).toBe(`${comment}\n\n${BODY}`);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  lostName,
  memberAspects,
  printsOf,
  samePrints,
  statementAspects,
  type AspectPrints,
} from '../../../../../lib/codegen/update/source/aspects.js';
import type { SourceClass } from '../../../../../lib/codegen/update/source/source-file.interface.js';
import { readSourceFile } from '../../../../../lib/codegen/update/source/source-file.reader.js';

function classOf(code: string): SourceClass {
  return readSourceFile('a.ts', code).statements[0] as SourceClass;
}

function printsIn(member: string): AspectPrints {
  return printsOf(memberAspects(classOf(`class A { ${member} }`).members[0]!));
}

const ACCOUNT = classOf(`/** Customers. */
@SObject({ custom: true }) export class Account extends Audited {
  /** How hot. */ @Field({ length: 3, type: 'string' }) @IsIn(values) readonly rating?: string;
}`);

describe('statementAspects', () => {
  it('has one for all that may change by itself', () => {
    expect([...statementAspects(ACCOUNT).keys()]).toEqual([
      'name',
      'docs',
      'extends',
      '@SObject',
      '@SObject.0',
      '@SObject.0{custom}',
    ]);
  });
});

describe('memberAspects', () => {
  it('has one for all that may change by itself', () => {
    expect([...memberAspects(ACCOUNT.members[0]!).keys()]).toEqual([
      'name',
      'docs',
      'type',
      'readonly',
      'mark',
      '@Field',
      '@Field.0',
      '@Field.0{length}',
      '@Field.0{type}',
      '@IsIn',
      '@IsIn.0',
    ]);
  });
});

describe('samePrints', () => {
  it('sees layout as no difference, and options as one', () => {
    const prints = printsIn('@Field({ length: 3 }) name!: string;');
    expect(samePrints(prints, printsIn('@Field({ "length": 3, })\n  name!: (string)'))).toBe(true);
    expect(samePrints(prints, printsIn('@Field({ length: 4 }) name!: string;'))).toBe(false);
    expect(samePrints(prints, printsIn('@Field({ length: 3 }) @A() name!: string;'))).toBe(false);
  });
});

describe('lostName', () => {
  it.each([
    ['docs', 'doc comment'],
    ['type', 'type'],
    ['@Field', '@Field'],
    ['@Field.0{length}', 'length'],
    ['@Field.0', '@Field'],
    ['#k2Jx1a', 'values'],
  ])('of %s', (label, name) => {
    expect(lostName(label)).toBe(name);
  });
});

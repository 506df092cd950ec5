import { describe, expect, it } from '@jest/globals';
import type { MemberModel } from '../../../../lib/codegen/model/member.model.js';
import { printDeclaration, printMember } from '../../../../lib/codegen/print/member-printer.js';

const member = (more: Partial<MemberModel>): MemberModel => ({
  key: 'field Name',
  name: 'name',
  docs: [],
  decorators: [{ name: 'Field', args: [] }],
  readonly: false,
  optional: false,
  type: 'string',
  ...more,
});

describe('printMember', () => {
  it('prints one decorator and the property in a line', () => {
    expect(printMember(member({}))).toBe('  @Field() name!: string;\n');
    expect(printMember(member({ readonly: true, optional: true, type: 'Date | null' }))).toBe(
      '  @Field() readonly name?: Date | null;\n',
    );
  });

  it('prints several decorators in lines of their own', () => {
    const decorators = [
      { name: 'Field', args: [] },
      { name: 'MaxLength', args: ['80'] },
    ];
    expect(printMember(member({ decorators, docs: ['Title'] }))).toBe(
      '  /** Title */\n  @Field()\n  @MaxLength(80)\n  name!: string;\n',
    );
  });

  it('sets the property below a decorator that leaves it no room', () => {
    const decorators = [{ name: 'Field', args: [{ options: [['help', `'${'x'.repeat(70)}'`] as const] }] }];
    expect(printMember(member({ decorators, type: 'AccountRating | null' }))).toBe(
      `  @Field({ help: '${'x'.repeat(70)}' })\n  name!: AccountRating | null;\n`,
    );
  });
});

describe('printDeclaration', () => {
  it('opens a long list of kinds', () => {
    const kinds = ['Opportunity', 'ServiceContract', 'WorkOrderLineItem', 'ReturnOrderLineItem'];
    const type = `Polymorphic<{ ${kinds.map((kind) => `${kind}: ${kind}`).join('; ')} }> | null`;
    expect(printDeclaration(member({ name: 'what', optional: true, type }))).toBe(
      `what?: Polymorphic<{\n${kinds.map((kind) => `    ${kind}: ${kind};\n`).join('')}  }> | null;`,
    );
  });

  it('sets a long list type below the name', () => {
    const type = `${'T'.repeat(100)}[] | null`;
    expect(printDeclaration(member({ type }))).toBe(`name!:\n    ${type};`);
  });
});

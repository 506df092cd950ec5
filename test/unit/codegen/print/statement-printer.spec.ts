import { describe, expect, it } from '@jest/globals';
import type { MemberModel } from '../../../../lib/codegen/model/member.model.js';
import { printStatement } from '../../../../lib/codegen/print/statement-printer.js';

const member = (key: string, name: string, docs: readonly string[] = []): MemberModel => ({
  key,
  name,
  docs,
  decorators: [{ name: 'Field', args: [] }],
  readonly: false,
  optional: false,
  type: 'string',
});
const account = {
  kind: 'class',
  key: 'object Account',
  name: 'Account',
  docs: [],
  decorators: [{ name: 'SObject', args: [] }],
} as const;

describe('printStatement', () => {
  it('prints a class, members of several lines apart but a foreign key by its relation', () => {
    const members = [
      member('field Name', 'name'),
      member('field OwnerId', 'ownerId', ['Keeper']),
      member('parent OwnerId', 'owner'),
      member('field Site', 'site', ['Place']),
      member('field Fax', 'fax'),
    ];
    expect(printStatement({ ...account, docs: ['A client.'], extends: 'Audited', members }))
      .toBe(`/** A client. */
@SObject()
export class Account extends Audited {
  @Field() name!: string;

  /** Keeper */
  @Field() ownerId!: string;
  @Field() owner!: string;

  /** Place */
  @Field() site!: string;

  @Field() fax!: string;
}
`);
  });

  it('sets a relation apart from a foreign key with many decorators', () => {
    const decorators = ['Field', 'IsString'].map((name) => ({ name, args: [] }));
    const members = [
      { ...member('field OwnerId', 'ownerId'), decorators },
      member('parent OwnerId', 'owner'),
    ];
    expect(printStatement({ ...account, members })).toContain(
      '  ownerId!: string;\n\n  @Field() owner!: string;\n',
    );
  });

  it('prints a class with nothing of its own', () => {
    expect(printStatement({ ...account, abstract: true, decorators: [], members: [] })).toBe(
      'export abstract class Account {}\n',
    );
  });

  it('prints constants, types and re-exports', () => {
    const named = { key: 'k', name: 'Rating', docs: [] };
    expect(printStatement({ kind: 'const', ...named, value: "['Hot'] as const" })).toBe(
      "export const Rating = ['Hot'] as const;\n",
    );
    expect(printStatement({ kind: 'type', ...named, type: 'PicklistValue<typeof Rating>' })).toBe(
      'export type Rating = PicklistValue<typeof Rating>;\n',
    );
    expect(printStatement({ kind: 're-export', from: './a.js' })).toBe("export * from './a.js';\n");
  });

  it('opens types that are too long', () => {
    const name = 'R'.repeat(60);
    const type = { kind: 'type', key: 'k', name, docs: [] } as const;
    expect(printStatement({ ...type, type: `PicklistValue<typeof ${name}>` })).toBe(
      `export type ${name} = PicklistValue<\n  typeof ${name}\n>;\n`,
    );
    expect(printStatement({ ...type, type: `keyof typeof ${name}` })).toBe(
      `export type ${name} =\n  keyof typeof ${name};\n`,
    );
  });
});

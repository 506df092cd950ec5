import { describe, expect, it } from '@jest/globals';
import { childrenMember, parentMember } from '../../../../lib/codegen/entity/relation-members.js';
import type { ParentPlan } from '../../../../lib/codegen/plan/entity-plan.interface.js';
import { printMember } from '../../../../lib/codegen/print/member-printer.js';

const target = (className: string) => ({ object: className, className });

function parent(
  name: string,
  relationshipName: string,
  more: Partial<ParentPlan> = {},
  nillable = true,
): string {
  const foreignKey = {
    key: `field ${name}`,
    property: 'keyId',
    field: { name, label: name, type: 'reference', nillable },
  } as const;
  const plan = {
    key: `parent ${name}`,
    property: 'key',
    foreignKey,
    relationshipName,
    kind: 'lookup',
    targets: [target('User')],
    polymorphic: false,
  } as const;
  return printMember(parentMember({ ...plan, ...more })).trim();
}

describe('parentMember', () => {
  it('is a lookup, empty where the foreign key can be', () => {
    expect(parent('OwnerId', 'Owner')).toBe("@Lookup(() => User, 'keyId') key?: Related<User> | null;");
    expect(parent('OwnerId', 'Owner', {}, false)).toBe("@Lookup(() => User, 'keyId') key?: Related<User>;");
  });

  it('is a master, with the name of the relationship where that does not follow', () => {
    expect(parent('Region__c', 'Region__r', { kind: 'master-detail' }, false)).toBe(
      "@MasterDetail(() => User, 'keyId') key?: Related<User>;",
    );
    expect(parent('Region__c', 'Land__r')).toBe(
      "@Lookup(() => User, 'keyId', { relationshipName: 'Land__r' }) key?: Related<User> | null;",
    );
  });

  it('names all kinds, and can be empty, since there may be others', () => {
    expect(
      parent('OwnerId', 'Owner', { polymorphic: true, targets: [target('Group'), target('User')] }, false),
    ).toBe(
      "@Lookup(() => ({ Group, User }), 'keyId') key?: Polymorphic<{ Group: Group; User: User }> | null;",
    );
    expect(parent('OwnerId', 'Owner', { polymorphic: true })).toBe(
      "@Lookup(() => ({ User }), 'keyId') key?: Polymorphic<{ User: User }> | null;",
    );
  });
});

const children = (property: string, foreignKey: string, relationshipName: string) =>
  printMember(
    childrenMember({
      key: 'children',
      property,
      target: target('Invoice'),
      inverse: 'account',
      foreignKey,
      relationshipName,
    }),
  ).trim();

describe('childrenMember', () => {
  it('leaves the name of the relationship out where it follows', () => {
    expect(children('contacts', 'AccountId', 'Contacts')).toBe(
      "@Children(() => Invoice, 'account') contacts?: Related<Invoice[]>;",
    );
    expect(children('invoices', 'acme__Account__c', 'acme__Invoices__r')).toBe(
      "@Children(() => Invoice, 'account') invoices?: Related<Invoice[]>;",
    );
    expect(children('bills', 'Account__c', 'Invoices__r')).toBe(
      "@Children(() => Invoice, 'account', { relationshipName: 'Invoices__r' }) bills?: Related<Invoice[]>;",
    );
  });
});

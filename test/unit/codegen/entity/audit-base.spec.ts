import { describe, expect, it } from '@jest/globals';
import { AuditBase } from '../../../../lib/codegen/entity/audit-base.js';
import type { ClassModel } from '../../../../lib/codegen/model/statement.model.js';

function entity(name: string, ...keys: readonly string[]): ClassModel {
  const members = keys.map((key) => ({
    key,
    name: key,
    docs: [],
    decorators: [],
    readonly: true,
    optional: false,
    type: 'string',
  }));
  return { kind: 'class', key: `object ${name}`, name, docs: [], decorators: [], members };
}

const audited = [
  'field Id',
  'field IsDeleted',
  'field Name',
  'field CreatedDate',
  'field CreatedById',
  'parent CreatedById',
];
const account = entity('Account', ...audited, 'children Contact.AccountId');
const contact = entity('Contact', 'field CreatedById', 'field CreatedDate', 'field IsDeleted', 'field Id');
const event = entity('Event', 'field Id', 'field CreatedDate', 'field CreatedById');
const keysOf = ({ members }: ClassModel) => members.map(({ key }) => key);

describe('AuditBase', () => {
  it('has what most entities have, in one order', () => {
    const { model } = new AuditBase([account, contact, event], { classPrefix: 'Sf' });
    expect(model).toMatchObject({ key: 'base', name: 'SfAudited', abstract: true });
    expect(model && keysOf(model)).toEqual([
      'field Id',
      'field CreatedDate',
      'field CreatedById',
      'field IsDeleted',
    ]);
  });

  it('stands in for these members where they are all the same, relations behind the fields', () => {
    const base = new AuditBase([account, contact, event], {});
    expect(base.appliedTo(account)).toMatchObject({ extends: 'Audited' });
    expect(keysOf(base.appliedTo(account))).toEqual([
      'field Name',
      'parent CreatedById',
      'children Contact.AccountId',
    ]);
    expect(base.appliedTo(event)).toBe(event);
  });

  it('is none where no two are alike, or there is little to share', () => {
    expect(new AuditBase([account, event], {}).model).toBeUndefined();
    const small = ['A', 'B'].map((name) => entity(name, 'field Id', 'field CreatedDate'));
    expect(new AuditBase(small, {}).model).toBeUndefined();
  });

  it('keeps the name people gave it', () => {
    const names = {
      className: (key: string) => (key === 'base' ? 'Tracked' : undefined),
      propertyName: () => undefined,
      constantName: () => undefined,
    };
    expect(new AuditBase([account, contact], {}, names).model?.name).toBe('Tracked');
  });
});

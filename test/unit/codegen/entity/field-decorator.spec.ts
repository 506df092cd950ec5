import { describe, expect, it } from '@jest/globals';
import { fieldDecorator } from '../../../../lib/codegen/entity/field-decorator.js';
import type { FieldPlan } from '../../../../lib/codegen/plan/entity-plan.interface.js';
import { decoratorLine } from '../../../../lib/codegen/print/decorator-printer.js';
import type { FieldOptions } from '../../../../lib/metadata/decorators/field-options.interface.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

function written(
  field: Pick<FieldDefinition, 'type'> & Partial<FieldDefinition>,
  options: FieldOptions,
  more: Partial<FieldPlan> = {},
  emitted = true,
) {
  const plan = {
    key: 'field Site',
    property: 'site',
    field: { name: 'Site', label: 'Site', ...field },
    ...more,
  };
  return decoratorLine(fieldDecorator(plan, { type: field.type, ...options }, emitted));
}

describe('fieldDecorator', () => {
  it('leaves the type to the compiler where that tells it', () => {
    expect(written({ type: 'string' }, {})).toBe('@Field()');
    expect(written({ type: 'datetime' }, {})).toBe('@Field()');
    expect(written({ type: 'string' }, {}, {}, false)).toBe("@Field({ type: 'string' })");
    expect(written({ type: 'string', nillable: true }, {})).toBe("@Field({ type: 'string' })");
    expect(written({ type: 'int' }, {})).toBe("@Field({ type: 'int' })");
    expect(written({ type: 'date' }, {})).toBe("@Field({ type: 'date' })");
  });

  it('leaves it to the name, the relation, or the picklist', () => {
    expect(written({ type: 'datetime', name: 'LastViewedDate', nillable: true }, {})).toBe('@Field()');
    expect(written({ type: 'date', name: 'LastActivityDate', nillable: true }, {})).toBe(
      "@Field({ type: 'date' })",
    );
    expect(written({ type: 'reference' }, {}, { relation: 'lookup' })).toBe('@Field()');
    expect(written({ type: 'reference' }, {})).toBe("@Field({ type: 'reference' })");
    expect(written({ type: 'picklist' }, { picklist: ['A'] }, { constant: 'Sites' })).toBe(
      '@Field({ picklist: Sites })',
    );
    expect(written({ type: 'multipicklist' }, { picklist: ['A'] }, { constant: 'Sites' })).toBe(
      "@Field({ type: 'multipicklist', picklist: Sites })",
    );
  });

  it('says options in the order people would', () => {
    const options: FieldOptions = {
      help: 'h',
      label: 'l',
      formula: 'f',
      readOnly: true,
      length: 5,
      custom: true,
      apiName: 'A__c',
    };
    expect(written({ type: 'url' }, options)).toBe(
      "@Field({ apiName: 'A__c', custom: true, type: 'url', length: 5, readOnly: true, formula: 'f', label: 'l', help: 'h' })",
    );
  });
});

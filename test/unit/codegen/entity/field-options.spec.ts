import { describe, expect, it } from '@jest/globals';
import { fieldOptions } from '../../../../lib/codegen/entity/field-options.js';
import { camelCase } from '../../../../lib/codegen/naming/word-case.js';
import type { FieldPlan } from '../../../../lib/codegen/plan/entity-plan.interface.js';
import { NamingStrategy } from '../../../../lib/metadata/naming-strategy.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

/** A writable field that may be empty, labelled as its name has it. */
function optionsOf(
  field: Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'type' | 'label'>,
  more: Partial<FieldPlan> = {},
) {
  const definition = { createable: true, updateable: true, nillable: true, ...field };
  const plan = { key: `field ${field.name}`, property: camelCase(field.name), field: definition, ...more };
  return fieldOptions(plan, new NamingStrategy());
}

describe('fieldOptions', () => {
  it('says no more than the type of a plain field', () => {
    expect(optionsOf({ name: 'Site', label: 'Site', type: 'string', length: 255 })).toEqual({
      type: 'string',
    });
    expect(optionsOf({ name: 'Amount', label: 'Amount', type: 'currency', precision: 18, scale: 2 })).toEqual(
      { type: 'currency' },
    );
  });

  it('says the measures that are not what a set-up offers first', () => {
    expect(optionsOf({ name: 'Site', label: 'Site', type: 'string', length: 80 })).toEqual({
      type: 'string',
      length: 80,
    });
    expect(optionsOf({ name: 'Name', label: 'Name', type: 'string', length: 80, nameField: true })).toEqual({
      type: 'string',
    });
    expect(optionsOf({ name: 'Share', label: 'Share', type: 'percent', precision: 3 })).toEqual({
      type: 'percent',
      precision: 3,
      scale: 0,
    });
    expect(optionsOf({ name: 'Kind', label: 'Kind', type: 'picklist', length: 40 })).toEqual({
      type: 'picklist',
    });
  });

  it('says what can be done with a field', () => {
    expect(
      optionsOf({ name: 'A', label: 'A', type: 'string', createable: false, updateable: false }),
    ).toEqual({ type: 'string', readOnly: true });
    expect(optionsOf({ name: 'A', label: 'A', type: 'string', updateable: false })).toEqual({
      type: 'string',
      updatable: false,
    });
    expect(optionsOf({ name: 'A', label: 'A', type: 'string', createable: false })).toEqual({
      type: 'string',
      creatable: false,
    });
    expect(
      optionsOf({ name: 'A', label: 'A', type: 'string', nillable: false, defaultedOnCreate: true }),
    ).toEqual({
      type: 'string',
      nillable: false,
      defaultedOnCreate: true,
    });
  });

  it('says nothing of fields that are the same in every object, unless they are not', () => {
    const created = {
      name: 'CreatedDate',
      label: 'Created Date',
      type: 'datetime',
      nillable: false,
      defaultedOnCreate: true,
    } as const;
    expect(optionsOf({ ...created, createable: false, updateable: false })).toEqual({ type: 'datetime' });
    expect(optionsOf(created)).toEqual({ type: 'datetime', readOnly: false });
  });

  it('says what a field is known by, and what users see', () => {
    expect(
      optionsOf({
        name: 'Number',
        label: 'No.',
        type: 'string',
        length: 30,
        externalId: true,
        unique: true,
        caseSensitive: true,
        nameField: true,
        inlineHelpText: 'Ask.',
      }),
    ).toEqual({
      type: 'string',
      length: 30,
      externalId: true,
      unique: true,
      caseSensitive: true,
      nameField: true,
      label: 'No.',
      help: 'Ask.',
    });
  });

  it('says formulas, numbers of the org, and defaults', () => {
    const computed = { createable: false, updateable: false };
    expect(
      optionsOf({
        name: 'A',
        label: 'A',
        type: 'double',
        precision: 18,
        scale: 2,
        ...computed,
        calculated: true,
        calculatedFormula: '1 + 1',
      }),
    ).toEqual({
      type: 'double',
      formula: '1 + 1',
    });
    expect(
      optionsOf({
        name: 'A',
        label: 'A',
        type: 'double',
        precision: 18,
        scale: 2,
        ...computed,
        calculated: true,
      }),
    ).toEqual({
      type: 'double',
      calculated: true,
    });
    expect(
      optionsOf({
        name: 'A',
        label: 'A',
        type: 'string',
        ...computed,
        autoNumber: true,
        nillable: false,
        defaultedOnCreate: true,
      }),
    ).toEqual({
      type: 'string',
      autoNumber: true,
    });
    expect(
      optionsOf({
        name: 'A',
        label: 'A',
        type: 'boolean',
        nillable: false,
        defaultedOnCreate: true,
        defaultValue: true,
      }),
    ).toEqual({
      type: 'boolean',
      defaultValue: true,
    });
    expect(
      optionsOf({
        name: 'A',
        label: 'A',
        type: 'boolean',
        nillable: false,
        defaultedOnCreate: true,
        defaultValue: false,
      }),
    ).toEqual({ type: 'boolean' });
  });

  it('lists the values of a picklist, and whether there are others', () => {
    const picklistValues = [{ value: 'A', label: 'A' }];
    const picklist = [{ value: 'A', label: 'A' }];
    const more = { constant: 'Kinds' };
    expect(
      optionsOf({ name: 'K', label: 'K', type: 'picklist', picklistValues, restrictedPicklist: true }, more),
    ).toEqual({ type: 'picklist', picklist });
    expect(optionsOf({ name: 'K', label: 'K', type: 'picklist', picklistValues }, more)).toEqual({
      type: 'picklist',
      picklist,
      restricted: false,
    });
    expect(optionsOf({ name: 'K', label: 'K', type: 'combobox', length: 255, picklistValues }, more)).toEqual(
      { type: 'combobox', picklist },
    );
  });

  it('leaves out what an entity cannot say', () => {
    expect(optionsOf({ name: 'A', label: 'A', type: 'double', precision: 3, scale: 9 })).toEqual({
      type: 'double',
      precision: 3,
    });
    expect(
      optionsOf({ name: 'A', label: 'A', type: 'address', createable: true, updateable: false }),
    ).toEqual({ type: 'address' });
  });

  it('knows that a master is needed and stays', () => {
    expect(
      optionsOf(
        { name: 'A__c', label: 'A', type: 'reference', custom: true, nillable: false, updateable: false },
        { property: 'aId', relation: 'master-detail' },
      ),
    ).toEqual({
      custom: true,
      type: 'reference',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { validatorDecorators } from '../../../../lib/codegen/entity/validator-decorators.js';
import { decoratorLine } from '../../../../lib/codegen/print/decorator-printer.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

function written(
  field: Pick<FieldDefinition, 'type'> & Partial<FieldDefinition>,
  constant?: string,
): readonly string[] {
  const definition = { name: 'A', label: 'A', createable: true, updateable: true, ...field };
  return validatorDecorators({ key: 'field A', property: 'a', field: definition, constant }).map(
    decoratorLine,
  );
}

describe('validatorDecorators', () => {
  it.each([
    [{ type: 'string', length: 80 }, ['@IsString()', '@MaxLength(80)']],
    [{ type: 'string', length: 80, nillable: true }, ['@IsOptional()', '@IsString()', '@MaxLength(80)']],
    [{ type: 'boolean', defaultedOnCreate: true }, ['@IsOptional()', '@IsBoolean()']],
    [{ type: 'email', length: 80 }, ['@IsEmail()', '@MaxLength(80)']],
    [{ type: 'url' }, ['@IsUrl()']],
    [{ type: 'int', digits: 8 }, ['@IsInt()', '@Min(-99999999)', '@Max(99999999)']],
    [{ type: 'currency', precision: 18, scale: 2 }, ['@IsNumber()']],
    [{ type: 'percent', precision: 5, scale: 2 }, ['@IsNumber()', '@Min(-999.99)', '@Max(999.99)']],
    [{ type: 'double', precision: 4, scale: 0 }, ['@IsNumber()', '@Min(-9999)', '@Max(9999)']],
    // No more digits than JavaScript's numbers hold.
    [
      { type: 'double', precision: 18, scale: 15 },
      ['@IsNumber()', '@Min(-999.999999999999)', '@Max(999.999999999999)'],
    ],
    [{ type: 'date' }, ['@Matches(/^\\d{4}-\\d{2}-\\d{2}$/)']],
    [{ type: 'datetime' }, ['@IsDate()']],
    [{ type: 'reference' }, ['@IsString()', '@MaxLength(18)']],
    [{ type: 'picklist' }, ['@IsString()']],
    [{ type: 'multipicklist' }, ['@IsArray()', '@IsString({ each: true })']],
    [{ type: 'anyType' }, []],
    [{ type: 'string', createable: false, updateable: false }, []],
    [{ type: 'address' }, []],
  ] as const)('of %j', (field, expected) => {
    expect(written(field)).toEqual(expected);
  });

  it('checks picklists that take no other values', () => {
    expect(written({ type: 'picklist', restrictedPicklist: true }, 'Kinds')).toEqual([
      '@IsIn(picklistValues(Kinds))',
    ]);
    expect(written({ type: 'multipicklist', restrictedPicklist: true }, 'Kinds')).toEqual([
      '@IsArray()',
      '@IsIn(picklistValues(Kinds), { each: true })',
    ]);
    expect(written({ type: 'picklist' }, 'Kinds')).toEqual(['@IsString()']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { swaggerDecorators } from '../../../../lib/codegen/entity/swagger-decorators.js';
import { decoratorLine } from '../../../../lib/codegen/print/decorator-printer.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

function written(field: Pick<FieldDefinition, 'type'> & Partial<FieldDefinition>, constant?: string): string {
  const definition = { name: 'Size', label: 'Size', createable: true, updateable: true, ...field };
  return swaggerDecorators({ key: 'field Size', property: 'size', field: definition, constant })
    .map(decoratorLine)
    .join();
}

describe('swaggerDecorators', () => {
  it.each([
    [{ type: 'string', length: 80 }, '{ type: String, maxLength: 80 }'],
    [
      { type: 'email', length: 80, nillable: true },
      "{ type: String, format: 'email', maxLength: 80, nullable: true }",
    ],
    [{ type: 'url' }, "{ type: String, format: 'uri' }"],
    [{ type: 'base64' }, "{ type: String, format: 'byte' }"],
    [{ type: 'int' }, "{ type: 'integer' }"],
    [{ type: 'currency' }, '{ type: Number }'],
    [{ type: 'boolean' }, '{ type: Boolean }'],
    [{ type: 'datetime' }, '{ type: Date }'],
    [{ type: 'multipicklist' }, '{ type: [String] }'],
    [{ type: 'address' }, '{ type: Object, readOnly: true }'],
    [{ type: 'string', createable: false, updateable: false }, '{ type: String, readOnly: true }'],
    [
      { type: 'double', label: 'Deal size', inlineHelpText: 'In EUR.' },
      "{ type: Number, description: 'Deal size In EUR.' }",
    ],
  ] as const)('of %j', (field, options) => {
    expect(written(field)).toBe(`@ApiProperty(${options})`);
  });

  it('lists the values of picklists that take no others', () => {
    expect(written({ type: 'picklist', restrictedPicklist: true }, 'Sizes')).toBe(
      '@ApiProperty({ enum: picklistValues(Sizes) })',
    );
    expect(written({ type: 'multipicklist', restrictedPicklist: true }, 'Sizes')).toBe(
      '@ApiProperty({ enum: picklistValues(Sizes), isArray: true })',
    );
    expect(written({ type: 'picklist' }, 'Sizes')).toBe('@ApiProperty({ type: String })');
  });

  it('knows the id', () => {
    expect(swaggerDecorators('id').map(decoratorLine)).toEqual([
      '@ApiProperty({ type: String, readOnly: true })',
    ]);
  });
});

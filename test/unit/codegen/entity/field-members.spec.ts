import { describe, expect, it } from '@jest/globals';
import { FieldMembers } from '../../../../lib/codegen/entity/field-members.js';
import type { InspectOptions } from '../../../../lib/codegen/inspect-options.interface.js';
import { printMember } from '../../../../lib/codegen/print/member-printer.js';
import { NamingStrategy } from '../../../../lib/metadata/naming-strategy.js';
import { customField, customObject } from '../../../support/record-engine.js';

const trip = {
  definition: customObject('Trip__c', []),
  className: 'Trip',
  fields: [],
  parents: [],
  children: [],
};
const members = (options: InspectOptions) => new FieldMembers(trip, new NamingStrategy(), options);
const km = {
  key: 'field Km__c',
  property: 'km',
  field: customField('Km__c', 'int', { label: 'Kilometres', updateable: false, createable: false }),
};

describe('FieldMembers', () => {
  it('makes the property of the id', () => {
    expect(printMember(members({}).id())).toBe('  @Id() readonly id!: string;\n');
    expect(printMember(members({ swagger: true }).id())).toBe(
      '  @Id()\n  @ApiProperty({ type: String, readOnly: true })\n  readonly id!: string;\n',
    );
  });

  it('makes the property of a field, read-only where nobody can write it', () => {
    expect(printMember(members({}).field(km))).toBe(`  /** Kilometres */
  @Field({ custom: true, type: 'int', readOnly: true, label: 'Kilometres' }) readonly km!: number | null;
`);
  });

  it('adds the decorators that are asked for', () => {
    const field = { ...km, field: customField('Km__c', 'int', { label: 'Km', digits: 3 }) };
    expect(printMember(members({ validators: true, swagger: true }).field(field)))
      .toBe(`  @Field({ custom: true, type: 'int' })
  @IsOptional()
  @IsInt()
  @Min(-999)
  @Max(999)
  @ApiProperty({ type: 'integer', nullable: true })
  km!: number | null;
`);
  });
});

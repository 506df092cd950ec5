import { describe, expect, it } from '@jest/globals';
import {
  operatorCandidates,
  recordTypeCandidates,
  valueCandidates,
} from '../../../../../lib/cli/query/completion/value-candidates.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

const field = (type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name: 'F',
  label: 'F',
  type,
  ...more,
});

describe('value candidates', () => {
  it.each<[FieldDefinition['type'], readonly string[]]>([
    ['boolean', ['=', '!=']],
    ['multipicklist', ['=', '!=', 'INCLUDES', 'EXCLUDES']],
    ['reference', ['=', '!=', 'IN', 'NOT IN']],
    ['currency', ['=', '!=', '<', '<=', '>', '>=', 'IN', 'NOT IN']],
    ['string', ['=', '!=', '<', '<=', '>', '>=', 'IN', 'NOT IN', 'LIKE']],
  ])('know the operators of %s', (type, operators) => {
    expect(operatorCandidates(field(type))).toEqual(operators);
  });

  it('quote the values of picklists', () => {
    const picklistValues = [
      { value: "O'Brien \\", label: 'x' },
      { value: 'Gone', label: 'x', active: false },
    ];
    expect(valueCandidates(field('picklist', { picklistValues }), 'IN')).toEqual(["'O\\'Brien \\\\'"]);
    expect(valueCandidates(field('picklist', { picklistValues }), 'LIKE')).toEqual([]);
  });

  it('offer nothing but NULL where nothing else is known', () => {
    expect(valueCandidates(field('string', { nillable: true }), '=')).toEqual(['NULL']);
    expect(valueCandidates(field('string', { nillable: true }), '>')).toEqual([]);
    expect(valueCandidates(field('string'), '!=')).toEqual([]);
  });

  it('offer ranges for dates', () => {
    const ranges = valueCandidates(field('date'), '=');
    expect(ranges).toEqual(
      expect.arrayContaining(['TODAY', 'THIS_FISCAL_YEAR', 'LAST_N_DAYS:', 'N_MONTHS_AGO:']),
    );
  });

  it('name record types', () => {
    const recordTypes = [
      { developerName: 'Master', name: 'Master', master: true },
      { developerName: 'Partner', name: "Partner's" },
    ];
    const object = {
      name: 'A',
      label: 'A',
      labelPlural: 'A',
      keyPrefix: null,
      custom: false,
      fields: [],
      recordTypes,
      createable: true,
      updateable: true,
      deletable: true,
      queryable: true,
    };
    expect(recordTypeCandidates(object, 'developername')).toEqual(["'Partner'"]);
    expect(recordTypeCandidates(object, 'Name')).toEqual(["'Partner\\'s'"]);
  });
});

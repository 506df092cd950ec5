import { describe, expect, it } from '@jest/globals';
import {
  errorText,
  packOutcomes,
  rowError,
  type RowOutcome,
  unpackOutcomes,
} from '../../../../../lib/embedded/bulk/ingest/row-outcome.js';
import { OrgError } from '../../../../../lib/embedded/org-error.js';

describe('the text of a refusal', () => {
  it.each([
    [['LastName'], 'CODE:said:LastName --'],
    [['LastName', 'Email'], 'CODE:said:LastName,Email --'],
    [[], 'CODE:said:--'],
  ])('names the fields %j', (fields, text) => {
    expect(errorText({ code: 'CODE', message: 'said', fields })).toBe(text);
  });
});

describe('the refusal of a row', () => {
  it('is the one of the record', () => {
    expect(rowError(new OrgError('CODE', 'said', { fields: ['Name'] }))).toEqual({
      code: 'CODE',
      message: 'said',
      fields: ['Name'],
    });
  });

  it('has no resource that could be missing', () => {
    const error = new OrgError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
    expect(rowError(error)).toEqual({
      code: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'invalid cross reference id',
      fields: [],
    });
  });
});

describe('outcomes', () => {
  it('come out as they went in', () => {
    const outcomes: RowOutcome[] = [
      { id: '003Em0000000001IAA', created: true },
      { id: '003Em0000000002IAA', created: false },
      { id: '', error: { code: 'CODE', message: 'line\n"two"', fields: ['Name'] } },
    ];
    expect(unpackOutcomes(packOutcomes(outcomes))).toEqual(outcomes);
  });
});

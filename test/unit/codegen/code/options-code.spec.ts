import { describe, expect, it } from '@jest/globals';
import { optionsCode } from '../../../../lib/codegen/code/options-code.js';

describe('optionsCode', () => {
  it('writes names and values, and leaves out what is not there', () => {
    expect(optionsCode({ readOnly: true, maxLength: undefined, 'x-note': "it's" })).toEqual([
      ['readOnly', 'true'],
      [`'x-note'`, `"it's"`],
    ]);
  });
});

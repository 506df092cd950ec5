import { describe, expect, it } from '@jest/globals';
import { byCodeUnits } from '../../../../lib/codegen/code/code-unit-order.js';

describe('byCodeUnits', () => {
  it('puts capitals before small letters, whatever the language of the machine', () => {
    expect(['b', 'a', 'ä', 'B', 'a'].sort(byCodeUnits)).toEqual(['B', 'a', 'a', 'b', 'ä']);
  });
});

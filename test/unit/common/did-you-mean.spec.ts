import { describe, expect, it } from '@jest/globals';
import { didYouMean } from '../../../lib/common/did-you-mean.js';

describe('didYouMean', () => {
  it.each([
    ['Nmae', ['Name', 'Fax'], ' Did you mean Name?'],
    ['Contcat', ['Contact', 'Contract', 'Case'], ' Did you mean Contact or Contract?'],
    ['Nmae', ['Industry'], ''],
  ])('asks behind %s, of %j', (wanted, names, sentence) => {
    expect(didYouMean(wanted, names)).toBe(sentence);
  });
});

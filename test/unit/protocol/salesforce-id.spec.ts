import { describe, expect, it } from '@jest/globals';
import { idChecksum, isSalesforceId, toId18 } from '../../../lib/protocol/salesforce-id.js';

describe('salesforce ids', () => {
  it.each([
    ['001D000000IqhSL', 'IAZ'],
    ['012000000000000', 'AAA'],
    ['0014S000004Pk5z', 'QAC'],
    ['0034S000005YJVl', 'QAO'],
    ['005dM00000aYaE3', 'QAK'],
  ])('computes the checksum of %s', (id15, checksum) => {
    expect(idChecksum(id15)).toBe(checksum);
  });

  it('keeps an 18-character id and completes a 15-character one', () => {
    expect(toId18('001D000000IqhSLIAZ')).toBe('001D000000IqhSLIAZ');
    expect(toId18('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
  });

  it('tells 15-character ids apart by case', () => {
    expect(toId18('001D000000IqhSl')).toBe('001D000000IqhSlIAJ');
  });

  it.each([
    ['', 'nothing'],
    ['001D000000IqhS', '14 characters'],
    ['001D000000IqhSLI', '16 characters'],
    ['001D000000IqhSLIAZ1', '19 characters'],
    ['001D000000IqhSLIAA', 'a wrong checksum'],
    ['001d000000iqhsliaz', 'a mangled case'],
    ['001D000000Iqh-L', 'another alphabet'],
    ["001D000000Iqh'L", 'a quote'],
  ])('refuses %j: %s', (text) => {
    expect(toId18(text)).toBeUndefined();
    expect(isSalesforceId(text)).toBe(false);
  });

  it('refuses what is no text', () => {
    expect(isSalesforceId(undefined)).toBe(false);
    expect(isSalesforceId(1)).toBe(false);
  });
});

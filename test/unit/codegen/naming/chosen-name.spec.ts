import { describe, expect, it } from '@jest/globals';
import { assertGiven, chosenName } from '../../../../lib/codegen/naming/chosen-name.js';

const names = { account: 'Customer', 'Account.Name': 'title', 'Account.Site': 'no name' };
const isName = (name: string) => /^\w+$/.test(name);

describe('chosenName', () => {
  it('finds names whatever the case of what they replace', () => {
    expect(chosenName({ names }, 'Account', isName)).toBe('Customer');
    expect(chosenName({ names }, 'ACCOUNT.NAME', isName)).toBe('title');
    expect(chosenName({ names }, 'Contact', isName)).toBeUndefined();
    expect(chosenName({}, 'Account', isName)).toBeUndefined();
  });

  it('refuses what is no name', () => {
    expect(() => chosenName({ names }, 'Account.Site', isName)).toThrow(
      "Account.Site cannot be called 'no name': that is no name, or one that is taken. Correct the option names.",
    );
  });
});

describe('assertGiven', () => {
  it('refuses what something else has', () => {
    expect(() => assertGiven('Account.Site', 'title', 'title')).not.toThrow();
    expect(() => assertGiven('Account.Site', 'title', 'title2')).toThrow(
      "Account.Site cannot be called 'title': that is no name, or one that is taken. Correct the option names.",
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { OrgUserProfile } from '../../../../lib/embedded/login/org-user-directory.js';
import {
  identityTime,
  identityUserType,
  utcOffset,
} from '../../../../lib/embedded/login/identity-document.js';

const user = (changes: Partial<OrgUserProfile>) => changes as OrgUserProfile;

describe('identity documents', () => {
  it.each([
    ['America/Los_Angeles', -28_800_000],
    ['Asia/Kolkata', 19_800_000],
    ['GMT', 0],
    ['Europe/Berlin', 3_600_000],
  ])('give the standard time of %s, in summer too', (timeZone, offset) => {
    expect(utcOffset(user({ timeZone }), new Date('2026-07-01T00:00:00Z'))).toBe(offset);
  });

  it('spell the type of a user as a constant', () => {
    expect(identityUserType(user({ userType: 'Standard' }))).toBe('STANDARD');
    expect(identityUserType(user({ userType: 'PowerCustomerSuccess' }))).toBe('POWER_CUSTOMER_SUCCESS');
  });

  it('write times without milliseconds', () => {
    expect(identityTime('2026-05-06T09:49:19.000+0000')).toBe('2026-05-06T09:49:19Z');
  });
});

import { describe, expect, it } from '@jest/globals';
import { PasswordStorage } from '../../../../lib/embedded/login/password.storage.js';

const [ADA, BOB] = ['005000000000001AAA', '005000000000002AAA'];

function passwordsAt(start: string, policy = { maxLoginAttempts: 3, lockoutInterval: 15 }) {
  let now = new Date(start);
  const passwords = new PasswordStorage({ policy, now: () => now });
  passwords.set(ADA, 'right', 'Token');
  return { passwords, wait: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)) };
}

describe('PasswordStorage', () => {
  it.each([
    ['right', true],
    ['rightToken', true],
    ['righttoken', false],
    ['Token', false],
    ['', false],
  ])('takes %j: %s', (password, isRight) => {
    const { passwords } = passwordsAt('2026-01-01T00:00:00Z');
    expect(passwords.verify(ADA, password)).toBe(isRight);
  });

  it('lets nobody in without a password', () => {
    const { passwords } = passwordsAt('2026-01-01T00:00:00Z');
    expect(passwords.verify(BOB, '')).toBe(false);
    expect(passwords.verify(undefined, 'right')).toBe(false);
  });

  it('counts wrong ones until a right one', () => {
    const { passwords } = passwordsAt('2026-01-01T00:00:00Z');
    passwords.verify(ADA, 'wrong');
    passwords.verify(ADA, 'wrong');
    expect(passwords.failures(ADA)).toBe(2);
    expect(passwords.verify(ADA, 'right')).toBe(true);
    expect(passwords.failures(ADA)).toBe(0);
  });

  it('locks a user out, whatever comes, until the interval is over', () => {
    const { passwords, wait } = passwordsAt('2026-01-01T00:00:00Z');
    for (let attempt = 0; attempt < 3; attempt++) passwords.verify(ADA, 'wrong');
    expect(passwords.isLocked(ADA)).toBe(true);
    expect(passwords.verify(ADA, 'right')).toBe(false);
    wait(14.99);
    expect(passwords.verify(ADA, 'right')).toBe(false);
    wait(0.01);
    expect(passwords.verify(ADA, 'right')).toBe(true);
  });

  it('keeps a user locked out for good with an interval of 0, until a password is set', () => {
    const { passwords, wait } = passwordsAt('2026-01-01T00:00:00Z', {
      maxLoginAttempts: 1,
      lockoutInterval: 0,
    });
    passwords.verify(ADA, 'wrong');
    wait(1_000_000);
    expect(passwords.verify(ADA, 'right')).toBe(false);
    passwords.set(ADA, 'new');
    expect(passwords.verify(ADA, 'new')).toBe(true);
  });

  it('never locks with 0 attempts', () => {
    const { passwords } = passwordsAt('2026-01-01T00:00:00Z', { maxLoginAttempts: 0, lockoutInterval: 15 });
    for (let attempt = 0; attempt < 50; attempt++) passwords.verify(ADA, 'wrong');
    expect(passwords.verify(ADA, 'right')).toBe(true);
  });
});

import type { Derivation } from './derivation.interface.js';

const LENGTH = 40;

/** What a new user is unless something else is said: active, and known by the beginning of the username. */
export const newUser: Derivation = {
  appliesTo: ({ name }) => name === 'User',
  reads: ['Username', 'CommunityNickname', 'IsActive'],
  sets: ['CommunityNickname', 'IsActive'],
  fills: ['CommunityNickname'],
  derive({ after, before, given }) {
    const nickname =
      after['CommunityNickname'] ?? String(after['Username']).replace(/@.*$/, '').slice(0, LENGTH);
    if (before) return { CommunityNickname: nickname };
    return { CommunityNickname: nickname, IsActive: given['IsActive'] ?? 1 };
  },
};

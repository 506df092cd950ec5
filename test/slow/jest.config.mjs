import project from '../../jest.config.mjs';

/** @type {import('jest').Config} */
export default {
  ...project,
  rootDir: '../..',
  roots: ['<rootDir>/test/slow'],
  testMatch: ['**/*.slow-spec.ts'],
  // A command of the Salesforce CLI takes a second or two to start, and there are several in a test.
  testTimeout: 180_000,
};

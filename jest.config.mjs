/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Of two cores, jest would leave one idle.
  maxWorkers: '100%',
  roots: ['<rootDir>/test', '<rootDir>/sample'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*.conformance-spec.ts'],
  // The Salesforce CLI, which only the slow suite installs.
  modulePathIgnorePatterns: ['<rootDir>/test/slow/node_modules'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^nestjs-salesforce$': '<rootDir>/lib/index.ts',
    '^nestjs-salesforce/(embedded|testing|config)$': '<rootDir>/lib/$1/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // The bare time-out is generous because the suites share two cores; nothing in them waits for time to pass.
  testTimeout: 30_000,
};

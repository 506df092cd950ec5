import { describe, expect, it } from '@jest/globals';
import { CliRun } from '../../support/cli-run.js';

describe('program', () => {
  it('shows its version', async () => {
    const run = await CliRun.of(['--version']);
    expect(run.code).toBe(0);
    expect(run.output).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each([['--help'], ['org', '--help'], ['snapshot', '--help']])(
    'shows help for %j %j',
    async (...args) => {
      const run = await CliRun.of(args.filter(Boolean));
      expect(run.code).toBe(0);
      expect(run.output).toMatch(/^Usage: nestjs-salesforce/);
    },
  );

  it.each([[['gro']], [['org', '--prot', '1']], [['snapshot']]])(
    'refuses the command line %j',
    async (args) => {
      const run = await CliRun.of(args);
      expect(run.code).toBe(2);
      expect(run.errors).toMatch(/^error: (?:unknown (?:command|option)|missing required argument) /);
      expect(run.output).toBe('');
    },
  );

  it('says in JSON what is wrong with the command line', async () => {
    const run = await CliRun.of(['snapshot', '--json']);
    expect(run.code).toBe(2);
    expect(run.errors).toBe('');
    expect(run.json()).toEqual({
      error: {
        name: 'CommanderError',
        code: 'commander.missingArgument',
        message: "error: missing required argument 'file'",
      },
    });
  });
});

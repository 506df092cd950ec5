import { Command } from 'commander';
import { describe, expect, it } from '@jest/globals';
import { addSchemaOptions, addTargetOptions } from '../../../../lib/cli/target/add-target-options.js';

const longOf = (command: Command) => command.options.map(({ long }) => long);

describe('addTargetOptions', () => {
  it('has no flag for a secret', () => {
    expect(longOf(addTargetOptions(new Command()))).toEqual([
      '--org',
      '--login-url',
      '--username',
      '--client-id',
      '--api-version',
      '--config',
      '--cache',
      '--no-cache',
    ]);
  });

  it.each([
    [[], undefined],
    [['--cache', 'kept'], 'kept'],
    [['--no-cache'], false],
  ])('says of %j where describes are kept: %j', (args, cache) => {
    const command = addTargetOptions(new Command()).parse([...args], { from: 'user' });
    expect(command.opts()['cache']).toBe(cache);
  });
});

describe('addSchemaOptions', () => {
  it('leaves out what holds for one org', () => {
    expect(longOf(addSchemaOptions(new Command()))).toEqual([
      '--api-version',
      '--config',
      '--cache',
      '--no-cache',
    ]);
  });
});

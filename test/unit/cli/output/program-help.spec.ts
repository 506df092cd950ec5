import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { PROGRAM_HELP } from '../../../../lib/cli/output/program-help.js';

describe('program help', () => {
  it('tells the defaults that say something', () => {
    const help = new Command('sail')
      .configureHelp(PROGRAM_HELP)
      .option('--sails <number>', 'how many', '2')
      .option('--night', 'after dark', false)
      .option('--ports <names...>', 'where to', [])
      .helpInformation();
    expect(help).toContain('how many (default: "2")\n');
    expect(help).toContain('after dark\n');
    expect(help).toContain('where to\n');
  });

  it('lists commands by name', () => {
    const program = new Command('sail')
      .configureHelp(PROGRAM_HELP)
      .addCommand(new Command('tack'))
      .addCommand(new Command('jibe'));
    expect(program.helpInformation()).toMatch(/jibe[^]*tack/);
  });
});

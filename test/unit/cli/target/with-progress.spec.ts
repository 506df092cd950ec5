import { describe, expect, it } from '@jest/globals';
import { withProgress } from '../../../../lib/cli/target/with-progress.js';
import { PermissionDeniedException } from '../../../../lib/exceptions/permission-denied.exception.js';
import type { DescribeSourceOptions } from '../../../../lib/schema/describe-source.interface.js';

class Output {
  shown = '';
  readonly lines: string[] = [];
  readonly columns = 100;
  readonly stopped: AbortSignal;
  readonly terminal: boolean;

  constructor(terminal: boolean, stopped = new AbortController().signal) {
    this.terminal = terminal;
    this.stopped = stopped;
  }

  readonly error = (text: string): void => void this.lines.push(text);
  readonly writeError = (text: string): void => void (this.shown += text);
}

const REFUSAL = new PermissionDeniedException('insufficient access rights', {
  errorCode: 'INSUFFICIENT_ACCESS',
  status: 403,
});

/** Gives the names, refuses one, and fails at one. */
const source = {
  async *describe(names: readonly string[], { signal, onProgress, onRefused }: DescribeSourceOptions = {}) {
    for (const [place, name] of names.entries()) {
      signal?.throwIfAborted();
      if (name === 'Broken') throw new TypeError('the org is down');
      if (name === 'Secret') onRefused?.(name, REFUSAL);
      onProgress?.(place + 1);
      if (name !== 'Secret') yield name;
    }
  },
};

async function read(names: readonly string[], keeps: boolean, output: Output): Promise<readonly string[]> {
  const given: string[] = [];
  for await (const name of withProgress(source, names, { keeps }, output)) given.push(name);
  return given;
}

describe('withProgress', () => {
  it('shows how far it is on a terminal, and leaves nothing behind', async () => {
    const output = new Output(true);
    expect(await read(['Account', 'Contact'], true, output)).toEqual(['Account', 'Contact']);
    expect(output.shown).toContain('Describing ░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0/2');
    expect(output.shown).toContain('Describing ████████████████████████ 100 %  2/2  Contact');
    expect(output.shown.endsWith('\r\u001B[2K')).toBe(true);
    expect(output.lines).toEqual([]);
  });

  it('shows nothing elsewhere', async () => {
    const output = new Output(false);
    await read(['Account'], true, output);
    expect(output.shown).toBe('');
  });

  it('says what is kept when it fails half-way', async () => {
    const output = new Output(false);
    await expect(read(['Account', 'Contact', 'Broken'], true, output)).rejects.toThrow('the org is down');
    expect(output.lines).toEqual([
      '2 of 3 objects were described and are kept: run the command again to go on.',
    ]);
  });

  it.each([
    ['nothing is kept', ['Account', 'Broken'], false],
    ['nothing was read', ['Broken'], true],
  ])('says nothing when %s', async (_, names, keeps) => {
    const output = new Output(false);
    await expect(read(names, keeps, output)).rejects.toThrow('the org is down');
    expect(output.lines).toEqual([]);
  });

  it('says which object is refused that was asked for by name, and not to try again', async () => {
    const output = new Output(false);
    const reading = read(['Account', 'Secret'], true, output);
    await expect(reading).rejects.toThrow(PermissionDeniedException);
    await expect(reading).rejects.toMatchObject({
      message: 'Secret cannot be described: insufficient access rights',
      errorCode: 'INSUFFICIENT_ACCESS',
      status: 403,
    });
    expect(output.lines).toEqual([]);
  });

  it('leaves out, with a word, what is refused and was not asked for by name', async () => {
    const output = new Output(false);
    const given: string[] = [];
    const described = withProgress(source, ['Account', 'Secret', 'Contact'], { keeps: true }, output, ['*']);
    for await (const name of described) given.push(name);
    expect(given).toEqual(['Account', 'Contact']);
    expect(output.lines).toEqual([
      'Secret is left out, since the org does not describe it: insufficient access rights',
    ]);
  });

  it('ends when the program is stopped', async () => {
    const stop = new AbortController();
    const output = new Output(false, stop.signal);
    stop.abort();
    await expect(read(['Account'], true, output)).rejects.toThrow('aborted');
  });
});

import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it, jest } from '@jest/globals';
import { processContext } from '../../../lib/cli/process-context.js';

/** Takes a chunk when it is let. */
class SlowOutput extends Writable {
  readonly taken: string[] = [];
  #waiting: (() => void) | undefined;

  constructor() {
    super({ highWaterMark: 4 });
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.taken.push(chunk.toString());
    this.#waiting = done;
  }

  take(): void {
    this.#waiting?.();
  }
}

function fakeProcess() {
  const exit = jest.fn();
  const stdout = new SlowOutput();
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  const stdin = new PassThrough();
  const process = { stdout, stderr, stdin, env: { PATH: '/bin' }, cwd: () => '/work', exit };
  return { exit, stdout, stderr, stdin, process: process as unknown as NodeJS.Process };
}

describe('processContext', () => {
  const { signal } = new AbortController();

  it('writes what was asked for to one output, and words about the run to the other', () => {
    const { process, stdout, stderr, stdin } = fakeProcess();
    const context = processContext(process, signal);
    context.out('rows');
    stdout.take();
    context.error('note');
    context.writeError('Password: ');
    expect(stdout.taken).toEqual(['rows\n']);
    expect(String(stderr.read())).toBe('note\nPassword: ');
    expect(context).toMatchObject({ env: { PATH: '/bin' }, cwd: '/work', terminal: true, columns: 120 });
    expect([context.input, context.stopped]).toEqual([stdin, signal]);
  });

  it('lets a writer wait for room', async () => {
    const { process, stdout } = fakeProcess();
    const context = processContext(process, signal);
    let written = false;
    const writing = context.write('many rows').then(() => (written = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(written).toBe(false);
    stdout.take();
    await writing;
    expect(stdout.taken).toEqual(['many rows']);
  });

  it('ends without a word when nobody reads on', () => {
    const { process, stdout, exit } = fakeProcess();
    processContext(process, signal);
    stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(exit).toHaveBeenCalledWith();
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    expect(() => stdout.emit('error', full)).toThrow('no space left on device');
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { canPrompt, promptHidden } from '../../../../lib/cli/target/hidden-prompt.js';

function terminal(stop = new AbortController()) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  let shown = '';
  const writeError = (text: string): void => void (shown += text);
  return { input, terminal: true, writeError, stopped: stop.signal, shown: () => shown };
}

describe('promptHidden', () => {
  it('gives what is typed and shows none of it', async () => {
    const context = terminal();
    const answer = promptHidden('Password', context);
    context.input.write('hun');
    context.input.write('ter2\r');
    expect(await answer).toBe('hunter2');
    expect(context.shown()).toBe('Password: \n');
  });

  it.each([
    ['nothing', '\r'],
    ['Ctrl-C', 'hunter2\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('gives nothing when %s is typed', async (_, typed) => {
    const context = terminal();
    const answer = promptHidden('Password', context);
    context.input.write(typed);
    expect(await answer).toBeUndefined();
  });

  it('ends when the program is stopped', async () => {
    const stop = new AbortController();
    const answer = promptHidden('Password', terminal(stop));
    stop.abort();
    expect(await answer).toBeUndefined();
  });
});

describe('canPrompt', () => {
  it('needs a terminal to ask and one to answer', () => {
    const piped = new PassThrough();
    expect(canPrompt(terminal())).toBe(true);
    expect(canPrompt({ ...terminal(), terminal: false })).toBe(false);
    expect(canPrompt({ terminal: true, input: piped })).toBe(false);
  });
});

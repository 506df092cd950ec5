import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ReadStream } from 'node:tty';
import type { ProcessContext } from '../command-context.interface.js';

type Terminal = Pick<ProcessContext, 'terminal' | 'input' | 'writeError' | 'stopped'>;

/** Whether somebody can be asked. */
export function canPrompt({ terminal, input }: Pick<ProcessContext, 'terminal' | 'input'>): boolean {
  return terminal && (input as Partial<ReadStream>).isTTY === true;
}

/** Asks for a secret; what is typed is not shown. Undefined when nothing is typed, or the question is left. */
export async function promptHidden(question: string, context: Terminal): Promise<string | undefined> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: context.input, output: unseen, terminal: true });
  context.writeError(`${question}: `);
  try {
    return await new Promise((resolve) => {
      lines.once('line', (line) => resolve(line === '' ? undefined : line));
      lines.once('close', () => resolve(undefined));
      lines.once('SIGINT', () => resolve(undefined));
      context.stopped.addEventListener('abort', () => resolve(undefined), { once: true });
    });
  } finally {
    lines.close();
    context.writeError('\n');
  }
}

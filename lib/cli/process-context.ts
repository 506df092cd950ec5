import { once } from 'node:events';
import { homedir } from 'node:os';
import type { ProcessContext } from './command-context.interface.js';

/** The context of a command that runs as a process of its own. */
export function processContext(process: NodeJS.Process, stopped: AbortSignal): ProcessContext {
  const { stdout, stderr, stdin, env } = process;
  // Whoever reads the output may have enough of it, as `head` does.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: (text) => void stdout.write(`${text}\n`),
    error: (text) => void stderr.write(`${text}\n`),
    write: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    writeError: (text) => void stderr.write(text),
    env,
    cwd: process.cwd(),
    home: homedir(),
    input: stdin,
    terminal: stderr.isTTY === true,
    // Terminals that do not know say 0.
    columns: stderr.columns || undefined,
    screen: stdout.isTTY ? stdout : undefined,
    stopped,
  };
}

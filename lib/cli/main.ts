#!/usr/bin/env node
import { nodeVersionComplaint } from '../common/node-version.js';

const complaint = nodeVersionComplaint(process.versions.node);
if (complaint === undefined) {
  void run();
} else {
  console.error(complaint);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const [{ runProgram }, { processContext }] = await Promise.all([
    import('./program.js'),
    import('./process-context.js'),
  ]);
  const stop = new AbortController();
  // Once: whoever asks a second time does not want to wait for what is still open.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  process.exitCode = await runProgram(process.argv.slice(2), processContext(process, stop.signal));
}

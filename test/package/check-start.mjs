// Walks the newcomer's path: `npm start`, wait for what it prints, call it, stop it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const app = spawn('npm', ['start'], {
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
let printed = '';
try {
  for await (const chunk of app.stdout) {
    printed += chunk;
    if (/curl -X POST .*\n/.test(printed)) break;
  }
  const url = printed.match(/listens on (http:\/\/\S+)/)?.[1];
  if (!url) throw new Error(`npm start did not say where it listens:\n${printed}`);
  const accounts = await (await fetch(`${url}/accounts?search=wind`)).json();
  if (accounts[0]?.name !== 'Nordlicht Windkraft')
    throw new Error(`unexpected answer: ${JSON.stringify(accounts)}`);
  const docs = await fetch(`${url}/docs`);
  if (!docs.ok) throw new Error(`/docs answered ${docs.status}`);
  console.log('  ok  npm start serves the quick start');
} finally {
  // npm and its children form a group of their own, so that none of them is left behind.
  process.kill(-app.pid, 'SIGTERM');
  if (app.exitCode === null) await once(app, 'exit');
}

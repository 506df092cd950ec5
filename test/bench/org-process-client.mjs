import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';

const CONNECTIONS = 4;
const PIPELINING = 8;

/** An embedded org in a process of its own, and the client that loads it. */
export class OrgProcess {
  #child;
  #pool;
  #headers;

  static async start() {
    const child = fork(fileURLToPath(new URL('./org-process.mjs', import.meta.url)), {
      execArgv: ['--expose-gc'],
    });
    const [{ url, token }] = await once(child, 'message');
    return new OrgProcess(child, url, token);
  }

  constructor(child, url, token) {
    this.#child = child;
    this.#pool = new Pool(url, { connections: CONNECTIONS, pipelining: PIPELINING });
    this.#headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  }

  /** What the process has used so far. */
  async usage() {
    this.#child.send('usage');
    const [usage] = await once(this.#child, 'message');
    return usage;
  }

  /** @returns the text of the answer, and its headers */
  async call(method, path, body, contentType) {
    const reply = await this.#pool.request({
      method,
      path,
      headers: contentType ? { ...this.#headers, 'content-type': contentType } : this.#headers,
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      // All of them may wait for others in the pipeline.
      blocking: false,
      idempotent: true,
    });
    const text = await reply.body.text();
    if (reply.statusCode >= 400)
      throw new Error(`${method} ${path}: ${reply.statusCode} ${text.slice(0, 300)}`);
    return { text, headers: reply.headers };
  }

  async json(method, path, body) {
    const { text } = await this.call(method, path, body);
    return JSON.parse(text);
  }

  /** Sends requests for so long, as many at once as the connections take. */
  async load(request, milliseconds) {
    const before = await this.usage();
    const start = performance.now();
    let done = 0;
    const worker = async () => {
      while (performance.now() < start + milliseconds) {
        const { method = 'GET', path, body } = request();
        await this.call(method, path, body);
        done++;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS * PIPELINING }, worker));
    const seconds = (performance.now() - start) / 1000;
    return { done, seconds, cpuSeconds: (await this.usage()).cpuSeconds - before.cpuSeconds };
  }

  async stop() {
    await this.#pool.close();
    this.#child.disconnect();
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }
}
